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
            @"\A([0-9]{4})-([0-9]{2})-([0-9]{2})T([01][0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9](?:[.,][0-9]+)?)?" +
            @"(?:Z|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))\z",
            RegexOptions.CultureInvariant);

        public static long MinuteOf(DateTimeOffset instant) => (long)Math.Floor((instant.UtcDateTime - Epoch).TotalMinutes);

        /// <summary>The minute of an ISO 8601 instant with an offset, such as 2023-03-30T23:59:59+07:00.</summary>
        /// <returns>False for anything else, also for a day that is in no calendar.</returns>
        public static bool TryParse(string text, out long minute)
        {
            minute = 0;
            Match match = Iso8601.Match(text ?? "");
            if (!match.Success) return false;
            int year = Number(match, 1), month = Number(match, 2), day = Number(match, 3);
            if (year < 1 || month < 1 || month > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
            // Not DateTimeOffset: it knows no offset beyond 14 hours.
            long offset = match.Groups[6].Success ? Number(match, 7) * 60 + Number(match, 8) : 0;
            var local = new DateTime(year, month, day, Number(match, 4), Number(match, 5), 0, DateTimeKind.Unspecified);
            minute = (local - Epoch).Ticks / TimeSpan.TicksPerMinute - (match.Groups[6].Value == "-" ? -offset : offset);
            return true;
        }

        private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }
}
