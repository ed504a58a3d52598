using System;
using System.Collections.Generic;
using System.Linq;

namespace Kl01
{
    /// <summary>What a piece of JsonLogic comes to over some data.</summary>
    internal delegate object Expression(object data);

    /// <summary>
    /// JsonLogic of the portable profile (docs/rulebook.md), and nothing beyond it. A rule is compiled once, when its rulebook is
    /// loaded; an operator outside of the profile is told then.
    /// </summary>
    internal static class JsonLogic
    {
        /// <exception cref="RulebookException">The logic is none of the profile.</exception>
        public static Expression Compile(object logic, string place)
        {
            if (!(logic is Dictionary<string, object> operation) || operation.Count != 1) return data => logic;
            string name = operation.Keys.First();
            List<object> operands = operation[name] as List<object> ?? new List<object> { operation[name] };
            string at = place + "/" + name;
            if (name == "var") return Variable(OneText(operands, at));
            return Operation(name, operands.Select(operand => Compile(operand, at)).ToArray(), at);
        }

        /// <summary>The value at a path of steps joined by dots; null for what is not there.</summary>
        public static Expression Variable(string path)
        {
            if (path.Length == 0) return data => data;
            string[] steps = path.Split('.');
            return data =>
            {
                foreach (string step in steps)
                {
                    if (!(data is Dictionary<string, object> members) || !members.TryGetValue(step, out data)) return null;
                }
                return data;
            };
        }

        private static Expression Operation(string name, Expression[] operands, string place)
        {
            switch (name)
            {
                case "===":
                case "!==": return Equality(Exactly(2, operands, place), name == "===");
                case "<": return Comparison(Exactly(2, operands, place), (left, right) => left < right);
                case "<=": return Comparison(Exactly(2, operands, place), (left, right) => left <= right);
                case ">": return Comparison(Exactly(2, operands, place), (left, right) => left > right);
                case ">=": return Comparison(Exactly(2, operands, place), (left, right) => left >= right);
                case "and": return FirstThatIs(false, AtLeast(1, operands, place));
                case "or": return FirstThatIs(true, AtLeast(1, operands, place));
                case "!": return Not(Exactly(1, operands, place));
                case "if": return Choice(AtLeast(1, operands, place));
                case "+": return Calculation(AtLeast(1, operands, place), 0, (sum, number) => sum + number);
                case "*": return Calculation(AtLeast(1, operands, place), 1, (product, number) => product * number);
                case "-": return Difference(AtLeast(1, operands, place));
                case "filter": return Filter(Exactly(2, operands, place));
                case "map": return Map(Exactly(2, operands, place));
                case "some": return Some(Exactly(2, operands, place), true);
                case "none": return Some(Exactly(2, operands, place), false);
                case "reduce": return Reduce(Exactly(3, operands, place));
                default: throw new RulebookException(place, "this is no operator of the portable profile");
            }
        }

        private static Expression Equality(Expression[] operands, bool wanted) =>
            data => AreEqual(operands[0](data), operands[1](data)) == wanted;

        /// <summary>Text is compared code unit by code unit, whatever the culture.</summary>
        private static bool AreEqual(object left, object right)
        {
            if (left is string text) return right is string otherText && string.Equals(text, otherText, StringComparison.Ordinal);
            if (left is bool truth) return right is bool otherTruth && truth == otherTruth;
            if (left is double number) return right is double otherNumber && number == otherNumber;
            return ReferenceEquals(left, right);
        }

        /// <summary>Only numbers compare: what is of another type is neither more nor less.</summary>
        private static Expression Comparison(Expression[] operands, Func<double, double, bool> holds) =>
            data => operands[0](data) is double left && operands[1](data) is double right && holds(left, right);

        /// <summary>The operand that decides, or the last.</summary>
        private static Expression FirstThatIs(bool deciding, Expression[] operands)
        {
            return data =>
            {
                object value = null;
                foreach (Expression operand in operands)
                {
                    value = operand(data);
                    if (IsTrue(value) == deciding) break;
                }
                return value;
            };
        }

        private static Expression Not(Expression[] operands) => data => !IsTrue(operands[0](data));

        /// <summary>Conditions and values by turns, at the end a value for when none holds.</summary>
        private static Expression Choice(Expression[] operands)
        {
            return data =>
            {
                int at = 0;
                for (; at + 1 < operands.Length; at += 2)
                {
                    if (IsTrue(operands[at](data))) return operands[at + 1](data);
                }
                return at < operands.Length ? operands[at](data) : null;
            };
        }

        /// <summary>Null where an operand is no number.</summary>
        private static Expression Calculation(Expression[] operands, double start, Func<double, double, double> step)
        {
            return data =>
            {
                double result = start;
                foreach (Expression operand in operands)
                {
                    if (!(operand(data) is double number)) return null;
                    result = step(result, number);
                }
                return result;
            };
        }

        private static Expression Difference(Expression[] operands)
        {
            if (operands.Length == 1) return data => operands[0](data) is double number ? 0 - number : (object)null;
            return data => operands[0](data) is double left && operands[1](data) is double right ? left - right : (object)null;
        }

        private static Expression Filter(Expression[] operands) =>
            data => ListOf(operands[0](data)).Where(item => IsTrue(operands[1](item))).ToList();

        private static Expression Map(Expression[] operands) =>
            data => ListOf(operands[0](data)).Select(item => operands[1](item)).ToList();

        private static Expression Some(Expression[] operands, bool wanted) =>
            data => ListOf(operands[0](data)).Any(item => IsTrue(operands[1](item))) == wanted;

        private static Expression Reduce(Expression[] operands)
        {
            return data =>
            {
                object result = operands[2](data);
                foreach (object item in ListOf(operands[0](data)))
                {
                    result = operands[1](new Dictionary<string, object>(StringComparer.Ordinal)
                    {
                        ["current"] = item,
                        ["accumulator"] = result,
                    });
                }
                return result;
            };
        }

        private static readonly List<object> Empty = new List<object>();

        private static List<object> ListOf(object value) => value as List<object> ?? Empty;

        /// <summary>Truth as JsonLogic has it. A rulebook asks it of true and false only.</summary>
        private static bool IsTrue(object value)
        {
            if (value is bool truth) return truth;
            if (value is double number) return number != 0;
            if (value is string text) return text.Length > 0;
            if (value is List<object> items) return items.Count > 0;
            return value != null;
        }

        private static string OneText(List<object> operands, string place)
        {
            if (operands.Count == 1 && operands[0] is string path) return path;
            throw new RulebookException(place, "a path is one text");
        }

        private static Expression[] Exactly(int count, Expression[] operands, string place) =>
            operands.Length == count ? operands : throw new RulebookException(place, "this many operands it does not take");

        private static Expression[] AtLeast(int count, Expression[] operands, string place) =>
            operands.Length >= count ? operands : throw new RulebookException(place, "this many operands it does not take");
    }
}
