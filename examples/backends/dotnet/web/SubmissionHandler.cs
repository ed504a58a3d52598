using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Web;
using System.Web.Management;

namespace Kl01.Web
{
    /// <summary>
    /// Receives a form's post and judges it again: by this host's clock and the unit that is signed in, its files matched by
    /// their SHA-256. What the page says about either counts for nothing. It answers and stores as docs/storage-contract.md says: give
    /// <c>findings</c> to the form, which shows them beside their fields. Derive from it and name your class in an .ashx file.
    /// </summary>
    public abstract class SubmissionHandler : IHttpHandler
    {
        /// <summary>Refuses bytes that are no UTF-8, where ASP.NET would mend them and something else would be judged.</summary>
        private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

        public bool IsReusable => true;

        /// <summary>Bytes of a whole request; <c>maxRequestLength</c> in Web.config must allow more. A page says it to the form.</summary>
        public virtual int MaxRequestBytes => 20000000;

        public virtual int MaxFileBytes => 10000000;

        public virtual int MaxFiles => 20;

        /// <summary>When the post is received.</summary>
        public virtual DateTimeOffset Now => DateTimeOffset.UtcNow;

        /// <summary>Load it once, keep it, return it here.</summary>
        protected abstract Judge Judge { get; }

        /// <summary>Whoever is signed in, from your session; null: nobody.</summary>
        public abstract Unit SignedIn(HttpContext context);

        /// <summary>Make it once, keep it, return it here.</summary>
        protected abstract SubmissionStore Storage { get; }

        public void ProcessRequest(HttpContext context)
        {
            HttpRequest request = context.Request;
            switch (request.HttpMethod)
            {
                case "GET":
                    if (SignedIn(context) is Unit reader) Read(context, reader);
                    else RefuseNobody(context);
                    break;
                case "POST":
                    Receive(context);
                    break;
                default:
                    context.Response.AddHeader("Allow", "GET, POST");
                    Answers.Refuse(context, 405, "notFound");
                    break;
            }
        }

        private void Receive(HttpContext context)
        {
            HttpRequest request = context.Request;
            // A page of another site may post here too, with the officer's cookies: only our own pages are heard.
            if (!IsFromHere(request))
            {
                Answers.Refuse(context, 403, "foreign");
                return;
            }
            Unit unit = SignedIn(context);
            if (unit == null)
            {
                RefuseNobody(context);
                return;
            }
            if (request.ContentLength > MaxRequestBytes)
            {
                Answers.Refuse(context, 413, "tooLarge");
                return;
            }

            object submission;
            IReadOnlyList<HttpPostedFile> files;
            try
            {
                request.ContentEncoding = StrictUtf8;
                files = FilesOf(request);
                string[] texts = request.Unvalidated.Form.GetValues("submission");
                // An old browser, or one that got no script, may send the form without what was to be filled in.
                if (texts == null || texts.Length != 1)
                {
                    Answers.Refuse(context, 400, "missing");
                    return;
                }
                submission = JsonReader.Read(StrictUtf8.GetBytes(texts[0]));
            }
            catch (HttpException error)
            {
                bool isTooLarge = error.WebEventCode == WebEventCodes.RuntimeErrorPostTooLarge;
                Answers.Refuse(context, isTooLarge ? 413 : 400, isTooLarge ? "tooLarge" : "refused");
                return;
            }
            catch (Exception error) when (IsOfThePost(error))
            {
                Answers.Refuse(context, 400, "refused");
                return;
            }
            if (files.Count > MaxFiles || files.Any(file => file.ContentLength > MaxFileBytes))
            {
                Answers.Refuse(context, 413, "tooLarge");
                return;
            }

            // The line broke before our answer came: the same again has the same receipt, whatever the clock says by now.
            var sent = submission as Dictionary<string, object> ?? new Dictionary<string, object>();
            Place place = new Place(Judge.Id, Text(sent, "form"), unit.Id, Text(sent, "period"));
            double revision = sent.TryGetValue("revision", out object number) && number is double ? (double)number : 0;
            Stored same = Storage.Same(place, revision, sent);
            if (same != null)
            {
                Take(context, new List<Finding>(), same);
                return;
            }

            DateTimeOffset now = Now;
            Dictionary<string, HttpPostedFile> came = BySha256(files);
            List<Finding> findings = Judge.Check(submission, now, unit).Findings
                .Concat(Documents.Match(submission, came.ToDictionary(file => file.Key, file => file.Value.FileName), sha256 => Storage.HasFile(unit.Id, sha256)))
                .ToList();
            if (findings.Any(finding => finding.Severity == "error"))
            {
                Answers.Verdict(context, 422, findings);
                return;
            }
            Stored kept = Storage.Keep(place, unit, revision, sent, Instant(now), came.ToDictionary(file => file.Key, file => BytesOf(file.Value)))
                ?? Storage.Same(place, revision, sent);
            if (kept != null) Take(context, findings, kept);
            else Answers.Refuse(context, 409, "stale", new Dictionary<string, object> { ["revision"] = (double)(Storage.Current(place)?.Revision ?? 0) });
        }

