using System;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;

namespace Kl01
{
    /// <summary>What the judge itself says, from vi.json; the sentences of rules stand in the rulebook.</summary>
    internal static class Words
    {
        private const int LongestQuote = 120;
        private static readonly Regex Place = new Regex(@"\{([A-Za-z][A-Za-z0-9_]*)\}", RegexOptions.ECMAScript);
        private static readonly Dictionary<string, object> Sentences = Load();

        /// <summary>A sentence with its <c>{name}</c> places filled.</summary>
        public static string Say(string key, IReadOnlyDictionary<string, object> values = null) =>
            Fill((string)Sentences[key], values);

        public static string Fill(string template, IReadOnlyDictionary<string, object> values)
        {
            if (values == null) return template;
            return Place.Replace(
                template,
                place => values.TryGetValue(place.Groups[1].Value, out object value) ? Quote(value) : place.Value);
        }

        /// <summary>A value of somebody else's making, short enough for a sentence.</summary>
        private static string Quote(object value)
        {
            string text = value as string ?? (value == null ? "" : JsonWriter.Write(value));
            if (text.Length <= LongestQuote) return text;
            int end = char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
            return text.Substring(0, end) + "…";
        }

        private static Dictionary<string, object> Load()
        {
            using (Stream stream = typeof(Words).Assembly.GetManifestResourceStream("Kl01.vi.json"))
            using (var copy = new MemoryStream())
            {
                if (stream == null) throw new InvalidOperationException("Embed vi.json under the name Kl01.vi.json: see the README.");
                stream.CopyTo(copy);
                return (Dictionary<string, object>)JsonReader.Read(copy.ToArray());
            }
        }
    }
}
