using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Web;
using System.Web.Management;

namespace Kl01.Web
{
    /// <summary>
    /// Receives a form's post and judges it again: by this host's clock and the unit that is signed in, its files matched by
    /// their SHA-256. What the page says about either counts for nothing. Derive from it and name your class in an .ashx file.
    /// Every answer is JSON, <c>{ valid, findings }</c>: give <c>findings</c> to the form, which shows them beside their fields.
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

        /// <summary>Keeps what is valid.</summary>
        /// <returns>False when the revision is not the stored one + 1: somebody else was faster.</returns>
        protected abstract bool Store(HttpContext context, Dictionary<string, object> submission, IReadOnlyList<HttpPostedFile> files);

        public void ProcessRequest(HttpContext context)
        {
            HttpRequest request = context.Request;
            if (!string.Equals(request.HttpMethod, "POST", StringComparison.Ordinal))
            {
                context.Response.AddHeader("Allow", "POST");
                Refuse(context, 405, "notFound");
                return;
            }
            // A page of another site may post here too, with the officer's cookies: only our own pages are heard.
            if (!IsFromHere(request))
            {
                Refuse(context, 403, "foreign");
                return;
            }
            Unit unit = SignedIn(context);
            if (unit == null)
            {
                context.Response.SuppressFormsAuthenticationRedirect = true;
                Refuse(context, 401, "nobody");
                return;
            }
            if (request.ContentLength > MaxRequestBytes)
            {
                Refuse(context, 413, "tooLarge");
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
                    Refuse(context, 400, "missing");
                    return;
                }
                submission = JsonReader.Read(StrictUtf8.GetBytes(texts[0]));
            }
            catch (HttpException error)
            {
                bool isTooLarge = error.WebEventCode == WebEventCodes.RuntimeErrorPostTooLarge;
                Refuse(context, isTooLarge ? 413 : 400, isTooLarge ? "tooLarge" : "refused");
                return;
            }
            catch (Exception error) when (IsOfThePost(error))
            {
                Refuse(context, 400, "refused");
                return;
            }
            if (files.Count > MaxFiles || files.Any(file => file.ContentLength > MaxFileBytes))
            {
                Refuse(context, 413, "tooLarge");
                return;
            }

            Verdict verdict = Judge.Check(submission, Now, unit);
            List<Finding> findings = verdict.Findings.Concat(Documents.Match(submission, NamesOf(files))).ToList();
            bool isValid = findings.All(finding => finding.Severity != "error");
            if (!isValid) Answer(context, 422, findings);
            else if (Store(context, (Dictionary<string, object>)submission, files)) Answer(context, 200, findings);
            else Refuse(context, 409, "stale");
        }

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

        private static Dictionary<string, string> NamesOf(IEnumerable<HttpPostedFile> files)
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (HttpPostedFile file in files)
            {
                names[Sha256.Of(file.InputStream)] = file.FileName;
                file.InputStream.Position = 0;
            }
            return names;
        }

        private static void Refuse(HttpContext context, int status, string words) =>
            Answer(context, status, new List<Finding> { Documents.Refusal(words) });

        private static void Answer(HttpContext context, int status, IReadOnlyList<Finding> findings)
        {
            HttpResponse response = context.Response;
            response.StatusCode = status;
            // Else IIS puts a page of its own in the place of the findings.
            response.TrySkipIisCustomErrors = true;
            response.ContentType = "application/json";
            response.ContentEncoding = new UTF8Encoding(false);
            response.AddHeader("X-Content-Type-Options", "nosniff");
            response.Cache.SetCacheability(HttpCacheability.NoCache);
            response.Write(JsonWriter.Write(new Dictionary<string, object>
            {
                ["valid"] = status == 200,
                ["findings"] = findings.Select(finding => finding.ToJson()).ToList(),
            }));
        }
    }
}
