using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace Kl01.Tests
{
    /// <summary>All vectors, the table of what is refused, and what neither shows: sentences, clauses, numbers, the pinned file.</summary>
    internal static class JudgeTests
    {
        private const string Head = "\"rulebook\":\"hai-phong.kien-an.2023@1.0.0\",\"form\":\"de-nghi-cap-quan\"";
        private const string Line = "\"name\":\"x\",\"rulebook\":\"hai-phong.kien-an.2023@1.0.0\",\"now\":\"2023-03-24T09:00:00+07:00\"";
        private static readonly DateTimeOffset InTime = new DateTimeOffset(2023, 3, 22, 8, 0, 0, TimeSpan.FromHours(7));
        private static readonly Judge KienAn = Judge.Load(Shared.Rulebook);

        private static readonly JudgeLines Judges =
            new JudgeLines(Directory.GetFiles(Shared.Vectors, "*.rulebook.json").Select(path => Judge.Load(path)));

        private static readonly Dictionary<string, object> Refused = Shared.ReadJson(Path.Combine("..", "refused.json"));

        private static readonly List<KeyValuePair<string, byte[]>> Lines = Directory.GetFiles(Shared.Vectors, "*.ndjson")
            .SelectMany(path => File.ReadLines(path).Select((line, index) => new KeyValuePair<string, byte[]>(
                Path.GetFileName(path) + ":" + (index + 1).ToString(CultureInfo.InvariantCulture),
                Encoding.UTF8.GetBytes(line))))
            .ToList();

        public static IEnumerable<KeyValuePair<string, Action>> All()
        {
            foreach (KeyValuePair<string, byte[]> line in Lines) yield return Test(line.Key, () => IsJudgedAsExpected(line.Value));
            foreach (Dictionary<string, object> text in ListOf(Refused, "texts"))
                yield return Test((string)text["name"], () => IsReadOrRefused(text));
            foreach (Dictionary<string, object> line in ListOf(Refused, "lines"))
                yield return Test((string)line["name"], () => IsAnswered(line));
            foreach (Dictionary<string, object> form in ListOf(Shared.ReadJson(Path.Combine(Shared.Vectors, "judged.json")), "forms"))
            {
                foreach (Dictionary<string, object> entry in ListOf(form, "cases"))
                    yield return Test(form["name"] + ": " + entry["name"], () => IsJudged(form, entry));
            }
            yield return Test("lines are told apart, blank ones are none", LinesAreToldApart);
            yield return Test("of an endless line no more is kept than a line may have", EndlessLinesAreCut);
            yield return Test("findings speak Vietnamese and name their clause", FindingsSpeakVietnamese);
            yield return Test("what was typed is quoted as it is", WhatWasTypedIsQuoted);
            yield return Test("a rulebook is known by its digest", ARulebookIsKnownByItsDigest);
            yield return Test("what is no rulebook is named", WhatIsNoRulebookIsNamed);
            yield return Test("today is a day of the calendar, also where .NET knows none", TodayIsADay);
            yield return Test("derived values that are none are named", DerivedValuesThatAreNoneAreNamed);
            yield return Test("names of a rulebook are names like any other, and a row has a label", NamesAreNames);
            yield return Test("what is given is text, a number, true or false", WhatIsGivenIsPlain);
            yield return Test("a value in memory that no text is read as gives a finding", ValuesInMemory);
            yield return Test("numbers are read as the doubles next to them", NumbersAreExact);
            yield return Test("what is written is read again", WrittenIsRead);
            yield return Test("letters of two code units count once", LettersCountOnce);
        }

        private static void IsJudgedAsExpected(byte[] line)
        {
            Dictionary<string, object> expected = (Dictionary<string, object>)Shared.ReadJson(line)["expect"];
            Assert.Equal(InWords(expected), InWords(Judges.Answer(line)));
        }

        private static void IsReadOrRefused(Dictionary<string, object> entry)
        {
            byte[] text = TextOf(entry);
            string answer = InWords(Judges.Answer(LineWith(text)));
            if (entry.ContainsKey("refused"))
            {
                Assert.Equal("error", answer);
                Assert.Throws<UnreadableException>(() => JsonReader.Read(text), "");
                return;
            }
            string same = JsonWriter.Write(entry["same"]);
            Assert.Equal(same, JsonWriter.Write(JsonReader.Read(text)));
            Assert.Equal(InWords(Judges.Answer(LineWith(Encoding.UTF8.GetBytes(same)))), answer);
        }

        private static void IsAnswered(Dictionary<string, object> entry)
        {
            string answer = InWords(Judges.Answer(Encoding.UTF8.GetBytes((string)entry["line"])));
            Assert.Equal(true.Equals(entry["error"]) ? "error" : "not valid; schema error ", answer);
        }

        private static void IsJudged(Dictionary<string, object> form, Dictionary<string, object> entry)
        {
            var line = new Dictionary<string, object>(entry) { ["rulebook"] = "r@1" };
            if (!line.ContainsKey("now")) line["now"] = "2024-03-01T08:00:00+07:00";
            line["submission"] = new Dictionary<string, object>((Dictionary<string, object>)entry["submission"])
            {
                ["rulebook"] = "r@1",
                ["form"] = "f",
            };
            var lines = new JudgeLines(new[] { SmallJudge(form) });
            Dictionary<string, object> answer = lines.Answer(Encoding.UTF8.GetBytes(JsonWriter.Write(line)));
            Assert.True(answer.ContainsKey("findings"), JsonWriter.Write(answer));
            IEnumerable<string> found = ((IEnumerable<object>)answer["findings"])
                .Cast<Dictionary<string, object>>()
                .Select(finding => finding["rule"] + " " + finding["path"]);
            IEnumerable<string> expected = ((List<object>)entry["findings"]).Cast<string>();
            Assert.Equal(
                string.Join("; ", expected.OrderBy(words => words, StringComparer.Ordinal)),
                string.Join("; ", found.OrderBy(words => words, StringComparer.Ordinal)));
        }

        /// <summary>A form of the table judged.json, with what is the same in all.</summary>
        private static Judge SmallJudge(Dictionary<string, object> form)
        {
            string properties = JsonWriter.Write(form["properties"]).Substring(1);
            string text = @"{""rulebook"":""2"",""id"":""r"",""version"":""1"",""utcOffset"":""+07:00"",""forms"":[{""id"":""f"",
                ""schema"":{""type"":""object"",""additionalProperties"":false,
                    ""properties"":{""rulebook"":{""type"":""string""},""form"":{""type"":""string""}," + properties + @"},
                ""view"":{""labels"":{""/t/a~1b~0c"":""Dòng cuối""}}}]}";
            Dictionary<string, object> rulebook = Shared.ReadJson(Encoding.UTF8.GetBytes(text));
            var small = (Dictionary<string, object>)((List<object>)rulebook["forms"])[0];
            if (form.ContainsKey("derive")) small["derive"] = form["derive"];
            var message = new Dictionary<string, object> { ["vi"] = "{item}: thiếu" };
            small["rules"] = ListOf(form, "rules")
                .Select(rule => (object)new Dictionary<string, object>(rule) { ["message"] = message })
                .ToList();
            return new Judge(rulebook);
        }

        private static void TodayIsADay()
        {
            var expected = new Dictionary<string, string>
            {
                ["1969-12-31T23:59:59+07:00"] = "-1 " + ((12 * 1969 + 11) * 32 + 31),
                ["2024-02-28T17:00:00Z"] = "19782 " + ((12 * 2024 + 1) * 32 + 29),
                ["0001-01-01T00:00:00+23:59"] = "-719163 " + (11 * 32 + 31),
                ["9999-12-31T23:59:00Z"] = "2932897 " + (12 * 10000 * 32 + 1),
            };
            foreach (KeyValuePair<string, string> pair in expected)
            {
                Assert.True(Instant.TryParse(pair.Key, out long minute), pair.Key);
                Dictionary<string, object> day = Day.Of(minute, 420);
                Assert.Equal(pair.Value, FormattableString.Invariant($"{day["today"]} {day["todayKey"]}"));
            }
        }

        private static void DerivedValuesThatAreNoneAreNamed()
        {
            var expected = new Dictionary<string, string>
            {
                ["{}"] = "/forms/0/derive: there is no list",
                ["[\"a\"]"] = "/forms/0/derive/0: there is no object",
                ["[{\"as\":1,\"logic\":1}]"] = "/forms/0/derive/0/as: there is no text",
                ["[{\"as\":\"a\"}]"] = "/forms/0/derive/0: there is not exactly one of days, months, share, logic",
                ["[{\"as\":\"a\",\"weeks\":\"now\"}]"] = "/forms/0/derive/0: there is not exactly one",
                ["[{\"as\":\"a\",\"days\":\"now\",\"logic\":null}]"] = "/forms/0/derive/0: there is not exactly one",
                ["[{\"as\":\"a\",\"months\":1}]"] = "/forms/0/derive/0/months: there is no text",
                ["[{\"as\":\"a\",\"logic\":{\"in\":[]}}]"] = "/forms/0/derive/0/logic/in: this is no operator",
                ["[{\"as\":\"a\",\"each\":\"nominees\",\"logic\":1}]"] = "/forms/0/derive/0/each: there is no JSON Pointer",
                ["[{\"as\":\"a\",\"keys\":[\"x\"],\"logic\":1}]"] = "/forms/0/derive/0/keys: there are no names",
                ["[{\"as\":\"a\",\"needs\":{\"now\":\"number\"},\"logic\":1}]"] = "/forms/0/derive/0/needs/now: this is no type",
                ["[{\"as\":\"a\",\"share\":{\"of\":1,\"part\":[1,0],\"round\":\"up\"}}]"] = "/forms/0/derive/0/share/part: there are no two",
                ["[{\"as\":\"a\",\"share\":{\"of\":1,\"part\":[1,2],\"round\":\"UP\"}}]"] = "/forms/0/derive/0/share/round: there is none of",
            };
            foreach (KeyValuePair<string, string> pair in expected)
            {
                byte[] text = Encoding.UTF8.GetBytes("{\"properties\":{\"n\":{\"type\":\"number\"}},\"rules\":[],\"derive\":" + pair.Key + "}");
                Assert.Throws<RulebookException>(() => SmallJudge(Shared.ReadJson(text)), pair.Value);
            }
        }

        private static void NamesAreNames()
        {
            const string Places = @"""each"":""/t"",""keys"":["""",""__proto__"",""0"",""a/b~c""]";
            Judge judge = SmallJudge(Shared.ReadJson(Encoding.UTF8.GetBytes(@"{""properties"":{""t"":{""type"":[""object"",""null""]}},
                ""derive"":[{""as"":""GetHashCode""," + Places + @",""logic"":{""!=="":[{""var"":""item""},null]}}],
                ""rules"":[{""id"":""row"",""severity"":""error"",""needs"":{},""path"":""/x""," + Places + @",
                    ""assert"":{""==="":[{""var"":""mark.GetHashCode""},true]}}]}")));
            object submission = JsonReader.Read(Encoding.UTF8.GetBytes(
                "{\"rulebook\":\"r@1\",\"form\":\"f\",\"t\":{\"__proto__\":1,\"\":{},\"0\":null}}"));
            Assert.Equal(
                "/t/0/x Nội dung: thiếu; /t/a~1b~0c/x Dòng cuối: thiếu",
                string.Join("; ", judge.Check(submission, InTime, null).Findings.Select(finding => finding.Path + " " + finding.Message)));
        }

        private static void WhatIsGivenIsPlain()
        {
            Judge judge = SmallJudge(Shared.ReadJson(Encoding.UTF8.GetBytes(@"{""properties"":{""n"":{""type"":""number""}},
                ""rules"":[{""id"":""most"",""severity"":""error"",""needs"":{""given.most"":""integer""},""path"":"""",
                    ""assert"":{""<="":[{""var"":""given.most""},2]}}]}")));
            object submission = JsonReader.Read(Encoding.UTF8.GetBytes("{\"rulebook\":\"r@1\",\"form\":\"f\"}"));
            Func<object, int> found = most =>
                judge.Check(submission, InTime, null, new Dictionary<string, object> { ["most"] = most }).Findings.Count;
            Assert.Equal("0 1 0 0", string.Join(" ", found(2), found(3), found("3"), found(null)));
            Assert.Throws<ArgumentException>(() => found(DateTime.MinValue), "given.most is a DateTime");
        }

        private static void LinesAreToldApart()
        {
            byte[] text = Encoding.UTF8.GetBytes("a\n\n \t\r\nb\r\nc");
            IEnumerable<byte[]> lines = JudgeLines.LinesOf(new MemoryStream(text)).Where(line => !JudgeLines.IsBlank(line));
            Assert.Equal("a|b\r|c", string.Join("|", lines.Select(Encoding.UTF8.GetString)));
        }

        private static void EndlessLinesAreCut()
        {
            byte[] text = Enumerable.Repeat((byte)'a', 12000000).Concat(new[] { (byte)'\n', (byte)'b' }).ToArray();
            Assert.Equal("5010001,1", string.Join(",", JudgeLines.LinesOf(new MemoryStream(text)).Select(line => line.Length)));
        }

        private static void FindingsSpeakVietnamese()
        {
            List<Finding> findings = Judged(
                "{" + Head + ",\"unit\":{\"id\":\"a\",\"group\":\"chi-bo\"},\"nominees\":[],\"contact\":{\"name\":\" \",\"phone\":\""
                + new string('0', 300) + "\"},\"x\":1}");
            Assert.Equal("Nội dung gửi: có nội dung không thuộc biểu mẫu.", MessageOf(findings, "schema", ""));
            Assert.Equal("Họ và tên người liên hệ: không được chỉ có khoảng trắng.", MessageOf(findings, "schema", "/contact/name"));
            Assert.True(MessageOf(findings, "schema", "/contact/phone").Contains(": dài quá "), MessageOf(findings, "schema", "/contact/phone"));
            Assert.Equal(
                "Số lượng được đề nghị: 01 tập thể hoặc 01 cá nhân. Danh sách hiện có 0 tập thể, 0 cá nhân.",
                MessageOf(findings, "quota/chi-bo-doan-the", "/nominees"));
            string json = JsonWriter.Write(findings.Select(finding => finding.ToJson()));
            Assert.True(json.Contains("\"cite\":{\"clause\":\"II.2.1\",\"document\":\"1399-CV/QU\"}"), json);
            Assert.True(findings.All(finding => !finding.Message.Contains("{")), json);
        }

        private static void WhatWasTypedIsQuoted()
        {
            List<Finding> findings = Judged("{\"rulebook\":\"hai-phong.kien-an.2023@1.0.0\",\"form\":\"$1\\\\ {expected}\"}");
            Assert.Equal("Không có biểu mẫu “$1\\ {expected}” hoặc biểu mẫu đã được thu hồi.", MessageOf(findings, "form", "/form"));
        }

        private static void ARulebookIsKnownByItsDigest()
        {
            string sha256 = Sha256.Of(File.ReadAllBytes(Shared.Rulebook));
            Assert.Equal("hai-phong.kien-an.2023@1.0.0", Judge.Load(Shared.Rulebook, sha256).Name);
            Assert.Throws<InvalidDataException>(() => Judge.Load(Shared.Rulebook, new string('0', 64)), sha256);
        }

        private static void WhatIsNoRulebookIsNamed()
        {
            foreach (string file in new[] { "README.md", Path.Combine("..", "refused.json") })
                Assert.Throws<InvalidDataException>(() => Judge.Load(file), file);
            string text = File.ReadAllText(Shared.Rulebook);
            ARulebookWith(text.Replace("\"===\":", "\"==\":"), "/==: this is no operator of the portable profile");
            ARulebookWith(text.Replace("\"maxItems\":", "\"minItems\":"), "/minItems: this is no keyword of the portable profile");
            ARulebookWith(text.Replace("\"needs\":{\"", "\"needs\":{\"item.x\":\"number\",\""), "/needs/item.x: this is no type that a rule may need");
            ARulebookWith(text.Replace("\"rulebook\":\"2\"", "\"rulebook\":\"9\""), "/rulebook: this is no rulebook of format 2");
            ARulebookWith(text.Replace("\"+07:00\"", "\"7\""), "/utcOffset: there is no offset such as +07:00");
            ARulebookWith(text.Replace("\"each\":\"/nominees\"", "\"each\":\"/nominees/*\""), "/each: there is no JSON Pointer");
        }

        private static void ARulebookWith(string text, string problem)
        {
            string path = Path.GetTempFileName();
            File.WriteAllText(path, text);
            try
            {
                Assert.Throws<InvalidDataException>(() => Judge.Load(path), problem);
            }
            finally
            {
                File.Delete(path);
            }
        }

        private static void ValuesInMemory()
        {
            var within = new Dictionary<string, object>();
            within["self"] = within;
            object deep = null;
            for (int level = 0; level < 33; level++) deep = new List<object> { deep };
            var values = new object[]
            {
                double.NaN, double.PositiveInfinity, 9007199254740992d, "\ud83d", new Dictionary<string, object> { ["\ude00"] = null },
                1, 1m, new object[0], DateTime.MinValue, within, deep,
            };
            foreach (object value in values)
            {
                Verdict verdict = KienAn.Check(value, InTime, null);
                Assert.Equal("schema ", string.Join(";", verdict.Findings.Select(finding => finding.Rule + " " + finding.Path)));
            }
        }

        /// <summary>Where a sum of powers of two lies exactly between two doubles, and a digit far behind decides.</summary>
        private static void NumbersAreExact()
        {
            var expected = new Dictionary<string, long>
            {
                ["0.1"] = 0x3FB999999999999A,
                ["1e23"] = 0x7FF0000000000000,
                ["2022.00000000000011"] = BitConverter.DoubleToInt64Bits(2022),
                ["2022.00000000000012"] = BitConverter.DoubleToInt64Bits(2022) + 1,
                ["2022.000000000000113686837721616029739379882812500"] = BitConverter.DoubleToInt64Bits(2022),
                ["2022.000000000000113686837721616029739379882812500" + new string('0', 1000) + "1"] = BitConverter.DoubleToInt64Bits(2022) + 1,
                ["9007199254740990.5"] = BitConverter.DoubleToInt64Bits(9007199254740990),
                ["9007199254740991.5"] = BitConverter.DoubleToInt64Bits(9007199254740992),
                ["4503599627370497.5"] = BitConverter.DoubleToInt64Bits(4503599627370498),
                ["2.2250738585072011e-308"] = 0x000FFFFFFFFFFFFF,
                ["2.2250738585072014e-308"] = 0x0010000000000000,
                ["5e-324"] = 1,
                ["2.4703282292062328e-324"] = 1,
                ["2.4703282292062327e-324"] = 0,
                ["123456789012345678e-17"] = 0x3FF3C0CA428C59FB,
                ["0." + new string('0', 400) + "1e401"] = BitConverter.DoubleToInt64Bits(1),
                ["1" + new string('0', 400) + "e-400"] = BitConverter.DoubleToInt64Bits(1),
            };
            foreach (KeyValuePair<string, long> pair in expected)
            {
                double found;
                try
                {
                    found = (double)JsonReader.Read(Encoding.UTF8.GetBytes(pair.Key));
                }
                catch (UnreadableException)
                {
                    found = double.PositiveInfinity;
                }
                double wanted = BitConverter.Int64BitsToDouble(pair.Value);
                if (wanted > JsonReader.MaxNumber) wanted = double.PositiveInfinity;
                Assert.True(found.Equals(wanted), pair.Key + " read as " + found.ToString("R", CultureInfo.InvariantCulture));
            }
        }

        private static void WrittenIsRead()
        {
            const string Text = "{\"a\":[1,-2.5,true,null,{}],\"\\u003c\\u000a\\\"\\\\😀\":[]}";
            Assert.Equal(Text, JsonWriter.Write(JsonReader.Read(Encoding.UTF8.GetBytes(Text))));
        }

        private static void LettersCountOnce()
        {
            var schema = new Dictionary<string, object> { ["type"] = "string", ["maxLength"] = 3d, ["pattern"] = "^.[^a]b$" };
            Assert.Equal("", KeywordsOf(schema, "😀😀b"));
            Assert.Equal("pattern", KeywordsOf(schema, "😀ab"));
            Assert.Equal("maxLength", KeywordsOf(schema, "😀😀bb"));
        }

        private static string KeywordsOf(Dictionary<string, object> schema, object value) =>
            string.Join(" ", new Schema(schema, "").Breaches(value).Select(breach => breach.Keyword));

        private static List<Finding> Judged(string submission) =>
            KienAn.Check(JsonReader.Read(Encoding.UTF8.GetBytes(submission)), InTime, null).Findings.ToList();

        private static string MessageOf(List<Finding> findings, string rule, string path)
        {
            Finding found = findings.FirstOrDefault(finding => finding.Rule == rule && finding.Path == path);
            return found?.Message ?? throw new AssertionException("no finding " + rule + " at " + path);
        }

        /// <summary>An answer as it compares: of errors their presence alone, of findings the exact multiset.</summary>
        private static string InWords(Dictionary<string, object> answer)
        {
            if (answer.ContainsKey("error")) return "error";
            IEnumerable<string> findings = ((IEnumerable<object>)answer["findings"])
                .Cast<Dictionary<string, object>>()
                .Select(finding => finding["rule"] + " " + finding["severity"] + " " + finding["path"]);
            string verdict = true.Equals(answer["valid"]) ? "valid" : "not valid";
            return string.Join("; ", new[] { verdict }.Concat(findings.OrderBy(words => words, StringComparer.Ordinal)));
        }

        private static byte[] LineWith(byte[] submission) =>
            Encoding.UTF8.GetBytes("{" + Line + ",\"submission\":")
                .Concat(submission)
                .Concat(Encoding.UTF8.GetBytes("}"))
                .ToArray();

        /// <summary><c>text</c> is a text, or a list of texts and <c>[text, times]</c>; <c>bytes</c> are hexadecimal.</summary>
        private static byte[] TextOf(Dictionary<string, object> entry)
        {
            if (entry.TryGetValue("bytes", out object bytes))
            {
                string digits = (string)bytes;
                return Enumerable.Range(0, digits.Length / 2)
                    .Select(at => byte.Parse(digits.Substring(at * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))
                    .ToArray();
            }
            var text = new StringBuilder();
            foreach (object part in entry["text"] as List<object> ?? new List<object> { entry["text"] })
            {
                if (part is List<object> repeated) text.Insert(text.Length, (string)repeated[0], (int)(double)repeated[1]);
                else text.Append((string)part);
            }
            return Encoding.UTF8.GetBytes(text.ToString());
        }

        private static IEnumerable<Dictionary<string, object>> ListOf(Dictionary<string, object> members, string name) =>
            ((List<object>)members[name]).Cast<Dictionary<string, object>>();

        private static KeyValuePair<string, Action> Test(string name, Action action) => new KeyValuePair<string, Action>(name, action);
    }
}
