using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kl01
{
    /// <summary>Instants as rulebooks count them: whole minutes since 1970-01-01T00:00Z, rounded down.</summary>
    public static class Instant
    {
        private static readonly DateTime Epoch = new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

        private static readonly Regex Iso8601 = new Regex(
            @"\A([0-9-]{10})T([01][0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9](?:[.,][0-9]+)?)?" +
            @"(Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])\z",
            RegexOptions.CultureInvariant);

        private static readonly Regex Offset = new Regex(@"\A([+-])([0-9]{2}):([0-9]{2})\z", RegexOptions.CultureInvariant);

        public static long MinuteOf(DateTimeOffset instant) => (long)Math.Floor((instant.UtcDateTime - Epoch).TotalMinutes);

        /// <summary>The minute of an ISO 8601 instant with an offset, such as 2023-03-30T23:59:59+07:00.</summary>
        /// <returns>False for anything else, also for a day that is in no calendar.</returns>
        public static bool TryParse(string text, out long minute)
        {
            minute = 0;
            Match match = Iso8601.Match(text ?? "");
            if (!match.Success || !(Day.Parse(match.Groups[1].Value) is DateTime day)) return false;
            // Not DateTimeOffset: it knows no offset beyond 14 hours.
            TryParseOffset(match.Groups[4].Value, out long offset);
            minute = Day.CountOf(day) * 1440 + Number(match, 2) * 60 + Number(match, 3) - offset;
            return true;
        }

        /// <summary>Minutes east of UTC: 420 of +07:00.</summary>
        /// <returns>False for anything else, and for Z, which is none.</returns>
        public static bool TryParseOffset(string text, out long minutes)
        {
            Match match = Offset.Match(text ?? "");
            minutes = match.Success ? Number(match, 2) * 60 + Number(match, 3) : 0;
            if (match.Groups[1].Value == "-") minutes = -minutes;
            return match.Success;
        }

        private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }
}
