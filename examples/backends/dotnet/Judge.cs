// Not run by the authors: see README.md.
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Logic;
using Json.Schema;

namespace Kl01;

public sealed record Finding(string Rule, string Severity, string Path, string Message);

public sealed record Verdict(bool Valid, IReadOnlyList<Finding> Findings);

/// <summary>Judges submissions by one rulebook, in the order of docs/rulebook.md: envelope, schema, needs, assert or unique.</summary>
public sealed class Judge
{
    /// <summary>A breach of these ends the judging: rules could not read such values.</summary>
    private static readonly HashSet<string> EndsJudging = ["type", "multipleOf", "minimum", "maximum", "maxItems"];

    /// <summary>What the judge itself says; the sentences of rules stand in the rulebook.</summary>
    private static readonly JsonNode Words = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vi.json")))!;

    private readonly JsonNode _rulebook;
    private readonly Dictionary<string, PreparedForm> _forms;

    private Judge(JsonNode rulebook)
    {
        _rulebook = rulebook;
        _forms = rulebook["forms"]!.AsArray().ToDictionary(form => (string)form!["id"]!, form => new PreparedForm(form!));
    }

    public string Name => $"{_rulebook["id"]}@{_rulebook["version"]}";

    /// <summary>The rulebook of a file; with <paramref name="sha256"/>, only that very file.</summary>
    public static Judge Load(string path, string? sha256 = null)
    {
        var bytes = File.ReadAllBytes(path);
        var found = Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant();
        if (sha256 is not null && found != sha256)
            throw new InvalidDataException($"{path} has the SHA-256 {found}, not {sha256}: it is not the rulebook that was pinned");
        return new Judge(JsonNode.Parse(bytes)!);
    }

    /// <param name="submission">as <see cref="ReadJson.Parse"/> gives it</param>
    /// <param name="now">when it was received, by your clock</param>
    /// <param name="unit">id and group of whoever is signed in; null: nothing is compared</param>
    public Verdict Check(JsonNode? submission, DateTimeOffset now, (string Id, string Group)? unit)
    {
        var findings = Findings(submission, now, unit).ToList();
        return new Verdict(findings.All(finding => finding.Severity != "error"), findings);
    }

    private IEnumerable<Finding> Findings(JsonNode? submission, DateTimeOffset now, (string Id, string Group)? unit)
    {
        // 0. Envelope
        if (submission is not JsonObject sent)
        {
            yield return Own("schema", "", "schema");
            yield break;
        }
        var named = Regex.Match(Text(sent["rulebook"]) ?? "", @"\A([^@]+)@([^@]+)\z");
        if (!named.Success || named.Groups[1].Value != (string)_rulebook["id"]!)
        {
            yield return Own("rulebook", "/rulebook", "rulebook", Text(sent["rulebook"]));
            yield break;
        }
        if (!_forms.TryGetValue(Text(sent["form"]) ?? "", out var form))
        {
            yield return Own("form", "/form", "form", Text(sent["form"]));
            yield break;
        }
        if (named.Groups[2].Value != (string)_rulebook["version"]!)
            yield return Own("rulebook", "/rulebook", "version", Text(sent["rulebook"]), "warning");

        // 1. Schema: one finding per path
        var breaches = form.Breaches(sent).DistinctBy(breach => (breach.Path, breach.Keyword)).ToList();
        foreach (var breach in breaches.DistinctBy(breach => breach.Path))
            yield return Own("schema", breach.Path, $"shape.{breach.Keyword}", form.LabelAt(breach.Path));
        if (breaches.Any(breach => EndsJudging.Contains(breach.Keyword))) yield break;

        // 2. Rules
        var data = new JsonObject
        {
            ["submission"] = sent.DeepClone(),
            ["unit"] = unit is { } signedIn ? new JsonObject { ["id"] = signedIn.Id, ["group"] = signedIn.Group } : null,
            ["now"] = (long)Math.Floor(now.ToUnixTimeSeconds() / 60.0),
            ["item"] = null,
            ["index"] = null,
        };
        foreach (var (each, rules) in form.RulesByList)
        {
            if (each is null)
            {
                foreach (var rule in rules.Where(rule => rule.IsBroken(data, new HashSet<string>()))) yield return rule.ToFinding(data, "");
                continue;
            }
            if (ValueAt(sent, each) is not JsonArray items) continue;
            var seen = rules.ToDictionary(rule => rule, _ => new HashSet<string>());
            for (var index = 0; index < items.Count; index++)
            {
                data["item"] = items[index]?.DeepClone(); // a node has one parent only
                data["index"] = index;
                foreach (var rule in rules.Where(rule => rule.IsBroken(data, seen[rule])))
                    yield return rule.ToFinding(data, $"{each}/{index}");
            }
            data["item"] = data["index"] = null;
        }
    }

    private Finding Own(string rule, string path, string words, string? about = null, string severity = "error")
    {
        var places = new Dictionary<string, string> { ["expected"] = Name, ["received"] = about ?? "", ["label"] = about ?? "" };
        return new Finding(rule, severity, path, Fill((string)Words[words]!, places));
    }

    internal static string Fill(string template, IReadOnlyDictionary<string, string> places) =>
        Regex.Replace(template, @"\{([A-Za-z]\w*)\}", place => places.GetValueOrDefault(place.Groups[1].Value, place.Value));

