using System;
using System.Collections.Generic;
using System.Linq;

namespace Kl01
{
    /// <summary>A rule of the rulebook, made ready once.</summary>
    internal sealed class Rule
    {
        private readonly string id;
        private readonly string severity;
        private readonly string path;
        private readonly string message;
        private readonly object cite;
        private readonly Places places;
        private readonly Needs needs;
        private readonly Expression assert;
        private readonly Repeats repeats;
        private readonly List<KeyValuePair<string, Expression>> parameters;

        public Rule(object source, string place)
        {
            Dictionary<string, object> rule = source.ObjectAt(place);
            id = rule.Text("id", place);
            severity = rule.Text("severity", place);
            path = rule.Text("path", place);
            message = rule.Object("message", place).Text("vi", place + "/message");
            cite = rule.Get("cite");
            places = new Places(rule, place);
            needs = new Needs(rule.Object("needs", place), place + "/needs");
            object repeated = rule.Get("repeats");
            if (rule.ContainsKey("assert") == (repeated != null) || (repeated != null && !places.HasItems))
                throw new RulebookException(place, "there is not exactly one of assert and, with each, repeats");
            if (repeated == null) assert = JsonLogic.Compile(rule["assert"], place + "/assert");
            else repeats = new Repeats(repeated, place + "/repeats");
            parameters = ((rule.Get("params") as Dictionary<string, object>) ?? new Dictionary<string, object>())
                .Select(parameter => new KeyValuePair<string, Expression>(
                    parameter.Key,
                    JsonLogic.Compile(parameter.Value, place + "/params/" + parameter.Key)))
                .ToList();
        }

        /// <param name="form">What names places.</param>
        /// <param name="data">What the logic reads.</param>
        public IEnumerable<Finding> Findings(Form form, Dictionary<string, object> data)
        {
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (string place in places.In(data))
            {
                if (!needs.Hold(data)) continue;
                bool isBroken = repeats == null ? !true.Equals(assert(data)) : repeats.IsBroken(data, seen);
                if (isBroken) yield return ToFinding(form, data, place);
            }
        }

        private Finding ToFinding(Form form, Dictionary<string, object> data, string place)
        {
            var values = new Dictionary<string, object>(StringComparer.Ordinal);
            if (places.HasKeys) values["item"] = form.LabelAt(place) ?? Words.Say("place");
            foreach (KeyValuePair<string, Expression> parameter in parameters) values[parameter.Key] = parameter.Value(data);
            return new Finding(id, severity, place + path, Words.Fill(message, values), cite);
        }
    }
}
