using System;
using System.Collections.Generic;
using System.Linq;

namespace Kl01
{
    /// <summary>What must be there, and of which type, for a rule or a derived value to be judged.</summary>
    internal sealed class Needs
    {
        private readonly List<KeyValuePair<Expression, Func<object, bool>>> needs;

        /// <param name="source">From paths to types.</param>
        /// <param name="place">JSON Pointer of it in the rulebook.</param>
        public Needs(Dictionary<string, object> source, string place)
        {
            needs = source
                .Select(need => new KeyValuePair<Expression, Func<object, bool>>(
                    JsonLogic.Variable(need.Key),
                    TypeNamed(need.Value as string, place + "/" + need.Key)))
                .ToList();
        }

        public bool Hold(Dictionary<string, object> data)
        {
            foreach (KeyValuePair<Expression, Func<object, bool>> need in needs)
            {
                if (!need.Value(need.Key(data))) return false;
            }
            return true;
        }

        public static bool IsWhole(object value) => value is double number && Math.Floor(number) == number;

        private static Func<object, bool> TypeNamed(string name, string place)
        {
            switch (name)
            {
                case "string": return value => value is string;
                case "integer": return IsWhole;
                case "boolean": return value => value is bool;
                case "list": return value => value is List<object>;
                case "object": return value => value is Dictionary<string, object>;
                default: throw new RulebookException(place, "this is no type that a rule may need");
            }
        }
    }
}
