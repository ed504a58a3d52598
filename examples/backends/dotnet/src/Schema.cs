using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Kl01
{
    /// <summary>Something that a schema does not let pass.</summary>
    internal sealed class Breach
    {
        public Breach(string path, string keyword, object limit)
        {
            Path = path;
            Keyword = keyword;
            Limit = limit;
        }

        /// <summary>JSON Pointer; an unknown property counts at the object that holds it.</summary>
        public string Path { get; }

        public string Keyword { get; }

        /// <summary>The keyword's value in the schema; of an unknown property its name.</summary>
        public object Limit { get; }
    }

    /// <summary>A JSON Schema of the portable profile (docs/rulebook.md), and nothing beyond it.</summary>
    internal sealed class Schema
    {
        private static readonly HashSet<string> Keywords = new HashSet<string>(StringComparer.Ordinal)
        {
            "$schema", "type", "properties", "additionalProperties", "items", "enum", "minimum", "maximum", "multipleOf", "minLength",
            "maxLength", "maxItems", "pattern",
        };

        private readonly string type;
        private readonly bool allowsNull;
        private readonly HashSet<object> options;
        private readonly Dictionary<string, Schema> properties;
        private readonly bool isClosed;
        private readonly Schema items;
        private readonly double? minimum;
        private readonly double? maximum;
        private readonly double? minLength;
        private readonly double? maxLength;
        private readonly double? maxItems;
        private readonly bool isWhole;
        private readonly string pattern;
        private readonly Regex regex;

        /// <exception cref="RulebookException">The schema is none of the profile.</exception>
        public Schema(object source, string place)
        {
            Dictionary<string, object> members = source.ObjectAt(place);
            string unknown = members.Keys.FirstOrDefault(keyword => !Keywords.Contains(keyword));
            if (unknown != null) throw new RulebookException(place + "/" + unknown, "this is no keyword of the portable profile");

            List<object> types = members.Get("type") as List<object> ?? new List<object> { members.Get("type") };
            allowsNull = types.Contains("null");
            type = types.SingleOrDefault(name => !"null".Equals(name)) as string;
            if (type == null) throw new RulebookException(place + "/type", "a place holds one type, or null");

            if (members.Get("enum") is List<object> listed) options = new HashSet<object>(listed);
            if (members.Get("properties") is Dictionary<string, object> known)
            {
                properties = known.ToDictionary(
                    member => member.Key,
                    member => new Schema(member.Value, place + "/properties/" + member.Key),
                    StringComparer.Ordinal);
            }
            isClosed = false.Equals(members.Get("additionalProperties"));
            if (members.ContainsKey("items")) items = new Schema(members["items"], place + "/items");
            minimum = members.Get("minimum") as double?;
            maximum = members.Get("maximum") as double?;
            minLength = members.Get("minLength") as double?;
            maxLength = members.Get("maxLength") as double?;
            maxItems = members.Get("maxItems") as double?;
            isWhole = members.ContainsKey("multipleOf");
            pattern = members.Get("pattern") as string;
            if (pattern != null) regex = Compiled(pattern, maxLength, place);
        }

        /// <summary>Every breach, in the order of the submission; those below a broken place too.</summary>
        public List<Breach> Breaches(object value)
        {
            var breaches = new List<Breach>();
            Visit(value, "", "", breaches);
            return breaches;
        }

        private void Visit(object value, string parent, string step, List<Breach> breaches)
        {
            if (value == null && allowsNull && (options == null || options.Contains(null))) return;
            object limit = null;
            string keyword = null;
            if (value is List<object> list && type == "array")
            {
                VisitItems(list, parent + step, breaches);
            }
            else if (value is Dictionary<string, object> members && type == "object")
            {
                VisitMembers(members, parent + step, breaches);
            }
            else if (value is string text && type == "string")
            {
                keyword = BreachOf(text, ref limit);
            }
            else if (value is double number && type == "number")
            {
                keyword = BreachOf(number, ref limit);
            }
            else if (!(value is bool) || type != "boolean")
            {
                keyword = value == null && allowsNull ? "enum" : "type";
            }
            if (keyword != null) breaches.Add(new Breach(parent + step, keyword, limit));
        }

        private void VisitItems(List<object> list, string path, List<Breach> breaches)
        {
            if (list.Count > maxItems) breaches.Add(new Breach(path, "maxItems", maxItems));
            if (items == null) return;
            for (int index = 0; index < list.Count; index++)
            {
                items.Visit(list[index], path, "/" + index.ToString(CultureInfo.InvariantCulture), breaches);
            }
        }

        private void VisitMembers(Dictionary<string, object> members, string path, List<Breach> breaches)
        {
            string unknown = null;
            foreach (KeyValuePair<string, object> member in members)
            {
                if (properties != null && properties.TryGetValue(member.Key, out Schema schema))
                    schema.Visit(member.Value, path, "/" + Pointer.Escape(member.Key), breaches);
                else unknown = unknown ?? member.Key;
            }
            if (isClosed && unknown != null) breaches.Add(new Breach(path, "additionalProperties", unknown));
        }

        private string BreachOf(double number, ref object limit)
        {
            if (isWhole && Math.Floor(number) != number) return "multipleOf";
            limit = number < minimum ? minimum : maximum;
            return number < minimum ? "minimum" : number > maximum ? "maximum" : null;
        }

        /// <summary>Lengths count code points. A text that is too long is not matched, so that no pattern sees a long one.</summary>
        private string BreachOf(string text, ref object limit)
        {
            if (options != null) return options.Contains(text) ? null : "enum";
            int length = CodePoints(text);
            limit = length > maxLength ? maxLength : minLength;
            if (length > maxLength) return "maxLength";
            if (length < minLength) return "minLength";
            limit = pattern;
            return regex == null || regex.IsMatch(Flattened(text, length)) ? null : "pattern";
        }

        private static int CodePoints(string text)
        {
            int count = 0;
            foreach (char unit in text)
            {
                if (!char.IsLowSurrogate(unit)) count++;
            }
            return count;
        }

        /// <summary>.NET matches code units: a letter of two becomes one that no pattern names, as other languages see one.</summary>
        private static string Flattened(string text, int length)
        {
            if (length == text.Length) return text;
            IEnumerable<char> units = text.Where(unit => !char.IsLowSurrogate(unit));
            return string.Concat(units.Select(unit => char.IsHighSurrogate(unit) ? '\uFFFD' : unit));
        }

        /// <summary>A last `$` is the very end of the text; that of .NET would also match before a last line feed.</summary>
        private static string ToTheVeryEnd(string pattern) =>
            pattern.EndsWith("$", StringComparison.Ordinal) ? pattern.Substring(0, pattern.Length - 1) + @"\z" : pattern;

        private static Regex Compiled(string pattern, double? maxLength, string place)
        {
            if (maxLength == null) throw new RulebookException(place + "/pattern", "a pattern stands beside a maxLength");
            try
            {
                // ECMAScript: classes and digits of ASCII, no culture.
                return new Regex(ToTheVeryEnd(pattern), RegexOptions.ECMAScript);
            }
            catch (ArgumentException error)
            {
                throw new RulebookException(place + "/pattern", "no pattern of .NET: " + error.Message);
            }
        }
    }

    /// <summary>JSON Pointers (RFC 6901).</summary>
    internal static class Pointer
    {
        public static string Escape(string step) => step.Replace("~", "~0").Replace("/", "~1");

        public static string Unescape(string step) => step.Replace("~1", "/").Replace("~0", "~");
    }
}
