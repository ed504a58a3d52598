using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kl01
{
    /// <summary>Days as rulebooks count them ("Derived values" in docs/rulebook.md), without a zone or culture of this machine.</summary>
    internal static class Day
    {
        private const int MinutesPerDay = 1440;

        /// <summary>After so many the calendar repeats itself; DateTime knows no year beyond 9999.</summary>
        private const int DaysOf400Years = 146097;

        private static readonly DateTime Epoch = new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

        private static readonly Regex Iso8601 =
            new Regex(@"\A([0-9]{4})-([0-9]{2})-([0-9]{2})\z", RegexOptions.CultureInvariant);

        /// <summary>The day of a text such as 2024-03-01; null for anything else, also for a day that is in no calendar.</summary>
        public static DateTime? Parse(object text)
        {
            Match match = Iso8601.Match(text as string ?? "");
            if (!match.Success) return null;
            int year = Number(match, 1), month = Number(match, 2), day = Number(match, 3);
            if (year < 1 || month < 1 || month > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
            return new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        }

        /// <summary>Days since 1970-01-01.</summary>
        public static long CountOf(DateTime day) => (day - Epoch).Days;

        /// <summary>Orders days; N months later is 32 × N more, also where a month lacks the day.</summary>
        public static long KeyOf(DateTime day) => (12 * day.Year + day.Month - 1) * 32 + day.Day;

        /// <summary><c>today</c> and <c>todayKey</c> of an instant, at an offset in minutes.</summary>
        public static Dictionary<string, object> Of(long minute, long offset)
        {
            long today = Whole.Floor(minute + offset, MinutesPerDay);
            long sinceYear1 = today - CountOf(DateTime.MinValue);
            long cycles = Whole.Floor(sinceYear1, DaysOf400Years);
            DateTime day = DateTime.MinValue.AddDays(sinceYear1 - cycles * DaysOf400Years);
            return new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["today"] = (double)today,
                ["todayKey"] = (double)(KeyOf(day) + cycles * 400 * 12 * 32),
            };
        }

        private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }
}
