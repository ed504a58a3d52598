using System.Collections.Generic;
using System.Linq;
using System.Web;

namespace Kl01.Web
{
    /// <summary>
    /// For the committee's officers: of each unit what stands, as review and consolidation take it in the page. Derive from it and
    /// name your class in an .ashx file.
    /// </summary>
    public abstract class DeskHandler : IHttpHandler
    {
        public bool IsReusable => true;

        protected abstract Judge Judge { get; }

        protected abstract SubmissionStore Storage { get; }

        /// <summary>Whether an officer of the committee is signed in, by your session.</summary>
        protected abstract bool IsOfficer(HttpContext context);

        public void ProcessRequest(HttpContext context)
        {
            HttpRequest request = context.Request;
            if (!IsOfficer(context))
            {
                context.Response.SuppressFormsAuthenticationRedirect = true;
                Answers.Refuse(context, 403, "nobody");
                return;
            }
            string form = request.QueryString["form"];
            if (request.HttpMethod != "GET" || form == null || !Judge.HasForm(form))
            {
                Answers.Refuse(context, request.HttpMethod == "GET" ? 404 : 405, "notFound");
                return;
            }
            Answers.Json(context, 200, new Dictionary<string, object>
            {
                ["received"] = Storage.Latest(Judge.Id, form, request.QueryString["period"]).Select(stored => (object)new Dictionary<string, object>
                {
                    ["submission"] = Answers.Submission(stored),
                    ["at"] = stored.ReceivedAt,
                    ["unit"] = new Dictionary<string, object> { ["id"] = stored.Unit, ["group"] = stored.Group },
                    ["receipt"] = Answers.Receipt(stored),
                }).ToList(),
            });
        }
    }
}
