using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Kl01
{
    /// <summary>A text or a value that nobody may judge. The message says why.</summary>
    public sealed class UnreadableException : Exception
    {
        public UnreadableException(string message) : base(message)
        {
        }
    }

    /// <summary>
    /// Reads JSON from outside, or refuses it, as docs/rulebook.md says under "What is refused before judging". Objects come
    /// as <c>Dictionary&lt;string, object&gt;</c>, lists as <c>List&lt;object&gt;</c>, numbers as <c>double</c>, the rest as
    /// <c>string</c>, <c>bool</c> and null. Of names that repeat the last counts.
    /// </summary>
    public sealed class JsonReader
    {
        public const int MaxBytes = 5000000;
        public const int MaxDepth = 32;

        /// <summary>Lists, objects, texts, numbers, true, false and null; names are not counted.</summary>
        public const int MaxValues = 100000;

        /// <summary>2^53 − 1: up to here a double holds every whole number.</summary>
        public const double MaxNumber = 9007199254740991;

        private readonly string text;
        private readonly int maxDepth;
        private int at;

        private JsonReader(string text, int maxDepth)
        {
            this.text = text;
            this.maxDepth = maxDepth;
        }

        /// <summary>The value of a JSON text in UTF-8.</summary>
        /// <exception cref="UnreadableException">The text is none that may be judged.</exception>
        public static object Read(byte[] utf8, int maxBytes = MaxBytes, int maxDepth = MaxDepth, int maxValues = MaxValues)
        {
            if (utf8.Length > maxBytes) throw new UnreadableException("more bytes than may be");
            string text;
            try
            {
                text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(utf8);
            }
            catch (ArgumentException)
            {
                throw new UnreadableException("the bytes are not UTF-8");
            }
            object value = new JsonReader(text, maxDepth).ReadWhole();
            RefuseUnreadable(value, maxDepth, maxValues);
            return value;
        }

        /// <summary>Refuses a value that no text could have been read as, or that is too deep or too large.</summary>
        /// <exception cref="UnreadableException">The value is none that may be judged.</exception>
        public static void RefuseUnreadable(object value, int maxDepth = MaxDepth, int maxValues = MaxValues)
        {
            int left = maxValues;
            Walk(value, maxDepth, ref left);
        }

        private static void Walk(object value, int depthLeft, ref int left)
        {
            if (--left < 0) throw new UnreadableException("more values than may be");
            if (value is string text)
            {
                RefuseHalfPairs(text);
            }
            else if (value is double number)
            {
                // Not "beyond": NaN is neither.
                if (!(Math.Abs(number) <= MaxNumber)) throw new UnreadableException("a number beyond ±(2^53 − 1)");
            }
            else if (value is List<object> items)
            {
                if (depthLeft == 0) throw new UnreadableException("nested too deep");
                foreach (object item in items) Walk(item, depthLeft - 1, ref left);
            }
            else if (value is Dictionary<string, object> members)
            {
                if (depthLeft == 0) throw new UnreadableException("nested too deep");
                foreach (KeyValuePair<string, object> member in members)
                {
                    RefuseHalfPairs(member.Key);
                    Walk(member.Value, depthLeft - 1, ref left);
                }
            }
            else if (value != null && !(value is bool))
            {
                throw new UnreadableException(value.GetType().Name + " is none of the types that JsonReader gives");
            }
        }

        private static void RefuseHalfPairs(string text)
        {
            for (int i = 0; i < text.Length; i++)
            {
                if (!char.IsSurrogate(text[i])) continue;
                if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                    throw new UnreadableException("half of a surrogate pair");
                i++;
            }
        }

        private object ReadWhole()
        {
            SkipSpace();
            object value = ReadValue(0);
            SkipSpace();
            if (at < text.Length) throw Unexpected();
            return value;
        }

        private object ReadValue(int depth)
        {
            switch (Peek())
            {
                case '{': return ReadObject(depth + 1);
                case '[': return ReadList(depth + 1);
                case '"': return ReadText();
                case 't': return ReadWord("true", true);
                case 'f': return ReadWord("false", false);
                case 'n': return ReadWord("null", null);
                default: return ReadNumber();
            }
        }

        private Dictionary<string, object> ReadObject(int depth)
        {
            var members = new Dictionary<string, object>(StringComparer.Ordinal);
            if (Enter(depth, '}')) return members;
            do
            {
                SkipSpace();
                if (Peek() != '"') throw Unexpected();
                string name = ReadText();
                SkipSpace();
                Take(':');
                SkipSpace();
                members[name] = ReadValue(depth);
            }
            while (More('}'));
            return members;
        }

        private List<object> ReadList(int depth)
        {
            var items = new List<object>();
            if (Enter(depth, ']')) return items;
            do
            {
                SkipSpace();
                items.Add(ReadValue(depth));
            }
            while (More(']'));
            return items;
        }

        /// <summary>Past the opening bracket; true when the closing one follows at once.</summary>
        private bool Enter(int depth, char end)
        {
            if (depth > maxDepth) throw new UnreadableException("nested too deep");
            at++;
            SkipSpace();
            if (Peek() != end) return false;
            at++;
            return true;
        }

        /// <summary>Past a comma; false when it was the closing bracket instead.</summary>
        private bool More(char end)
        {
            SkipSpace();
            if (Peek() == end)
            {
                at++;
                return false;
            }
            Take(',');
            return true;
        }

        private string ReadText()
        {
            int start = ++at;
            while (at < text.Length && text[at] != '"' && text[at] != '\\' && text[at] >= ' ') at++;
            if (Peek() == '"') return text.Substring(start, at++ - start);

            var read = new StringBuilder(text, start, at - start, at - start + 16);
            while (Peek() != '"')
            {
                char letter = text[at++];
                if (letter < ' ') throw new UnreadableException("a control character within a text");
                read.Append(letter == '\\' ? ReadEscape() : letter);
            }
            at++;
            return read.ToString();
        }

        private char ReadEscape()
        {
            char letter = Peek();
            at++;
            switch (letter)
            {
                case '"':
                case '\\':
                case '/': return letter;
                case 'b': return '\b';
                case 'f': return '\f';
                case 'n': return '\n';
                case 'r': return '\r';
                case 't': return '\t';
                case 'u': return ReadCodeUnit();
                default: throw new UnreadableException("an escape that is none");
            }
        }

        private char ReadCodeUnit()
        {
            int code = 0;
            for (int digit = 0; digit < 4; digit++)
            {
                char letter = Peek();
                int value = IsDigit(letter) ? letter - '0'
                    : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10
                    : letter >= 'A' && letter <= 'F' ? letter - 'A' + 10
                    : throw new UnreadableException("an escape cut short");
                code = code * 16 + value;
                at++;
            }
            return (char)code;
        }

        private object ReadWord(string word, object value)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0) throw Unexpected();
            at += word.Length;
            return value;
        }

        private object ReadNumber()
        {
            bool isNegative = Peek() == '-';
            if (isNegative) at++;
            var digits = new DecimalNumber();
            if (Peek() == '0') at++;
            else if (ReadDigits(digits, 0) == 0) throw Unexpected();
            if (at < text.Length && text[at] == '.')
            {
                at++;
                if (ReadDigits(digits, 1) == 0) throw Unexpected();
            }
            if (at < text.Length && (text[at] == 'e' || text[at] == 'E'))
            {
                at++;
                digits.MovePoint(ReadExponent());
            }
            double number = digits.ToDouble();
            return number == 0 ? 0 : isNegative ? -number : number;
        }

        private int ReadDigits(DecimalNumber digits, int afterPoint)
        {
            int count = 0;
            for (; at < text.Length && IsDigit(text[at]); at++, count++) digits.Append(text[at] - '0', afterPoint);
            return count;
        }

        private int ReadExponent()
        {
            bool isNegative = Peek() == '-';
            if (isNegative || Peek() == '+') at++;
            if (!IsDigit(Peek())) throw Unexpected();
            int exponent = 0;
            // A text has fewer digits than this: beyond it only the direction matters.
            for (; at < text.Length && IsDigit(text[at]); at++) exponent = Math.Min(exponent * 10 + text[at] - '0', 100000000);
            return isNegative ? -exponent : exponent;
        }

        private static bool IsDigit(char letter) => letter >= '0' && letter <= '9';

        private void SkipSpace()
        {
            while (at < text.Length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n')) at++;
        }

        private char Peek() => at < text.Length ? text[at] : throw new UnreadableException("the text ends too early");

        private void Take(char letter)
        {
            if (Peek() != letter) throw Unexpected();
            at++;
        }

        private UnreadableException Unexpected() =>
            new UnreadableException("not expected at character " + at.ToString(CultureInfo.InvariantCulture));
    }
}
