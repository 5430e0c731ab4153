using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Tests.Schema;

/// <summary>Sends the client the examples that a generic mock server generates from Figma's OpenAPI file.</summary>
public sealed class ExampleTests
{
    private static readonly JsonNode s_file = ReadFile();

    [Fact]
    public async Task Every_example_of_a_response_is_read()
    {
        int count = 0;
        HashSet<PaymentStatus> statuses = [];

        foreach (JsonNode example in ExamplesOf("200"))
        {
            PaymentsResult result = await SendAsync(example, HttpStatusCode.OK);
            JsonNode meta = example["meta"]!;
            count++;

            // The file allows responses without a payment status, but they prove nothing.
            if ((string?)meta["payment_status"]!["type"] is not { } status)
            {
                Assert.Equal(PaymentsErrorKind.InvalidResponse, result.Error?.Kind);
                continue;
            }

            // The file allows any text as an ID, but an ID that was not requested must consist of digits.
            if (!((string)meta["user_id"]!).All(char.IsAsciiDigit) || !((string)meta["resource_id"]!).All(char.IsAsciiDigit))
            {
                Assert.Equal(PaymentsErrorKind.InvalidResponse, result.Error?.Kind);
                continue;
            }

            Assert.True(result.IsSuccess, $"{result}\n{example}");
            Assert.Equal((string?)meta["user_id"], result.Information!.UserId.Value);
            Assert.Equal((string?)meta["resource_id"], result.Information.ResourceId.Value);
            Assert.Equal((string?)meta["resource_type"], result.Information.ResourceId.Type switch { ResourceType.Plugin => "PLUGIN", ResourceType.Widget => "WIDGET", _ => "COMMUNITY_FILE" });
            Assert.Equal(status, result.Information.PaymentStatusText);
            Assert.Equal(status == "PAID", result.IsPaid);
            Assert.Equal((string?)meta["date_of_purchase"] is { } date ? DateTimeOffset.Parse(date, null) : null, result.Information.DateOfPurchase);
            statuses.Add(result.Information.PaymentStatus);
        }

        Assert.True(count >= 3 * 3 * 3 * 3, $"There are {count} examples.");
        Assert.Equal([PaymentStatus.Unpaid, PaymentStatus.Paid, PaymentStatus.Trial], statuses.Order());
    }

    [Fact]
    public async Task Every_example_of_an_error_has_its_kind_and_message()
    {
        Dictionary<string, PaymentsErrorKind> kinds = new() { ["401"] = PaymentsErrorKind.Unauthorized, ["429"] = PaymentsErrorKind.RateLimited, ["500"] = PaymentsErrorKind.Unavailable };

        // These are all error statuses in the file.
        Assert.Equal(kinds.Keys.Order(StringComparer.Ordinal), Responses().Select(static response => response.Key).Where(static status => status != "200").Order(StringComparer.Ordinal));

        foreach ((string status, PaymentsErrorKind kind) in kinds)
        {
            JsonNode[] examples = [.. ExamplesOf(status)];
            Assert.NotEmpty(examples);

            foreach (JsonNode example in examples)
            {
                PaymentsResult result = await SendAsync(example, (HttpStatusCode)int.Parse(status, null));
                Assert.Equal((kind, (string?)example["message"]), (result.Error!.Kind, result.Error.FigmaMessage));
            }
        }
    }

    private static JsonObject Responses() => s_file["paths"]!["/v1/payments"]!["get"]!["responses"]!.AsObject();

    private static IEnumerable<JsonNode> ExamplesOf(string status)
    {
        string name = ((string)Responses()[status]!["$ref"]!).Split('/')[^1];
        return new ExampleGenerator(s_file).Generate(s_file["components"]!["responses"]![name]!["content"]!["application/json"]!["schema"]!);
    }

    // A token request of a client that is not pinned, because the IDs in the examples don't match any request.
    private static Task<PaymentsResult> SendAsync(JsonNode body, HttpStatusCode status) =>
        new CannedHandler(() => Samples.Json(body.ToJsonString(), status)).ToEndpoint().GetResultAsync(Samples.TokenRequest, CancellationToken.None);

    private static JsonNode ReadFile()
    {
        using Stream stream = typeof(ExampleTests).Assembly.GetManifestResourceStream("figma-openapi-payments.json")!;
        return JsonNode.Parse(stream)!;
    }
}
