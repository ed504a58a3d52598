using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Kl01
{
    /// <summary>A form's schema, derived values and rules, made ready once.</summary>
    internal sealed class Form
    {
        private static readonly Regex Positions = new Regex("/[0-9]+(?=/|$)", RegexOptions.ECMAScript);

        private readonly Dictionary<string, object> labels;

        public Form(object source, string place)
        {
            Dictionary<string, object> form = source.ObjectAt(place);
            Id = form.Text("id", place);
            Schema = new Schema(form.Get("schema"), place + "/schema");
            List<object> derive = form.ContainsKey("derive") ? form.List("derive", place) : new List<object>();
            Derived = derive
                .Select((entry, index) => new DerivedValue(entry, place + "/derive/" + index.ToString(CultureInfo.InvariantCulture)))
                .ToList();
            Rules = form.List("rules", place)
                .Select((rule, index) => new Rule(rule, place + "/rules/" + index.ToString(CultureInfo.InvariantCulture)))
                .ToList();
            labels = form.Object("view", place).Object("labels", place + "/view");
        }

        public string Id { get; }

        public Schema Schema { get; }

        /// <summary>In their order: one may read those before it.</summary>
        public IReadOnlyList<DerivedValue> Derived { get; }

        public IReadOnlyList<Rule> Rules { get; }

        /// <summary>The label of a place, where list positions read as <c>*</c>; null where it has none.</summary>
        public string LabelAt(string path)
        {
            object label = labels.Get(path) ?? labels.Get(Positions.Replace(path, "/*"));
            return label as string ?? (label as Dictionary<string, object>)?.Get("vi") as string;
        }

        /// <summary>A pattern that only keeps out blank text has words of its own.</summary>
        public string WordsFor(Breach breach)
        {
            bool isBlank = breach.Keyword == "pattern" && ((string)breach.Limit).StartsWith("[^ ", StringComparison.Ordinal);
            return isBlank ? "shape.blank" : "shape." + breach.Keyword;
        }
    }
}
