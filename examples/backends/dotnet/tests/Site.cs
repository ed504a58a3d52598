using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using Kl01.Web;

namespace Kl01.Tests
{
    /// <summary>What <c>./site</c> has put into a folder, served.</summary>
    internal sealed class Site : IDisposable
    {
        private readonly Host host;

        public Site(string folder)
        {
            Address = Host.AddressAt(0);
            host = Host.Create(folder);
            host.Start(Address);
        }

        public string Address { get; }

        /// <summary>What stands, as the page reads it.</summary>
        public string StoredText => Get("nhan-ho-so.ashx?form=de-nghi-cap-quan").Text;

        /// <summary>What a browser gets at an address of the site.</summary>
        public Answer Get(string path)
        {
            using (var response = (HttpWebResponse)WebRequest.Create(Address + path).GetResponse()) return new Answer(response);
        }

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
