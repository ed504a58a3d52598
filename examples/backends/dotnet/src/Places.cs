using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Kl01
{
    /// <summary>
    /// Where a rule or a derived value is judged: once over the submission, or once for each item of a list, of lists in a list,
    /// or for each of some members of an object.
    /// </summary>
    internal sealed class Places
    {
        private static readonly Regex Each = new Regex(@"\A(/[^*]+)(?:/\*(/[^*]+))?\z", RegexOptions.CultureInvariant);

        private readonly string outer;
        private readonly string inner;
        private readonly List<string> keys;

        /// <param name="source">The rule, or the entry of <c>derive</c>.</param>
        /// <param name="place">JSON Pointer of it in the rulebook.</param>
        public Places(Dictionary<string, object> source, string place)
        {
            HasKeys = source.ContainsKey("keys");
            if (source.ContainsKey("each"))
            {
                Match each = Each.Match(source.Get("each") as string ?? "");
                if (!each.Success) throw new RulebookException(place + "/each", "there is no JSON Pointer of a list");
                outer = each.Groups[1].Value;
                inner = each.Groups[2].Success ? each.Groups[2].Value : null;
            }
            if (!HasKeys) return;
            keys = source.List("keys", place).Select(key => key as string).ToList();
            if (outer == null || keys.Contains(null))
                throw new RulebookException(place + "/keys", "there are no names of members of \"each\"");
        }

        /// <summary>Whether it is judged for each of something.</summary>
        public bool HasItems => outer != null;

        public bool HasKeys { get; }

        /// <summary>
        /// The JSON Pointer of each place. While it is looked at, <c>item</c>, <c>index</c>, <c>owner</c> and <c>mark</c> are set.
        /// </summary>
        /// <param name="data">What the logic reads.</param>
        public IEnumerable<string> In(Dictionary<string, object> data)
        {
            if (!HasItems)
            {
                yield return "";
                yield break;
            }
            foreach (Place place in PlacesIn(data["submission"], (Dictionary<string, object>)data["marks"]))
            {
                data["item"] = place.Item;
                data["index"] = (double)place.Index;
                data["owner"] = place.Owner;
                data["mark"] = place.Mark;
                yield return place.Path;
            }
            data["item"] = data["index"] = data["owner"] = data["mark"] = null;
        }

        private IEnumerable<Place> PlacesIn(object submission, Dictionary<string, object> marks)
        {
            if (inner == null) return PlacesAt(outer, keys, submission, marks, "", null);
            return PlacesAt(outer, null, submission, marks, "", null)
                .SelectMany(owner => PlacesAt(inner, keys, owner.Item, owner.Mark, owner.Path, owner.Item));
        }

        /// <summary>The items of the list at a pointer, or the members by keys; each with its mark, made when first met.</summary>
        private static List<Place> PlacesAt(
            string pointer,
            List<string> keys,
            object value,
            Dictionary<string, object> marks,
            string path,
            object owner)
        {
            string[] steps = pointer.Split('/').Skip(1).Select(Pointer.Unescape).ToArray();
            string last = steps[steps.Length - 1];
            foreach (string step in steps) value = (value as Dictionary<string, object>)?.Get(step);
            foreach (string step in steps.Take(steps.Length - 1)) marks = MarkAt(marks, step);

            if (keys != null)
            {
                var members = value as Dictionary<string, object>;
                Dictionary<string, object> own = MarkAt(marks, last);
                return keys
                    .Select((key, index) => new Place(
                        path + pointer + "/" + Pointer.Escape(key),
                        index,
                        members?.Get(key),
                        owner,
                        MarkAt(own, key)))
                    .ToList();
            }
            if (!(value is List<object> list)) return new List<Place>();
            if (!(marks.Get(last) is List<object> beside)) marks[last] = beside = list.Select(item => (object)NewMark()).ToList();
            return list
                .Select((item, index) => new Place(
                    path + pointer + "/" + index.ToString(CultureInfo.InvariantCulture),
                    index,
                    item,
                    owner,
                    (Dictionary<string, object>)beside[index]))
                .ToList();
        }

        private static Dictionary<string, object> MarkAt(Dictionary<string, object> marks, string name)
        {
            if (!(marks.Get(name) is Dictionary<string, object> mark)) marks[name] = mark = NewMark();
            return mark;
        }

        private static Dictionary<string, object> NewMark() => new Dictionary<string, object>(StringComparer.Ordinal);

        private sealed class Place
        {
            public Place(string path, int index, object item, object owner, Dictionary<string, object> mark)
            {
                Path = path;
                Index = index;
                Item = item;
                Owner = owner;
                Mark = mark;
            }

            public string Path { get; }

            public int Index { get; }

            public object Item { get; }

            public object Owner { get; }

            public Dictionary<string, object> Mark { get; }
        }
    }
}
