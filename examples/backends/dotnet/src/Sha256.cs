using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;

namespace Kl01
{
    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static class Sha256
    {
        public static string Of(byte[] bytes)
        {
            using (var sha256 = SHA256.Create()) return Hexadecimal(sha256.ComputeHash(bytes));
        }

        public static string Of(Stream stream)
        {
            using (var sha256 = SHA256.Create()) return Hexadecimal(sha256.ComputeHash(stream));
        }

        private static string Hexadecimal(byte[] hash) =>
            string.Concat(hash.Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
