using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kl01.Tests
{
    /// <summary>What the README says to copy, as a site in a folder of its own, served.</summary>
    internal sealed class Site : IDisposable
    {
        private readonly string folder;
        private readonly Host host;

        /// <param name="folder">An empty one; whoever made it takes it away, after this process.</param>
        public Site(string folder)
        {
            this.folder = folder;
            Directory.CreateDirectory(Path.Combine(folder, "bin"));
            Directory.CreateDirectory(Path.Combine(folder, "App_Data"));
            foreach (string name in new[] { "Kl01.dll", "Kl01.Web.dll", "tests.exe" })
                File.Copy(Path.Combine("bin", name), Path.Combine(folder, "bin", name));
            foreach (string name in new[] { "nhan-ho-so.ashx", "Web.config" })
                File.Copy(Path.Combine("web", name), Path.Combine(folder, name));
            File.Copy(Shared.Rulebook, Path.Combine(folder, "App_Data", "rulebook.json"));
            Address = "http://127.0.0.1:" + FreePort() + "/";
            host = Host.Create(folder);
            host.Start(Address);
        }

        public string Address { get; }

        public string StoredText => File.ReadAllText(Path.Combine(folder, "App_Data", "de-nghi-cap-quan.json"));

        public Answer Send(string method, string contentType, byte[] body, string origin)
        {
            var request = (HttpWebRequest)WebRequest.Create(Address + "nhan-ho-so.ashx");
            request.Method = method;
            request.ContentType = contentType;
            request.Timeout = 60000;
            request.ServicePoint.Expect100Continue = false;
            if (origin != null) request.Headers["Origin"] = origin;
            if (method != "GET")
            {
                using (Stream stream = request.GetRequestStream()) stream.Write(body, 0, body.Length);
            }
            try
            {
                using (var response = (HttpWebResponse)request.GetResponse()) return new Answer(response);
            }
            catch (WebException error) when (error.Response != null)
            {
                using (var response = (HttpWebResponse)error.Response) return new Answer(response);
            }
        }

        public void Dispose() => host.Stop();

        private static int FreePort()
        {
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            int port = ((IPEndPoint)listener.LocalEndpoint).Port;
            listener.Stop();
            return port;
        }
    }

    internal sealed class Answer
    {
        public Answer(HttpWebResponse response)
        {
            Status = (int)response.StatusCode;
            ContentType = response.ContentType;
            using (var reader = new StreamReader(response.GetResponseStream(), Encoding.UTF8)) Text = reader.ReadToEnd();
        }

        public int Status { get; }

        public string ContentType { get; }

        public string Text { get; }

        /// <summary>The status, then each finding's rule and path.</summary>
        public string InWords
        {
            get
            {
                if (!ContentType.StartsWith("application/json", StringComparison.Ordinal)) return Status + " " + ContentType + " " + Text;
                Dictionary<string, object> json = Shared.ReadJson(Encoding.UTF8.GetBytes(Text));
                IEnumerable<string> findings = ((List<object>)json["findings"])
                    .Cast<Dictionary<string, object>>()
                    .Select(finding => finding["rule"] + " " + finding["path"])
                    .OrderBy(words => words, StringComparer.Ordinal);
                return string.Join("; ", new[] { Status + (true.Equals(json["valid"]) ? " valid" : "") }.Concat(findings));
            }
        }
    }
}
