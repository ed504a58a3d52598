using System;
using System.Globalization;
using System.Threading;

namespace Kl01.Web
{
    /// <summary>host FOLDER [PORT]: serves a site until it is killed, and prints its address.</summary>
    internal static class Program
    {
        private static int Main(string[] args)
        {
            if (args.Length == 0)
            {
                Console.Error.WriteLine("Usage: host FOLDER [PORT]");
                return 2;
            }
            string address = Host.AddressAt(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 0);
            Host.Create(args[0]).Start(address);
            Console.WriteLine(address);
            Thread.Sleep(Timeout.Infinite);
            return 0;
        }
    }
}
