using System.Collections.Generic;
using System.Linq;

namespace Kl01
{
    /// <summary>How often the same values may stand in a list.</summary>
    internal sealed class Repeats
    {
        private readonly List<Expression> of;
        private readonly double atMost;
        private readonly Expression where;

        public Repeats(object source, string place)
        {
            Dictionary<string, object> repeats = source.ObjectAt(place);
            of = repeats.List("of", place)
                .Select(path => JsonLogic.Variable(path as string ?? throw new RulebookException(place + "/of", "there is no path")))
                .ToList();
            atMost = repeats.Get("atMost") as double? ?? 0;
            if (atMost < 1 || !Needs.IsWhole(atMost)) throw new RulebookException(place + "/atMost", "there is no whole number from 1 on");
            where = JsonLogic.Compile(repeats.ContainsKey("where") ? repeats["where"] : true, place + "/where");
        }

        /// <param name="data">What the logic reads.</param>
        /// <param name="seen">How often the values of earlier items were met.</param>
        public bool IsBroken(Dictionary<string, object> data, Dictionary<string, int> seen)
        {
            if (!true.Equals(where(data))) return false;
            string values = JsonWriter.Write(of.Select(read => read(data)));
            seen.TryGetValue(values, out int count);
            seen[values] = count + 1;
            return count >= atMost;
        }
    }
}
