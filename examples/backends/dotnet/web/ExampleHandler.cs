using System;
using System.Collections.Generic;
using System.Configuration;
using System.Globalization;
using System.IO;
using System.Web;
using System.Web.Hosting;

namespace Kl01.Web
{
    /// <summary>
    /// A handler to begin with. In yours the unit comes from the session, the clock is the machine's, and a database stands where
    /// App_Data does.
    /// </summary>
    public sealed class ExampleHandler : SubmissionHandler
    {
        /// <summary>Loaded once; a SHA-256 in Web.config pins it.</summary>
        private static readonly Lazy<Judge> Rules = new Lazy<Judge>(() => Judge.Load(
            HostingEnvironment.MapPath("~/rulebook.json"),
            ConfigurationManager.AppSettings["kl01:sha256"]));

        private static readonly object Turn = new object();

        protected override Judge Judge => Rules.Value;

        /// <summary>The directive is of 2023: so that its form is open, this host lives then. Leave this out in yours.</summary>
        public override DateTimeOffset Now =>
            DateTimeOffset.Parse(ConfigurationManager.AppSettings["kl01:now"], CultureInfo.InvariantCulture);

        public override Unit SignedIn(HttpContext context) => new Unit("dang-bo-phuong-so-1", "dang-bo");

        protected override bool Store(HttpContext context, Dictionary<string, object> submission, IReadOnlyList<HttpPostedFile> files)
        {
            // A valid submission has a form that the rulebook names, so this is no path of somebody else's making.
            string path = HostingEnvironment.MapPath("~/App_Data/" + (string)submission["form"] + ".json");
            lock (Turn)
            {
                if (!RevisionIn(submission).Equals(File.Exists(path) ? RevisionIn(Stored(path)) + 1 : 1)) return false;
                File.WriteAllText(path, JsonWriter.Write(submission));
                return true;
            }
        }

        private static Dictionary<string, object> Stored(string path) =>
            (Dictionary<string, object>)JsonReader.Read(File.ReadAllBytes(path));

        private static double RevisionIn(Dictionary<string, object> submission) =>
            submission.TryGetValue("revision", out object revision) && revision is double number ? number : 0;
    }
}
