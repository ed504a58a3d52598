using System;
using System.Collections.Generic;
using System.Globalization;
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
        private readonly string each;
        private readonly Expression items;
        private readonly List<KeyValuePair<Expression, Func<object, bool>>> needs;
        private readonly Expression assert;
        private readonly List<Expression> unique;
        private readonly List<KeyValuePair<string, Expression>> parameters;

        public Rule(object source, string place)
        {
            Dictionary<string, object> rule = source.ObjectAt(place);
            id = rule.Text("id", place);
            severity = rule.Text("severity", place);
            path = rule.Text("path", place);
            message = rule.Object("message", place).Text("vi", place + "/message");
            cite = rule.Get("cite");
            each = rule.Get("each") as string;
            if (each != null) items = JsonLogic.Variable(string.Join(".", each.Split('/').Skip(1).Select(Pointer.Unescape)));
            needs = rule.Object("needs", place)
                .Select(need => new KeyValuePair<Expression, Func<object, bool>>(
                    JsonLogic.Variable(need.Key),
                    TypeNamed(need.Value as string, place + "/needs/" + need.Key)))
                .ToList();
            if (rule.ContainsKey("unique"))
                unique = rule.List("unique", place).Select(variable => JsonLogic.Variable((variable as string) ?? "")).ToList();
            else assert = JsonLogic.Compile(rule.Get("assert"), place + "/assert");
            parameters = ((rule.Get("params") as Dictionary<string, object>) ?? new Dictionary<string, object>())
                .Select(parameter => new KeyValuePair<string, Expression>(
                    parameter.Key,
                    JsonLogic.Compile(parameter.Value, place + "/params/" + parameter.Key)))
                .ToList();
        }

        /// <param name="submission">What <c>each</c> is read from.</param>
        /// <param name="data">What the logic reads; <c>item</c> and <c>index</c> are set here.</param>
        public IEnumerable<Finding> Findings(Dictionary<string, object> submission, Dictionary<string, object> data)
        {
            var seen = new Dictionary<string, bool>(StringComparer.Ordinal);
            if (each == null)
            {
                if (IsBroken(data, seen)) yield return ToFinding(data, path);
                yield break;
            }
            if (!(items(submission) is List<object> list)) yield break;
            for (int index = 0; index < list.Count; index++)
            {
                data["item"] = list[index];
                data["index"] = (double)index;
                if (!IsBroken(data, seen)) continue;
                yield return ToFinding(data, each + "/" + index.ToString(CultureInfo.InvariantCulture) + path);
            }
            data["item"] = null;
            data["index"] = null;
        }

        /// <param name="data">What the logic reads.</param>
        /// <param name="seen">Values of earlier items, for <c>unique</c>.</param>
        private bool IsBroken(Dictionary<string, object> data, Dictionary<string, bool> seen)
        {
            foreach (KeyValuePair<Expression, Func<object, bool>> need in needs)
            {
                if (!need.Value(need.Key(data))) return false;
            }
            if (unique == null) return !true.Equals(assert(data));
            string values = JsonWriter.Write(unique.Select(read => read(data)));
            if (seen.ContainsKey(values)) return true;
            seen[values] = true;
            return false;
        }

        private Finding ToFinding(Dictionary<string, object> data, string at)
        {
            Dictionary<string, object> values = parameters.ToDictionary(
                parameter => parameter.Key,
                parameter => parameter.Value(data),
                StringComparer.Ordinal);
            return new Finding(id, severity, at, Words.Fill(message, values), cite);
        }

        private static Func<object, bool> TypeNamed(string name, string place)
        {
            switch (name)
            {
                case "string": return value => value is string;
                case "integer": return value => value is double number && Math.Floor(number) == number;
                case "boolean": return value => value is bool;
                case "list": return value => value is List<object>;
                case "object": return value => value is Dictionary<string, object>;
                default: throw new RulebookException(place, "this is no type that a rule may need");
            }
        }
    }
}
