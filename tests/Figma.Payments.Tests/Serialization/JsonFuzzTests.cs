using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Figma.Payments.Tests.Serialization;

/// <summary>Writes random values as JSON and reads them back, and reads the same JSON with random changes.</summary>
/// <remarks>
/// By default, the test runs the same 20,000 inputs each time. Run more with <c>JSON_FUZZ_INPUTS=1000000 dotnet test tests/Figma.Payments.Tests -c Release --filter JsonFuzzTests</c>.
/// </remarks>
public sealed class JsonFuzzTests
{
    private const string IdCharacters = "0123456789abcXYZ:;,.<>\"'\\+-_~!*()$@[]{}|^`";

    [Fact]
    public void Random_values_are_read_back_and_changed_JSON_throws_only_JsonException()
    {
        int count = int.Parse(Environment.GetEnvironmentVariable("JSON_FUZZ_INPUTS") ?? "20000", CultureInfo.InvariantCulture);
        Dictionary<string, int> outcomes = [];

        for (int number = 0; number < count; number++)
        {
            Random random = new(number);
            string json = (number % 4) switch
            {
                0 => Check(Id(random), static id => id.Value),
                1 => Check(Information(random), JsonTests.Describe),
                2 => Check(Error(random), JsonTests.Describe),
                _ => Check(new Dictionary<ResourceId, UserId?> { [Resource(random)] = random.Next(3) == 0 ? null : Id(random) }, static pairs => string.Join(';', pairs.Select(static pair => pair.Key + "=" + pair.Value))),
            };

            string outcome = (number % 4) switch
            {
                0 => Read<UserId>(Change(json, random), static id => id.Value),
                1 => Read<PaymentInformation>(Change(json, random), static information => JsonTests.Describe(information)),
                2 => Read<PaymentsError>(Change(json, random), static error => JsonTests.Describe(error)),
                _ => Read<Dictionary<ResourceId, UserId?>>(Change(json, random), static pairs => string.Concat(pairs.Keys.Select(static key => key.Value))),
            };

            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }

        // If all inputs had the same outcome, the test would find nothing.
        Assert.All(["read", "refused"], outcome => Assert.True(outcomes.GetValueOrDefault(outcome) > count / 50, outcome));
    }

    private static string Check<T>(T value, Func<T, string> describe)
    {
        string json = JsonSerializer.Serialize(value);
        Assert.Equal(describe(value), describe(JsonSerializer.Deserialize<T>(json)!));
        return json;
    }

    // A value that is read must be valid, and must be written and read back too.
    private static string Read<T>(byte[] json, Func<T, string> describe)
    {
        T? value;

        try
        {
            value = JsonSerializer.Deserialize<T>(json);
        }
        catch (JsonException)
        {
            return "refused";
        }

        if (value is null)
            return "null";

        _ = Check(value, describe);
        return "read";
    }

    private static byte[] Change(string json, Random random)
    {
        List<byte> bytes = [.. Encoding.UTF8.GetBytes(json)];

        for (int changes = random.Next(1, 4); changes > 0; changes--)
        {
            int index = random.Next(bytes.Count);

            switch (random.Next(6))
            {
                case 0:
                    bytes[index] = (byte)random.Next(256);
                    break;

                case 1:
                    bytes.RemoveAt(index);
                    break;

                case 2:
                    bytes.Insert(index, (byte)"0\"{}[],:\\ue-. "[random.Next(14)]);
                    break;

                case 3:
                    bytes.InsertRange(index, Encoding.UTF8.GetBytes(((string[])["null", "\\ud800", "\u200b", "\"id\":1,", "{\"Value\":\"1\"}", "1e5"])[random.Next(6)]));
                    break;

                case 4:
                    bytes.InsertRange(index, bytes.GetRange(index, Math.Min(random.Next(1, 40), bytes.Count - index)));
                    break;

                default:
                    bytes[index] = (byte)(bytes[index] ^ 32);
                    break;
            }

            if (bytes.Count == 0)
                bytes.Add((byte)'0');
        }

        return [.. bytes];
    }

    private static UserId Id(Random random) => new(Text(random, IdCharacters, 1, 64));

    private static ResourceId Resource(Random random) => random.Next(3) switch
    {
        0 => new PluginId(Text(random, IdCharacters, 1, 64)),
        1 => new WidgetId(Text(random, "0123456789", 1, 20)),
        _ => new CommunityFileId(Text(random, IdCharacters, 1, 30)),
    };

    private static PaymentInformation Information(Random random) => new(
        Id(random),
        Resource(random),
        (PaymentStatus)random.Next(4),
        random.Next(3) == 0 ? null : new DateTimeOffset(random.NextInt64(DateTime.MinValue.AddDays(1).Ticks, DateTime.MaxValue.AddDays(-1).Ticks), TimeSpan.FromMinutes(random.Next(-840, 841))));

    private static PaymentsError Error(Random random) => new((PaymentsErrorKind)random.Next(1, 9), Text(random, 0, 80)!)
    {
        StatusCode = random.Next(2) == 0 ? null : (HttpStatusCode)random.Next(-5, 1000),
        FigmaMessage = random.Next(2) == 0 ? null : Text(random, 0, 300),
        RetryAfter = random.Next(2) == 0 ? null : TimeSpan.FromTicks(random.NextInt64(long.MinValue, long.MaxValue)),
        PlanTier = random.Next(2) == 0 ? null : Text(random, 0, 9),
        RateLimitType = random.Next(2) == 0 ? null : Text(random, 0, 9),
        UpgradeLink = random.Next(2) == 0 ? null : Text(random, 0, 90),
        RequestId = random.Next(2) == 0 ? null : Text(random, 0, 40),
    };

    private static string Text(Random random, string characters, int min, int max) =>
        new([.. Enumerable.Range(0, random.Next(min, max + 1)).Select(_ => characters[random.Next(characters.Length)])]);

    // Any text without surrogates: JSON can't contain a lone one.
    private static string Text(Random random, int min, int max) =>
        new([.. Enumerable.Range(0, random.Next(min, max + 1)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 128 : 0xd800))]);
}
