using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Web;

namespace Kl01.Web
{
    /// <summary>What handlers answer: JSON that nobody between keeps.</summary>
    internal static class Answers
    {
        public static void Refuse(HttpContext context, int status, string words, Dictionary<string, object> more = null) =>
            Verdict(context, status, new List<Finding> { Documents.Refusal(words) }, more);

        public static void Verdict(HttpContext context, int status, IReadOnlyList<Finding> findings, Dictionary<string, object> more = null)
        {
            var answer = new Dictionary<string, object>
            {
                ["valid"] = status == 200,
                ["findings"] = findings.Select(finding => finding.ToJson()).ToList(),
            };
            foreach (KeyValuePair<string, object> member in more ?? new Dictionary<string, object>()) answer[member.Key] = member.Value;
            Json(context, status, answer);
        }

        public static void Json(HttpContext context, int status, Dictionary<string, object> answer)
        {
            HttpResponse response = context.Response;
            response.StatusCode = status;
            // Else IIS puts a page of its own in the place of the findings.
            response.TrySkipIisCustomErrors = true;
            response.ContentType = "application/json";
            response.ContentEncoding = new UTF8Encoding(false);
            response.AddHeader("X-Content-Type-Options", "nosniff");
            response.Cache.SetCacheability(HttpCacheability.NoCache);
            response.Write(JsonWriter.Write(answer));
        }

        /// <summary>Addresses are relative to the handler's own.</summary>
        public static Dictionary<string, object> Receipt(Stored stored) => new Dictionary<string, object>
        {
            ["id"] = stored.Id,
            ["revision"] = (double)stored.Revision,
            ["receivedAt"] = stored.ReceivedAt,
            ["href"] = "?receipt=" + stored.Id,
            ["files"] = stored.Files.Select(file => (object)new Dictionary<string, object>
            {
                ["sha256"] = file.Key,
                ["size"] = (double)file.Value,
                ["href"] = "?file=" + file.Key,
            }).ToList(),
        };

        public static object Submission(Stored stored) => JsonReader.Read(Encoding.UTF8.GetBytes(stored.Body));
    }
}
