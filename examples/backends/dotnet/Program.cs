// Not run by the authors: see README.md.
//
//     dotnet run -- RULEBOOK… < VECTORS          a verdict for each line, as "A judge" in docs/rulebook.md
//     dotnet run -- --test RULEBOOK… < VECTORS   counts the lines whose verdict is the one they expect
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kl01;

var test = args.FirstOrDefault() == "--test";
var judges = args.Skip(test ? 1 : 0).Select(path => Judge.Load(path)).ToDictionary(judge => judge.Name);
var instant = new Regex(@"\A([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2})(:[0-9]{2}([.,][0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})\z");
var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
var (passed, failed) = (0, 0);
var most = ReadJson.MaxBytes + 10_000;

foreach (var line in Lines(Console.OpenStandardInput()))
{
    if (line.All(character => character is (byte)' ' or (byte)'\t' or (byte)'\r')) continue;
    var answer = AnswerTo(line, out var expected);
    if (!test) output.WriteLine(answer.ToJsonString());
    else if (AsMultiset(answer).SequenceEqual(AsMultiset(expected))) passed++;
    else failed++;
}
if (test) output.WriteLine($"{passed} passed, {failed} failed");
return failed > 0 ? 1 : 0;

// Of a line that is longer than one may be only so much is kept as is needed to refuse it.
IEnumerable<byte[]> Lines(Stream stream)
{
    using var input = new BufferedStream(stream, 65_536);
    var line = new MemoryStream();
    for (var character = input.ReadByte(); character >= 0; character = input.ReadByte())
    {
        if (character == '\n')
        {
            yield return line.ToArray();
            line.SetLength(0);
        }
        else if (line.Length <= most) line.WriteByte((byte)character);
    }
    if (line.Length > 0) yield return line.ToArray();
}

JsonObject AnswerTo(byte[] line, out JsonNode? expected)
{
    var answer = new JsonObject();
    expected = null;
    try
    {
        var vector = ReadJson.Parse(line, most, ReadJson.MaxDepth + 1, most) as JsonObject
            ?? throw new UnreadableException("the line is no object");
        if (Judge.Text(vector["name"]) is { } name) answer["name"] = name;
        expected = vector["expect"];
        if (!judges.TryGetValue(Judge.Text(vector["rulebook"]) ?? "", out var judge))
            throw new UnreadableException("the rulebook of this line was not given");
        if (ReadJson.CountValues(vector["submission"]) > ReadJson.MaxValues) throw new UnreadableException("too many values");
        var verdict = judge.Check(vector["submission"], Instant(Judge.Text(vector["now"]) ?? ""), UnitOf(vector["unit"]));
        answer["valid"] = verdict.Valid;
        answer["findings"] = new JsonArray(verdict.Findings.Select(finding => (JsonNode)new JsonObject
        {
            ["rule"] = finding.Rule,
            ["severity"] = finding.Severity,
            ["path"] = finding.Path,
        }).ToArray());
    }
    catch (UnreadableException error)
    {
        answer["error"] = error.Message;
    }
    return answer;
}

DateTimeOffset Instant(string text)
{
    var match = instant.Match(text);
    var minute = match.Groups[1].Value + match.Groups[4].Value.Replace("Z", "+00:00");
    return match.Success
        && DateTimeOffset.TryParseExact(minute, "yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var now)
            ? now
            : throw new UnreadableException("now is no ISO 8601 instant with offset");
}

(string, string)? UnitOf(JsonNode? unit) => unit switch
{
    null => null,
    JsonObject named when Judge.Text(named["id"]) is { } id && Judge.Text(named["group"]) is { } group => (id, group),
    _ => throw new UnreadableException("the unit has no id or no group"),
};

IEnumerable<string> AsMultiset(JsonNode? verdict) => (verdict?["findings"] as JsonArray ?? new JsonArray())
    .Select(finding => $"{finding!["rule"]} {finding["severity"]} {finding["path"]}")
    .Order(StringComparer.Ordinal)
    .Append(verdict?["valid"]?.ToString() ?? "error");
