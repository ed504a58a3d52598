// Not run by the authors: see README.md.
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kl01;

/// <summary>A text that nobody may judge. The message says why.</summary>
public sealed class UnreadableException(string message) : Exception(message);

/// <summary>Reads JSON from outside, or refuses it, as docs/rulebook.md says under "What is refused before judging".</summary>
public static class ReadJson
{
    public const int MaxBytes = 5_000_000;
    public const int MaxDepth = 32;
    public const int MaxValues = 100_000;
    private const double MaxNumber = 9_007_199_254_740_991;

    /// <summary>The value of a JSON text in UTF-8. Of equal names the last counts; whole numbers are long, however written.</summary>
    public static JsonNode? Parse(byte[] text, int maxBytes = MaxBytes, int maxDepth = MaxDepth, int maxValues = MaxValues)
    {
        if (text.Length > maxBytes) throw new UnreadableException($"more than {maxBytes} bytes");
        try
        {
            // Refuses what is no UTF-8; the parser would only see it in texts that somebody reads.
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(text);
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = maxDepth });
            var count = 0;
            return Copy(document.RootElement, ref count, maxValues);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new UnreadableException(error.Message); // InvalidOperationException: half of a surrogate pair
        }
    }

    public static int CountValues(JsonNode? value) => 1 + value switch
    {
        JsonArray list => list.Sum(CountValues),
        JsonObject members => members.Sum(member => CountValues(member.Value)),
        _ => 0,
    };

    // Built by hand, since JsonNode.Parse throws where a name repeats.
    private static JsonNode? Copy(JsonElement element, ref int count, int maxValues)
    {
        if (++count > maxValues) throw new UnreadableException($"more than {maxValues} values");
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in element.EnumerateObject()) members[member.Name] = Copy(member.Value, ref count, maxValues);
                return members;
            case JsonValueKind.Array:
                var items = new JsonArray();
                foreach (var item in element.EnumerateArray()) items.Add(Copy(item, ref count, maxValues));
                return items;
            case JsonValueKind.Number:
                return Number(double.Parse(element.GetRawText(), System.Globalization.CultureInfo.InvariantCulture));
            case JsonValueKind.String:
                return JsonValue.Create(element.GetString());
            case JsonValueKind.True:
            case JsonValueKind.False:
                return JsonValue.Create(element.GetBoolean());
            default:
                return null;
        }
    }

    private static JsonValue Number(double number)
    {
        if (!(Math.Abs(number) <= MaxNumber)) throw new UnreadableException("a number beyond ±(2^53 − 1)");
        return Math.Floor(number) == number ? JsonValue.Create((long)number) : JsonValue.Create(number);
    }
}
