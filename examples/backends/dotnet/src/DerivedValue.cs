using System;
using System.Collections.Generic;
using System.Linq;

namespace Kl01
{
    /// <summary>An entry of a form's <c>derive</c>, made ready once: a value that is computed before the rules.</summary>
    internal sealed class DerivedValue
    {
        private static readonly string[] Ways = { "days", "months", "share", "logic" };

        private readonly string name;
        private readonly Places places;
        private readonly Needs needs;
        private readonly Expression value;

        /// <exception cref="RulebookException">The entry is none.</exception>
        public DerivedValue(object source, string place)
        {
            Dictionary<string, object> entry = source.ObjectAt(place);
            name = entry.Text("as", place);
            places = new Places(entry, place);
            needs = new Needs(
                entry.ContainsKey("needs") ? entry.Object("needs", place) : new Dictionary<string, object>(),
                place + "/needs");
            string[] ways = Ways.Where(entry.ContainsKey).ToArray();
            if (ways.Length != 1) throw new RulebookException(place, "there is not exactly one of " + string.Join(", ", Ways));
            value = ValueOf(entry, ways[0], place);
        }

        /// <summary>Adds the value to <c>derived</c>, or to the mark of every place.</summary>
        public void Compute(Dictionary<string, object> data)
        {
            foreach (string unused in places.In(data))
            {
                var values = (Dictionary<string, object>)data[places.HasItems ? "mark" : "derived"];
                values[name] = needs.Hold(data) ? value(data) : null;
            }
        }

        private static Expression ValueOf(Dictionary<string, object> entry, string way, string place)
        {
            switch (way)
            {
                case "days": return OfDay(entry.Text(way, place), Day.CountOf);
                case "months": return OfDay(entry.Text(way, place), Day.KeyOf);
                case "share": return Share(entry.Object(way, place), place + "/share");
                default: return JsonLogic.Compile(entry[way], place + "/logic");
            }
        }

        private static Expression OfDay(string path, Func<DateTime, long> count)
        {
            Expression read = JsonLogic.Variable(path);
            return data => Day.Parse(read(data)) is DateTime day ? (double)count(day) : (object)null;
        }

        private static Expression Share(Dictionary<string, object> share, string place)
        {
            Expression of = JsonLogic.Compile(share.Get("of"), place + "/of");
            List<object> part = share.List("part", place);
            if (part.Count != 2 || !part.All(Needs.IsWhole) || (double)part[0] < 0 || (double)part[1] < 1)
                throw new RulebookException(place + "/part", "there are no two whole numbers of which the second is not 0");
            long times = (long)(double)part[0], by = (long)(double)part[1];
            Func<long, long, long> rounded = Rounding(share.Text("round", place), place + "/round");
            return data => of(data) is double number && Needs.IsWhole(number) ? (double)rounded((long)number * times, by) : (object)null;
        }

        private static Func<long, long, long> Rounding(string name, string place)
        {
            switch (name)
            {
                case "down": return Whole.Floor;
                case "up": return Whole.Ceiling;
                case "nearest": return Whole.Nearest;
                default: throw new RulebookException(place, "there is none of down, up, nearest");
            }
        }
    }
}
