using System;
using System.Configuration;
using System.Globalization;
using System.IO;
using System.Web;
using System.Web.Hosting;

namespace Kl01.Web
{
    /// <summary>What the example's handlers share: one rulebook, one database.</summary>
    internal static class Example
    {
        /// <summary>Loaded once; a SHA-256 in Web.config pins it.</summary>
        private static readonly Lazy<Judge> Rules = new Lazy<Judge>(() => Judge.Load(
            HostingEnvironment.MapPath("~/rulebook.json"),
            ConfigurationManager.AppSettings["kl01:sha256"]));

        private static readonly Lazy<SubmissionStore> Database = new Lazy<SubmissionStore>(() =>
        {
            var store = new SubmissionStore(ConfigurationManager.ConnectionStrings["kl01"]);
            store.Run(File.ReadAllText(HostingEnvironment.MapPath("~/App_Data/tables.sql")));
            return store;
        });

        public static Judge Judge => Rules.Value;

        public static SubmissionStore Storage => Database.Value;
    }

    /// <summary>A handler to begin with. In yours the unit comes from the session and the clock is the machine's.</summary>
    public sealed class ExampleHandler : SubmissionHandler
    {
        protected override Judge Judge => Example.Judge;

        protected override SubmissionStore Storage => Example.Storage;

        /// <summary>The directive is of 2023: so that its form is open, this host lives then. Leave this out in yours.</summary>
        public override DateTimeOffset Now =>
            DateTimeOffset.Parse(ConfigurationManager.AppSettings["kl01:now"], CultureInfo.InvariantCulture);

        public override Unit SignedIn(HttpContext context) => new Unit("dang-bo-phuong-so-1", "dang-bo");
    }

    /// <summary>What the committee's page reads. In yours it asks the session; the example has no committee of its own.</summary>
    public sealed class ExampleDeskHandler : DeskHandler
    {
        protected override Judge Judge => Example.Judge;

        protected override SubmissionStore Storage => Example.Storage;

        protected override bool IsOfficer(HttpContext context) => true;
    }
}
