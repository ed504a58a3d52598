using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Kl01
{
    /// <summary>
    /// Judges submissions by one rulebook, in the order of docs/rulebook.md: envelope, schema, rules. Make one and keep it: it
    /// may be asked by many threads at once.
    /// </summary>
    public sealed class Judge
    {
        private const int MaxRulebookBytes = 50000000;
        private const int MaxRulebookDepth = 64;
        private static readonly string[] Formats = { "2" };

        /// <summary>A breach of these ends the judging: rules could not read such values.</summary>
        private static readonly HashSet<string> EndsJudging = new HashSet<string>(StringComparer.Ordinal)
        {
            "type", "multipleOf", "minimum", "maximum", "maxItems",
        };

        private readonly string id;
        private readonly string version;
        private readonly long utcOffset;
        private readonly Dictionary<string, Form> forms;

        internal Judge(Dictionary<string, object> rulebook)
        {
            if (!Formats.Contains(rulebook.Get("rulebook")))
                throw new RulebookException("/rulebook", "this is no rulebook of format " + string.Join(" or ", Formats));
            id = rulebook.Text("id", "");
            version = rulebook.Text("version", "");
            if (!Instant.TryParseOffset(rulebook.Text("utcOffset", ""), out utcOffset))
                throw new RulebookException("/utcOffset", "there is no offset such as +07:00");
            forms = rulebook.List("forms", "")
                .Select((form, index) => new Form(form, "/forms/" + index.ToString(CultureInfo.InvariantCulture)))
                .ToDictionary(form => form.Id, StringComparer.Ordinal);
        }

        /// <summary>Of the rulebook, without its version.</summary>
        public string Id => id;

        public bool HasForm(string form) => forms.ContainsKey(form);

        /// <summary><c>id@version</c> of the rulebook.</summary>
        public string Name => id + "@" + version;

        /// <summary>The judge of a file that <c>kl01 compile</c> wrote.</summary>
        /// <param name="path">The file.</param>
        /// <param name="sha256">Its SHA-256 in hexadecimal: any other file, or one that was changed, is refused.</param>
        /// <exception cref="InvalidDataException">The file is another, or no rulebook.</exception>
        public static Judge Load(string path, string sha256 = null)
        {
            byte[] bytes = File.ReadAllBytes(path);
            if (sha256 != null) RefuseAnother(path, bytes, sha256);
            try
            {
                return new Judge(JsonReader.Read(bytes, MaxRulebookBytes, MaxRulebookDepth, MaxRulebookBytes).ObjectAt(""));
            }
            catch (UnreadableException error)
            {
                throw new InvalidDataException(path + " is no rulebook: " + error.Message, error);
            }
            catch (RulebookException error)
            {
                throw new InvalidDataException(path + " is no rulebook: " + error.Message, error);
            }
        }

        private static void RefuseAnother(string path, byte[] bytes, string sha256)
        {
            string found = Sha256.Of(bytes);
            if (string.Equals(found, sha256, StringComparison.OrdinalIgnoreCase)) return;
            throw new InvalidDataException(
                path + " has the SHA-256 " + found + ", not " + sha256 + ": it is not the rulebook that was pinned");
        }

        /// <summary>The verdict upon a submission: a bad one gives findings, never an exception.</summary>
        /// <param name="submission">As <see cref="JsonReader.Read"/> gives it.</param>
        /// <param name="now">When it was received, by your clock.</param>
        /// <param name="unit">Whoever is signed in; with null nothing is compared.</param>
        /// <param name="given">
        /// What you know and the form asks of you in <c>view.given</c>, by id: a day as text (2024-03-01), a number, true or false.
        /// What is missing is unknown.
        /// </param>
        /// <param name="receiver">Id of the receiver you judge for, where a form has several with deadlines of their own.</param>
        /// <exception cref="ArgumentException">Something given is of another type.</exception>
        public Verdict Check(
            object submission,
            DateTimeOffset now,
            Unit unit,
            IReadOnlyDictionary<string, object> given = null,
            string receiver = null)
        {
            return Check(submission, Instant.MinuteOf(now), unit, given, receiver);
        }

        internal Verdict Check(
            object submission,
            long minute,
            Unit unit,
            IReadOnlyDictionary<string, object> given,
            string receiver)
        {
            var data = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["submission"] = submission,
                ["unit"] = unit?.ToJson(),
                ["now"] = (double)minute,
                ["given"] = given?.ToDictionary(member => member.Key, AsJson, StringComparer.Ordinal),
                ["receiver"] = receiver,
                ["derived"] = Day.Of(minute, utcOffset),
                ["marks"] = new Dictionary<string, object>(StringComparer.Ordinal),
            };
            return new Verdict(Findings(submission, data).ToList());
        }

        /// <summary>All numbers are doubles where they are compared. A DateTime is no day: its time and zone would be dropped.</summary>
        private static object AsJson(KeyValuePair<string, object> given)
        {
            object value = given.Value;
            if (value is int number) return (double)number;
            if (value == null || value is string || value is double || value is bool) return value;
            if (value is List<object> || value is Dictionary<string, object>) return value;
            throw new ArgumentException("given." + given.Key + " is a " + value.GetType().Name + ": pass a text, an int or a bool", nameof(given));
        }

        private IEnumerable<Finding> Findings(object submission, Dictionary<string, object> data)
        {
            string unreadable = null;
            try
            {
                JsonReader.RefuseUnreadable(submission);
            }
            catch (UnreadableException)
            {
                unreadable = "refused";
            }

            // 0. Envelope
            var sent = submission as Dictionary<string, object>;
            if (unreadable != null || sent == null)
            {
                yield return Own("schema", "", unreadable ?? "schema");
                yield break;
            }
            var names = new Dictionary<string, object> { ["expected"] = Name, ["received"] = sent.Get("rulebook") };
            string[] named = (sent.Get("rulebook") as string ?? "").Split('@');
            if (named.Length != 2 || named[1].Length == 0 || named[0] != id)
            {
                yield return Own("rulebook", "/rulebook", "rulebook", names);
                yield break;
            }
            if (!forms.TryGetValue(sent.Get("form") as string ?? "", out Form form))
            {
                yield return Own("form", "/form", "form", new Dictionary<string, object> { ["received"] = sent.Get("form") });
                yield break;
            }
            if (named[1] != version) yield return Own("rulebook", "/rulebook", "version", names, "warning");

            // 1. Schema: one finding per path
            List<Breach> breaches = form.Schema.Breaches(sent);
            foreach (IGrouping<string, Breach> atPath in breaches.GroupBy(found => found.Path, StringComparer.Ordinal))
            {
                Breach breach = atPath.First();
                yield return Own("schema", breach.Path, form.WordsFor(breach), new Dictionary<string, object>
                {
                    ["label"] = form.LabelAt(breach.Path) ?? Words.Say("place"),
                    ["limit"] = breach.Limit,
                });
            }
            if (breaches.Any(breach => EndsJudging.Contains(breach.Keyword))) yield break;

            // 2. Derived values and rules
            foreach (DerivedValue entry in form.Derived) entry.Compute(data);
            foreach (Rule rule in form.Rules)
            {
                foreach (Finding finding in rule.Findings(form, data)) yield return finding;
            }
        }

        private static Finding Own(
            string rule,
            string path,
            string words,
            Dictionary<string, object> values = null,
            string severity = "error")
        {
            return new Finding(rule, severity, path, Words.Say(words, values));
        }
    }
}
