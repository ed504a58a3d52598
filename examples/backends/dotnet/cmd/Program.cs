using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Kl01;

/// <summary>judge RULEBOOK… &lt; VECTORS, one a line: a verdict for each, one a line.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        // The tests run it under other cultures too: the answers must be the same.
        string culture = Environment.GetEnvironmentVariable("KL01_CULTURE");
        if (!string.IsNullOrEmpty(culture)) CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
        if (args.Length == 0)
        {
            Console.Error.WriteLine("Usage: judge RULEBOOK… < VECTORS, one a line");
            return 2;
        }

        var judges = new JudgeLines(args.Select(path => Judge.Load(path)));
        using (Stream input = Console.OpenStandardInput())
        using (var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)))
        {
            foreach (byte[] line in JudgeLines.LinesOf(input).Where(line => !JudgeLines.IsBlank(line)))
            {
                output.Write(JsonWriter.Write(judges.Answer(line)) + "\n");
                output.Flush();
            }
        }
        return 0;
    }
}