    internal static string? Text(JsonNode? value) =>
        value is JsonValue node && node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    internal static JsonNode? ValueAt(JsonNode? value, string pointer) =>
        pointer.Split('/').Skip(1).Aggregate(value, (node, step) => (node as JsonObject)?[step]);
}

/// <summary>A form's schema and rules, parsed once.</summary>
internal sealed class PreparedForm
{
    private readonly JsonNode _form;
    private readonly JsonSchema _schema;

    public IReadOnlyList<(string? Each, List<PreparedRule> Rules)> RulesByList { get; }

    public PreparedForm(JsonNode form)
    {
        _form = form;
        _schema = JsonSchema.FromText(form["schema"]!.ToJsonString());
        RulesByList = form["rules"]!.AsArray()
            .Select(rule => new PreparedRule(rule!))
            .GroupBy(rule => rule.Each)
            .Select(group => (group.Key, group.ToList()))
            .ToList();
    }

    /// <summary>
    /// Every breach, an unknown property at its parent. Lengths are counted here, in code points: the library counts what a
    /// reader would call letters, so that ế written as three code points is one to it.
    /// </summary>
    public IEnumerable<(string Path, string Keyword)> Breaches(JsonObject submission)
    {
        var results = _schema.Evaluate(submission, new EvaluationOptions { OutputFormat = OutputFormat.List });
        foreach (var node in results.Details.Prepend(results))
        {
            foreach (var keyword in node.Errors?.Keys ?? Enumerable.Empty<string>())
            {
                var path = node.InstanceLocation.ToString();
                // additionalProperties: false reads as a schema "false" for each unknown property; its error has no keyword.
                if (keyword == "") yield return (path[..path.LastIndexOf('/')], "additionalProperties");
                else if (keyword is not ("minLength" or "maxLength" or "properties" or "items")) yield return (path, keyword);
            }
        }
        foreach (var breach in Lengths(_form["schema"]!, submission, "")) yield return breach;
    }

    private static IEnumerable<(string Path, string Keyword)> Lengths(JsonNode schema, JsonNode? value, string path)
    {
        if (Judge.Text(value) is { } text)
        {
            var length = text.EnumerateRunes().Count();
            if (length > (int?)schema["maxLength"]) yield return (path, "maxLength");
            else if (length < (int?)schema["minLength"]) yield return (path, "minLength");
        }
        else if (value is JsonArray items && schema["items"] is { } each)
        {
            for (var index = 0; index < items.Count; index++)
                foreach (var breach in Lengths(each, items[index], $"{path}/{index}")) yield return breach;
        }
        else if (value is JsonObject members && schema["properties"] is JsonObject known)
        {
            foreach (var (name, member) in members)
                if (known.TryGetPropertyValue(name, out var of) && of is not null)
                    foreach (var breach in Lengths(of, member, $"{path}/{name}")) yield return breach;
        }
    }

    /// <summary>The label of a place, where list positions read as *.</summary>
    public string LabelAt(string path)
    {
        var labels = _form["view"]!["labels"]!;
        var label = labels[path] ?? labels[Regex.Replace(path, @"/\d+(?=/|\z)", "/*")];
        return Judge.Text(label) ?? Judge.Text(label?["vi"]) ?? "Nội dung";
    }
}

internal sealed class PreparedRule
{
    private readonly JsonNode _rule;
    private readonly List<(Rule Read, string Type)> _needs;
    private readonly Rule? _assert;
    private readonly List<Rule> _unique;

    public string? Each { get; }

    public PreparedRule(JsonNode rule)
    {
        _rule = rule;
        Each = (string?)rule["each"];
        _needs = rule["needs"]!.AsObject().Select(need => (Variable(need.Key), (string)need.Value!)).ToList();
        _assert = rule["assert"] is { } assert ? Logic(assert) : null;
        _unique = (rule["unique"] as JsonArray ?? new JsonArray()).Select(path => Variable((string)path!)).ToList();
    }

    /// <param name="seen">values of earlier items, for `unique`</param>
    public bool IsBroken(JsonNode data, HashSet<string> seen)
    {
        if (!_needs.All(need => IsOfType(need.Read.Apply(data), need.Type))) return false;
        if (_assert is null) return !seen.Add(string.Join(",", _unique.Select(read => read.Apply(data)?.ToJsonString() ?? "null")));
        return _assert.Apply(data) is not JsonValue value || value.GetValueKind() != JsonValueKind.True;
    }

    public Finding ToFinding(JsonNode data, string at)
    {
        var places = (_rule["params"] as JsonObject ?? new JsonObject()).ToDictionary(
            param => param.Key,
            param => Logic(param.Value!).Apply(data)?.ToString() ?? "");
        var message = Judge.Fill((string)_rule["message"]!["vi"]!, places);
        return new Finding((string)_rule["id"]!, (string)_rule["severity"]!, at + _rule["path"], message);
    }

    private static Rule Variable(string path) => Logic(new JsonObject { ["var"] = path });

    private static Rule Logic(JsonNode logic) => JsonSerializer.Deserialize<Rule>(logic.ToJsonString())!;

    private static bool IsOfType(JsonNode? value, string type) => type switch
    {
        "list" => value is JsonArray,
        "object" => value is JsonObject,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        _ => value is JsonValue number && number.TryGetValue<long>(out _), // ReadJson made whole numbers long
    };
}