        /// <summary>What stands of a form, a receipt, or a file.</summary>
        private void Read(HttpContext context, Unit unit)
        {
            NameValueCollection query = context.Request.QueryString;
            if (query["file"] is string sha256)
            {
                if (Storage.File(unit.Id, sha256) is byte[] bytes) Download(context, bytes);
                else Answers.Refuse(context, 404, "notFound");
                return;
            }
            Stored stored = query["receipt"] is string id
                ? Storage.ByReceipt(unit.Id, id)
                : Storage.Current(new Place(Judge.Id, query["form"] ?? "", unit.Id, query["period"]));
            if (stored == null && !Judge.HasForm(query["form"] ?? ""))
            {
                Answers.Refuse(context, 404, "notFound");
                return;
            }
            Answers.Json(context, 200, new Dictionary<string, object>
            {
                ["rulebook"] = Judge.Name,
                ["form"] = query["form"],
                ["unit"] = new Dictionary<string, object> { ["id"] = unit.Id, ["group"] = unit.Group },
                ["now"] = Instant(Now),
                ["limits"] = new Dictionary<string, object>
                {
                    ["requestBytes"] = (double)MaxRequestBytes,
                    ["fileBytes"] = (double)MaxFileBytes,
                    ["files"] = (double)MaxFiles,
                },
                ["revision"] = (double)(stored?.Revision ?? 0),
                ["submission"] = stored == null ? null : Answers.Submission(stored),
                ["receipt"] = stored == null ? null : Answers.Receipt(stored),
            });
        }

        private static void Take(HttpContext context, IReadOnlyList<Finding> findings, Stored stored) =>
            Answers.Verdict(context, 200, findings, new Dictionary<string, object> { ["receipt"] = Answers.Receipt(stored) });

        /// <summary>Whatever a file holds, it is saved and never shown: it came from outside.</summary>
        private static void Download(HttpContext context, byte[] bytes)
        {
            context.Response.ContentType = "application/octet-stream";
            context.Response.AddHeader("Content-Disposition", "attachment");
            context.Response.AddHeader("X-Content-Type-Options", "nosniff");
            context.Response.Cache.SetCacheability(HttpCacheability.NoCache);
            context.Response.BinaryWrite(bytes);
        }

        private static void RefuseNobody(HttpContext context)
        {
            context.Response.SuppressFormsAuthenticationRedirect = true;
            Answers.Refuse(context, 401, "nobody");
        }

        private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

        private static string Text(Dictionary<string, object> submission, string member) =>
            submission.TryGetValue(member, out object value) ? value as string : null;

        /// <summary>ArgumentException: no UTF-8. InvalidOperationException: more fields than ASP.NET takes.</summary>
        private static bool IsOfThePost(Exception error) =>
            error is UnreadableException || error is ArgumentException || error is InvalidOperationException;

        private static bool IsFromHere(HttpRequest request)
        {
            string origin = request.Headers["Origin"];
            string host = request.Headers["Host"];
            return string.Equals(origin, "http://" + host, StringComparison.OrdinalIgnoreCase)
                || string.Equals(origin, "https://" + host, StringComparison.OrdinalIgnoreCase);
        }

        /// <summary>A list in which no file was chosen arrives as one file without a name.</summary>
        private static IReadOnlyList<HttpPostedFile> FilesOf(HttpRequest request)
        {
            HttpFileCollection files = request.Unvalidated.Files;
            return Enumerable.Range(0, files.Count)
                .Select(index => files[index])
                .Where(file => !string.IsNullOrEmpty(file.FileName))
                .ToList();
        }

        private static Dictionary<string, HttpPostedFile> BySha256(IEnumerable<HttpPostedFile> files)
        {
            var found = new Dictionary<string, HttpPostedFile>(StringComparer.Ordinal);
            foreach (HttpPostedFile file in files) found[Sha256.Of(file.InputStream)] = file;
            return found;
        }

        private static byte[] BytesOf(HttpPostedFile file)
        {
            file.InputStream.Position = 0;
            using (var copy = new MemoryStream())
            {
                file.InputStream.CopyTo(copy);
                return copy.ToArray();
            }
        }
    }
}
