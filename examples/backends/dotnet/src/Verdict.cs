using System;
using System.Collections.Generic;
using System.Linq;

namespace Kl01
{
    /// <summary>The unit that is signed in, as the host authenticated it, by the ids that the rulebook uses.</summary>
    public sealed class Unit
    {
        public Unit(string id, string group)
        {
            Id = id ?? throw new ArgumentNullException(nameof(id));
            Group = group ?? throw new ArgumentNullException(nameof(group));
        }

        public string Id { get; }

        public string Group { get; }

        /// <summary>As rules read it.</summary>
        internal Dictionary<string, object> ToJson() =>
            new Dictionary<string, object>(StringComparer.Ordinal) { ["id"] = Id, ["group"] = Group };
    }

    /// <summary>What is wrong and where.</summary>
    public sealed class Finding
    {
        public Finding(string rule, string severity, string path, string message, object cite = null)
        {
            Rule = rule;
            Severity = severity;
            Path = path;
            Message = message;
            Cite = cite;
        }

        public string Rule { get; }

        /// <summary><c>error</c>, <c>warning</c> or <c>advice</c>.</summary>
        public string Severity { get; }

        /// <summary>JSON Pointer into the submission.</summary>
        public string Path { get; }

        /// <summary>A sentence in Vietnamese.</summary>
        public string Message { get; }

        /// <summary>The clause the rule was made from, <c>{ document, clause }</c>, or null.</summary>
        public object Cite { get; }

        /// <summary>As the form's property <c>findings</c> takes it.</summary>
        public Dictionary<string, object> ToJson()
        {
            var json = new Dictionary<string, object>
            {
                ["rule"] = Rule,
                ["severity"] = Severity,
                ["path"] = Path,
                ["message"] = Message,
            };
            if (Cite != null) json["cite"] = Cite;
            return json;
        }
    }

    /// <summary>Findings of all severities; valid when none is an error.</summary>
    public sealed class Verdict
    {
        public Verdict(IReadOnlyList<Finding> findings)
        {
            Findings = findings;
        }

        public bool Valid => Findings.All(finding => finding.Severity != "error");

        public IReadOnlyList<Finding> Findings { get; }
    }
}
