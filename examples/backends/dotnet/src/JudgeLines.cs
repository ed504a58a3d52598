using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Kl01
{
    /// <summary>Judges vectors as "A judge" in docs/rulebook.md says: one answer for each line that is not blank, in order.</summary>
    public sealed class JudgeLines
    {
        /// <summary>Bytes of a line: the submission, and what stands around it.</summary>
        private const int MaxLine = JsonReader.MaxBytes + 10000;

        private readonly Dictionary<string, Judge> judges;

        public JudgeLines(IEnumerable<Judge> judges)
        {
            this.judges = judges.ToDictionary(judge => judge.Name, StringComparer.Ordinal);
        }

        /// <summary>The lines of a stream. Of one that is too long only so much is kept as is needed to refuse it.</summary>
        public static IEnumerable<byte[]> LinesOf(Stream stream)
        {
            var line = new MemoryStream();
            var chunk = new byte[65536];
            for (int read = stream.Read(chunk, 0, chunk.Length); read > 0; read = stream.Read(chunk, 0, chunk.Length))
            {
                for (int start = 0; start < read;)
                {
                    int end = Array.IndexOf(chunk, (byte)'\n', start, read - start);
                    int length = (end < 0 ? read : end) - start;
                    line.Write(chunk, start, (int)Math.Min(length, Math.Max(0, MaxLine + 1 - line.Length)));
                    start += length + 1;
                    if (end < 0) continue;
                    yield return line.ToArray();
                    line.SetLength(0);
                }
            }
            if (line.Length > 0) yield return line.ToArray();
        }

        public static bool IsBlank(byte[] line) => line.All(letter => letter == ' ' || letter == '\t' || letter == '\r');

        /// <summary><c>{ name, valid, findings }</c>, or <c>{ name?, error }</c>: a bad line stops nothing.</summary>
        public Dictionary<string, object> Answer(byte[] line)
        {
            var answer = new Dictionary<string, object>();
            try
            {
                var vector = JsonReader.Read(line, MaxLine, JsonReader.MaxDepth + 1, MaxLine) as Dictionary<string, object>
                    ?? throw new UnreadableException("the line is no object");
                if (vector.Get("name") is string name) answer["name"] = name;
                if (!judges.TryGetValue(vector.Get("rulebook") as string ?? "", out Judge judge))
                    throw new UnreadableException("the rulebook of this line was not given");
                object submission = vector.Get("submission");
                JsonReader.RefuseUnreadable(submission);
                if (!Instant.TryParse(vector.Get("now") as string, out long minute))
                    throw new UnreadableException("now is no ISO 8601 instant with an offset");
                Unit unit = UnitOf(vector.Get("unit"));
                Verdict verdict = judge.Check(submission, minute, unit, GivenOf(vector.Get("given")), ReceiverOf(vector.Get("receiver")));
                answer["valid"] = verdict.Valid;
                answer["findings"] = verdict.Findings.Select(Short).ToList();
            }
            catch (UnreadableException error)
            {
                answer["error"] = error.Message;
            }
            return answer;
        }

        private static Dictionary<string, object> Short(Finding finding) =>
            new Dictionary<string, object> { ["rule"] = finding.Rule, ["severity"] = finding.Severity, ["path"] = finding.Path };

        private static Unit UnitOf(object unit)
        {
            if (unit == null) return null;
            if (unit is Dictionary<string, object> named && named.Get("id") is string id && named.Get("group") is string group)
                return new Unit(id, group);
            throw new UnreadableException("the unit has no id or no group");
        }

        private static Dictionary<string, object> GivenOf(object given)
        {
            if (given == null || given is Dictionary<string, object>) return (Dictionary<string, object>)given;
            throw new UnreadableException("what is given is no object");
        }

        private static string ReceiverOf(object receiver)
        {
            if (receiver == null || receiver is string) return (string)receiver;
            throw new UnreadableException("the receiver is no id");
        }
    }
}
