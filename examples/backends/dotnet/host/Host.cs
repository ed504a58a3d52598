using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Web;
using System.Web.Hosting;

namespace Kl01.Web
{
    /// <summary>An ASP.NET application in a domain of its own, served by HttpListener: enough of a web server to post to handlers.</summary>
    public sealed class Host : MarshalByRefObject
    {
        private HttpListener listener;

        /// <param name="folder">What a site's folder holds; this assembly must lie in its <c>bin</c> too.</param>
        public static Host Create(string folder) => (Host)ApplicationHost.CreateApplicationHost(typeof(Host), "/", folder);

        /// <param name="port">0: any that is free.</param>
        public static string AddressAt(int port)
        {
            if (port == 0)
            {
                var probe = new TcpListener(IPAddress.Loopback, 0);
                probe.Start();
                port = ((IPEndPoint)probe.LocalEndpoint).Port;
                probe.Stop();
            }
            return FormattableString.Invariant($"http://127.0.0.1:{port}/");
        }

        public void Start(string address)
        {
            listener = new HttpListener();
            listener.Prefixes.Add(address);
            listener.Start();
            new Thread(Serve) { IsBackground = true }.Start();
        }

        public void Stop() => listener.Close();

        /// <summary>Lives as long as the tests do, however long they take.</summary>
        public override object InitializeLifetimeService() => null;

        private void Serve()
        {
            try
            {
                while (true)
                {
                    HttpListenerContext context = listener.GetContext();
                    ThreadPool.QueueUserWorkItem(_ => Answer(context));
                }
            }
            catch (HttpListenerException)
            {
                // Stopped.
            }
            catch (ObjectDisposedException)
            {
                // Stopped while it waited.
            }
        }

        private static void Answer(HttpListenerContext context)
        {
            try
            {
                HttpRuntime.ProcessRequest(new Request(context));
            }
            catch (Exception error) when (error is HttpListenerException || error is IOException || error is ObjectDisposedException)
            {
                // The line broke.
            }
        }

        /// <summary>One request of HttpListener as ASP.NET reads it.</summary>
        private sealed class Request : SimpleWorkerRequest
        {
            private readonly HttpListenerContext context;
            private readonly byte[] body;

            public Request(HttpListenerContext context)
                : base(context.Request.Url.AbsolutePath.TrimStart('/'), context.Request.Url.Query.TrimStart('?'), TextWriter.Null)
            {
                this.context = context;
                using (var copy = new MemoryStream())
                {
                    context.Request.InputStream.CopyTo(copy);
                    body = copy.ToArray();
                }
            }

            public override string GetHttpVerbName() => context.Request.HttpMethod;

            public override string GetRawUrl() => context.Request.RawUrl;

            public override int GetLocalPort() => context.Request.LocalEndPoint.Port;

            public override string GetKnownRequestHeader(int index) => context.Request.Headers[GetKnownRequestHeaderName(index)];

            public override string GetUnknownRequestHeader(string name) => context.Request.Headers[name];

            public override string[][] GetUnknownRequestHeaders() =>
                context.Request.Headers.AllKeys
                    .Where(name => GetKnownRequestHeaderIndex(name) < 0)
                    .Select(name => new[] { name, context.Request.Headers[name] })
                    .ToArray();

            public override byte[] GetPreloadedEntityBody() => body;

            public override bool IsEntireEntityBodyIsPreloaded() => true;

            public override void SendStatus(int statusCode, string statusDescription) => context.Response.StatusCode = statusCode;

            public override void SendKnownResponseHeader(int index, string value) =>
                SendUnknownResponseHeader(GetKnownResponseHeaderName(index), value);

            public override void SendUnknownResponseHeader(string name, string value)
            {
                if (!string.Equals(name, "Content-Length", StringComparison.OrdinalIgnoreCase)) context.Response.AddHeader(name, value);
            }

            public override void SendResponseFromMemory(byte[] data, int length) => context.Response.OutputStream.Write(data, 0, length);

            public override void SendResponseFromFile(string filename, long offset, long length)
            {
                byte[] content = File.ReadAllBytes(filename);
                context.Response.OutputStream.Write(content, (int)offset, (int)length);
            }

            public override void FlushResponse(bool finalFlush)
            {
            }

            public override void EndOfRequest() => context.Response.Close();
        }
    }
}
