using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;

namespace Kl01.Tests
{
    /// <summary>Runs every test under each culture, and closes with "N passed, N failed".</summary>
    internal static class Program
    {
        private static int passed;
        private static int failed;

        private static int Main(string[] args)
        {
            // A machine in Hà Nội; one whose "i" has another capital letter; and none.
            foreach (string culture in new[] { "", "vi-VN", "tr-TR" })
            {
                CultureInfo.DefaultThreadCurrentCulture = Thread.CurrentThread.CurrentCulture = new CultureInfo(culture);
                Run(culture, JudgeTests.All());
            }
            using (var site = new Site(args[0])) Run("post", HandlerTests.All(site));
            Console.WriteLine(FormattableString.Invariant($"{passed} passed, {failed} failed"));
            return failed > 0 ? 1 : 0;
        }

        private static void Run(string group, IEnumerable<KeyValuePair<string, Action>> tests)
        {
            foreach (KeyValuePair<string, Action> test in tests)
            {
                try
                {
                    test.Value();
                    passed++;
                }
                catch (Exception error)
                {
                    failed++;
                    string problem = error is AssertionException ? error.Message : error.ToString();
                    Console.WriteLine("failed: " + group + " " + test.Key + "\n    " + problem);
                }
            }
        }
    }

    internal sealed class AssertionException : Exception
    {
        public AssertionException(string message) : base(message)
        {
        }
    }

    internal static class Assert
    {
        public static void Equal(string expected, string found)
        {
            if (string.Equals(expected, found, StringComparison.Ordinal)) return;
            throw new AssertionException("expected " + expected + "\n    found    " + found);
        }

        public static void True(bool holds, string found)
        {
            if (!holds) throw new AssertionException("found " + found);
        }

        public static void Throws<T>(Action action, string words) where T : Exception
        {
            try
            {
                action();
            }
            catch (T error)
            {
                True(error.Message.Contains(words), error.Message);
                return;
            }
            throw new AssertionException("nothing was thrown");
        }
    }

    /// <summary>The files that the tests of every language read.</summary>
    internal static class Shared
    {
        public static readonly string Vectors = Path.Combine("..", "..", "..", "packages", "rules", "vectors");
        public static readonly string Rulebook = Path.Combine(Vectors, "hai-phong.kien-an.2023.rulebook.json");

        public static Dictionary<string, object> ReadJson(string path) => ReadJson(File.ReadAllBytes(path));

        public static Dictionary<string, object> ReadJson(byte[] text) =>
            (Dictionary<string, object>)JsonReader.Read(text, int.MaxValue, 64, int.MaxValue);
    }
}
