using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Web;

namespace Kl01.Tests
{
    /// <summary>Posts as browsers send them, forged ones and broken ones, to the handler within ASP.NET.</summary>
    internal static class HandlerTests
    {
        private const string Multipart = "multipart/form-data; boundary=x";
        private const string UrlEncoded = "application/x-www-form-urlencoded";
        private const string Field = "--x\r\nContent-Disposition: form-data; name=\"submission\"\r\n\r\n";
        private const string Refused = "400; upload/refused ";
        private const string FileName = "Xác nhận.txt";
        private const string Sha256OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

        public static IEnumerable<KeyValuePair<string, Action>> All(Site site)
        {
            string valid = JsonWriter.Write(ValidSubmission(1, true));
            string withoutFile = JsonWriter.Write(ValidSubmission(2, false));
            // A file that no earlier revision brought.
            string unsent = Replaced(JsonWriter.Write(ValidSubmission(3, true)), Sha256OfAbc, new string('0', 64));

            yield return Test("the page says who is signed in and what time it is", () =>
            {
                string page = site.Get("de-nghi.aspx").Text;
                Assert.True(page.Contains("unit-id=\"dang-bo-phuong-so-1\""), page);
                Assert.True(page.Contains("now=\"2023-03-22T08:00:00.0000000+07:00\""), page);
                Assert.True(page.Contains("max-file-bytes=\"10000000\""), page);
            });
            yield return Test("the rulebook is served", () => Assert.True(site.Get("rulebook.json").Text.Length > 100000, "a shorter one"));
            yield return Test("valid, with its file", () =>
            {
                Assert.Equal("200 valid", Post(site, Multipart, Body(valid, "abc")));
                Assert.True(site.StoredText.Contains("đã làm <b>rất</b> tốt".Replace("<", "\\u003c")), site.StoredText);
            });
            yield return Test("sent twice", () => Assert.Equal("200 valid", Post(site, Multipart, Body(valid, "abc"))));
            yield return Test("valid, without a file", () => Assert.Equal("200 valid", Post(site, UrlEncoded, Encoded(withoutFile))));
            yield return Test("no file chosen", () => Assert.Equal(
                "200 valid",
                Post(site, Multipart, Parts(FieldOf(withoutFile), FileOf("", "")))));
            yield return Test("the first again, after the second", () => Assert.Equal("200 valid", Post(site, Multipart, Body(valid, "abc"))));
            yield return Test("another content of a revision that is there", () => Assert.Equal(
                "409; upload/refused ",
                Post(site, UrlEncoded, Encoded(Replaced(withoutFile, "\"so-luoc\":\"Một.\"", "\"so-luoc\":\"Hai.\"")))));

            yield return Test("another group of units", () => Assert.Equal(
                "422; quota/none /nominees; unit /unit/group",
                Post(site, UrlEncoded, Encoded(Replaced(withoutFile, "\"group\":\"dang-bo\"", "\"group\":\"doan-the\"")))));
            yield return Test("a form that is none", () => Assert.Equal(
                "422; form /form",
                Post(site, UrlEncoded, Encoded(Replaced(withoutFile, "\"form\":\"de-nghi-cap-quan\"", "\"form\":\"<b>\"")))));
            yield return Test("a file that did not come", () => Assert.Equal(
                "422; upload/missing /documents/xac-nhan-nganh-doc",
                Post(site, Multipart, Body(unsent))));
            yield return Test("other bytes under the name", () => Assert.Equal(
                "422; upload/missing /documents/xac-nhan-nganh-doc; upload/unannounced ",
                Post(site, Multipart, Body(unsent, "abd"))));
            yield return Test("a finding speaks Vietnamese and names what came", () =>
            {
                Answer answer = site.Send(
                    "POST",
                    Multipart,
                    Body(Replaced(withoutFile, "\"revision\":2", "\"revision\":3"), "abc"),
                    site.Address.TrimEnd('/'));
                Assert.Equal("422; upload/unannounced ", answer.InWords);
                Assert.True(answer.Text.Contains("Tệp " + FileName + " không có tên trong hồ sơ"), answer.Text);
            });
            yield return Test("values of any type", () => Assert.Equal(
                "422; rulebook /rulebook; upload/missing /documents/a",
                Post(site, UrlEncoded, Encoded("{\"documents\":{\"a\":[1,{\"sha256\":2}],\"b\":3},\"nominees\":[4,{\"documents\":[]}]}"))));

            yield return Test("a page of another site", () => Assert.Equal(
                "403; upload/refused ",
                site.Send("POST", UrlEncoded, Encoded(withoutFile), "https://example.com").InWords));
            yield return Test("no origin", () => Assert.Equal(
                "403; upload/refused ",
                site.Send("POST", UrlEncoded, Encoded(withoutFile), null).InWords));
            yield return Test("another method", () => Assert.Equal("405; upload/refused ", site.Send("DELETE", null, new byte[0], null).InWords));
            yield return Test("larger than a request may be", () => Assert.Equal(
                "413; upload/refused ",
                Post(site, Multipart, Body(valid, new string('a', 20000001)))));
            yield return Test("larger than a file may be", () => Assert.Equal(
                "413; upload/refused ",
                Post(site, Multipart, Body(valid, new string('a', 10000001)))));
            yield return Test("more files than may be", () => Assert.Equal(
                "413; upload/refused ",
                Post(site, Multipart, Body(valid, Enumerable.Range(0, 21).Select(number => number.ToString("d2")).ToArray()))));

            var broken = new Dictionary<string, byte[]>
            {
                ["no submission"] = Parts("--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n{}\r\n"),
                ["two submissions"] = Parts(FieldOf(withoutFile), FieldOf(withoutFile)),
                ["an empty submission"] = Parts(FieldOf("")),
                ["no JSON"] = Parts(FieldOf("{'a':1}")),
                ["too deep"] = Parts(FieldOf(new string('[', 100000))),
                ["5.1 MB"] = Parts(FieldOf("\"" + new string('a', 5100000) + "\"")),
                ["half of a surrogate pair"] = Parts(FieldOf("\"\\ud83d\"")),
                ["bytes that are not UTF-8"] = Bytes(Field).Concat(new byte[] { 0x22, 0xff, 0x22 }).Concat(Bytes("\r\n--x--\r\n")).ToArray(),
                ["nothing"] = new byte[0],
                ["no part"] = Bytes("x"),
                ["only a boundary"] = Bytes("--x"),
                ["a part without a head"] = Bytes("--x\r\n\r\n{}\r\n--x--"),
                ["another boundary"] = Bytes(FieldOf("{}").Replace("--x", "--y") + "--y--\r\n"),
                ["cut off within a head"] = Bytes(Field.Substring(0, 30)),
                ["cut off within a value"] = Bytes(Field + "{\"a\":"),
            };
            foreach (KeyValuePair<string, byte[]> body in broken)
                yield return Test(body.Key + ", as multipart/form-data", () => Assert.Equal(Refused, Post(site, Multipart, body.Value)));

            var brokenFields = new Dictionary<string, string>
            {
                ["no submission"] = "other={}",
                ["two submissions"] = "submission={}&submission={}",
                ["no JSON"] = "submission=%7B",
                ["bytes that are not UTF-8"] = "submission=%22%ff%22",
                ["half of a surrogate pair"] = "submission=%22%ud83d%22",
                ["percent signs that are none"] = "submission=%%%zz",
                ["nothing"] = "",
            };
            foreach (KeyValuePair<string, string> body in brokenFields)
                yield return Test(body.Key + ", as urlencoded", () => Assert.Equal(Refused, Post(site, UrlEncoded, Bytes(body.Value))));

            foreach (string type in new[] { "text/plain", "application/json", "multipart/form-data", "multipart/mixed; boundary=x", "; boundary", null })
                yield return Test("a type that is no form's: " + type, () => Assert.Equal(Refused, Post(site, type, Parts(FieldOf(withoutFile)))));

            yield return Test("after all of these it still judges", () => Assert.Equal(
                "200 valid",
                Post(site, UrlEncoded, Encoded(JsonWriter.Write(ValidSubmission(3, false))))));
        }

