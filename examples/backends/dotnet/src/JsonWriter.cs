using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Kl01
{
    /// <summary>Writes JSON: what <see cref="JsonReader"/> gives, and any list or dictionary of it.</summary>
    public static class JsonWriter
    {
        /// <summary>
        /// The text, with "&lt;" escaped, so that it may also stand in a script element of type <c>application/json</c>.
        /// </summary>
        public static string Write(object value)
        {
            var text = new StringBuilder();
            Append(text, value);
            return text.ToString();
        }

        private static void Append(StringBuilder text, object value)
        {
            if (value == null) text.Append("null");
            else if (value is string letters) AppendText(text, letters);
            else if (value is bool truth) text.Append(truth ? "true" : "false");
            else if (value is double number) text.Append(Number(number));
            else if (value is IReadOnlyDictionary<string, object> members) AppendObject(text, members);
            else if (value is IEnumerable<object> items) AppendList(text, items);
            else throw new ArgumentException(value.GetType().Name + " has no form in JSON");
        }

        /// <summary>Whole numbers without a point or an exponent.</summary>
        internal static string Number(double value)
        {
            bool isWhole = Math.Floor(value) == value && Math.Abs(value) <= JsonReader.MaxNumber;
            if (isWhole) return ((long)value).ToString(CultureInfo.InvariantCulture);
            return value.ToString("R", CultureInfo.InvariantCulture);
        }

        private static void AppendObject(StringBuilder text, IReadOnlyDictionary<string, object> members)
        {
            char before = '{';
            foreach (KeyValuePair<string, object> member in members)
            {
                text.Append(before);
                AppendText(text, member.Key);
                text.Append(':');
                Append(text, member.Value);
                before = ',';
            }
            text.Append(members.Count == 0 ? "{}" : "}");
        }

        private static void AppendList(StringBuilder text, IEnumerable<object> items)
        {
            text.Append('[');
            bool isFirst = true;
            foreach (object item in items)
            {
                if (!isFirst) text.Append(',');
                Append(text, item);
                isFirst = false;
            }
            text.Append(']');
        }

        private static void AppendText(StringBuilder text, string letters)
        {
            text.Append('"');
            foreach (char letter in letters)
            {
                if (letter == '"' || letter == '\\') text.Append('\\').Append(letter);
                else if (letter < ' ' || letter == '<' || letter == '\u2028' || letter == '\u2029')
                    text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
                else text.Append(letter);
            }
            text.Append('"');
        }
    }
}
