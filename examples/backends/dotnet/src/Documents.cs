using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Kl01
{
    /// <summary>
    /// The files of a submission: those it announces against those that arrived, by the SHA-256 of the bytes that arrived.
    /// </summary>
    public static class Documents
    {
        /// <summary>A finding for each announced file that did not come, and for each that nothing announced.</summary>
        /// <param name="submission">As <see cref="JsonReader.Read"/> gives it.</param>
        /// <param name="nameBySha256">The files that arrived.</param>
        /// <param name="isKept">Whether the same unit sent a file with an earlier revision.</param>
        public static IReadOnlyList<Finding> Match(
            object submission,
            IReadOnlyDictionary<string, string> nameBySha256,
            Func<string, bool> isKept)
        {
            List<Announced> announced = AnnouncedIn(submission);
            // No HashSet: in .NET Framework only Dictionary changes its hash where names were chosen to collide.
            var expected = new Dictionary<string, bool>(StringComparer.Ordinal);
            foreach (Announced file in announced) expected[file.Sha256] = true;
            IEnumerable<Finding> missing = announced
                .Where(file => !nameBySha256.ContainsKey(file.Sha256) && !isKept(file.Sha256))
                .Select(file => About("upload/missing", file.Path, file.Name));
            IEnumerable<Finding> unannounced = nameBySha256
                .Where(file => !expected.ContainsKey(file.Key))
                .Select(file => About("upload/unannounced", "", file.Value));
            return missing.Concat(unannounced).ToList();
        }

        /// <summary>The SHA-256 of each file that a submission announces, once.</summary>
        public static string[] DigestsIn(object submission) =>
            AnnouncedIn(submission).Select(file => file.Sha256).Distinct(StringComparer.Ordinal).ToArray();

        /// <summary>What a host says of a post that it does not take, as a finding, so that the form shows it.</summary>
        /// <param name="words">A key of vi.json.</param>
        public static Finding Refusal(string words) => new Finding("upload/refused", "error", "", Words.Say(words));

        /// <summary>Whatever was sent: what has no <c>documents</c> announces nothing.</summary>
        private static List<Announced> AnnouncedIn(object submission)
        {
            var files = new List<Announced>();
            if (!(submission is Dictionary<string, object> sent)) return files;
            Collect(sent.Get("documents"), "/documents/", files);
            if (!(sent.Get("nominees") is List<object> nominees)) return files;
            for (int index = 0; index < nominees.Count; index++)
            {
                string path = "/nominees/" + index.ToString(CultureInfo.InvariantCulture) + "/documents/";
                if (nominees[index] is Dictionary<string, object> nominee) Collect(nominee.Get("documents"), path, files);
            }
            return files;
        }

        private static void Collect(object documents, string path, List<Announced> files)
        {
            if (!(documents is Dictionary<string, object> byItem)) return;
            foreach (KeyValuePair<string, object> item in byItem)
            {
                if (!(item.Value is List<object> entries)) continue;
                files.AddRange(entries.OfType<Dictionary<string, object>>().Select(entry => new Announced
                {
                    Path = path + Pointer.Escape(item.Key),
                    Name = entry.Get("name") as string ?? "",
                    Sha256 = entry.Get("sha256") as string ?? "",
                }));
            }
        }

        private static Finding About(string rule, string path, string name) =>
            new Finding(rule, "error", path, Words.Say(rule, new Dictionary<string, object> { ["name"] = name }));

        private sealed class Announced
        {
            /// <summary>JSON Pointer of the list: there the form shows what is wrong with its files.</summary>
            public string Path { get; set; }

            public string Name { get; set; }

            public string Sha256 { get; set; }
        }
    }
}