        private static string Post(Site site, string contentType, byte[] body) =>
            site.Send("POST", contentType, body, site.Address.TrimEnd('/')).InWords;

        /// <summary>A vector's submission, of the unit that is signed in.</summary>
        private static Dictionary<string, object> ValidSubmission(int revision, bool announcesFile)
        {
            Dictionary<string, object> submission = File.ReadLines(Shared.Rulebook.Replace(".rulebook.json", ".ndjson"))
                .Select(line => Shared.ReadJson(Encoding.UTF8.GetBytes(line)))
                .Where(vector => ((List<object>)((Dictionary<string, object>)vector["expect"])["findings"]).Count == 0)
                .Select(vector => (Dictionary<string, object>)vector["submission"])
                .Where(sent => "de-nghi-cap-quan".Equals(sent["form"]))
                .First(sent => "dang-bo".Equals(((Dictionary<string, object>)sent["unit"])["group"]));
            ((Dictionary<string, object>)submission["unit"])["id"] = "dang-bo-phuong-so-1";
            submission["revision"] = (double)revision;
            submission["documents"] = new Dictionary<string, object>();
            if (announcesFile)
            {
                var file = new Dictionary<string, object>
                {
                    ["name"] = FileName,
                    ["size"] = 3d,
                    ["type"] = "text/plain",
                    ["sha256"] = Sha256OfAbc,
                };
                submission["documents"] = new Dictionary<string, object> { ["xac-nhan-nganh-doc"] = new List<object> { file } };
            }
            foreach (Dictionary<string, object> nominee in ((List<object>)submission["nominees"]).Cast<Dictionary<string, object>>())
            {
                nominee["documents"] = new Dictionary<string, object>();
                // What looks like markup is text, and no reason to refuse a post.
                nominee["sections"] = new Dictionary<string, object>
                {
                    ["so-luoc"] = "Một.",
                    ["thanh-tich"] = "đã làm <b>rất</b> tốt",
                };
            }
            return submission;
        }

        private static string Replaced(string text, string old, string by)
        {
            Assert.True(text.Contains(old), text);
            return text.Replace(old, by);
        }

        private static byte[] Body(string submission, params string[] files) =>
            Parts(new[] { FieldOf(submission) }.Concat(files.Select(file => FileOf(FileName, file))).ToArray());

        private static byte[] Parts(params string[] parts) => Bytes(string.Concat(parts) + "--x--\r\n");

        private static string FieldOf(string submission) => Field + submission + "\r\n";

        private static string FileOf(string name, string content) =>
            "--x\r\nContent-Disposition: form-data; name=\"submission_files[]\"; filename=\"" + name
            + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n";

        private static byte[] Encoded(string submission) => Bytes("submission=" + HttpUtility.UrlEncode(submission));

        private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

        private static KeyValuePair<string, Action> Test(string name, Action action) => new KeyValuePair<string, Action>(name, action);
    }
}
