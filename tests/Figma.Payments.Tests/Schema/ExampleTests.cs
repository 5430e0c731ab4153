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

/// <summary>The client against whatever a generic mock of Figma's own OpenAPI file answers.</summary>
public sealed class ExampleTests
{
    private static readonly JsonNode s_file = ReadFile();

    [Fact]
    public async Task Every_example_of_an_answer_is_understood()
    {
        int count = 0;
        HashSet<PaymentStatus> statuses = [];

        foreach (JsonNode example in ExamplesOf("200"))
        {
            PaymentsResult result = await AskAsync(example, HttpStatusCode.OK);
            JsonNode meta = example["meta"]!;
            count++;

            // A status that is not said is valid by the file, and proves nothing.
            if ((string?)meta["payment_status"]!["type"] is not { } status)
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
    public async Task Every_example_of_an_error_is_its_kind_with_the_message_that_it_has()
    {
        Dictionary<string, PaymentsErrorKind> kinds = new() { ["401"] = PaymentsErrorKind.Unauthorized, ["429"] = PaymentsErrorKind.RateLimited, ["500"] = PaymentsErrorKind.Unavailable };

        // Whatever the file declares beside 200 is one of them.
        Assert.Equal(kinds.Keys.Order(StringComparer.Ordinal), Responses().Select(static response => response.Key).Where(static status => status != "200").Order(StringComparer.Ordinal));

        foreach ((string status, PaymentsErrorKind kind) in kinds)
        {
            JsonNode[] examples = [.. ExamplesOf(status)];
            Assert.NotEmpty(examples);

            foreach (JsonNode example in examples)
            {
                PaymentsResult result = await AskAsync(example, (HttpStatusCode)int.Parse(status, null));
                Assert.Equal((kind, (string?)example["message"]), (result.Error!.Kind, result.Error.FigmaMessage));
            }
        }
    }

    private static JsonObject Responses() => s_file["paths"]!["/v1/payments"]!["get"]!["responses"]!.AsObject();

    private static IEnumerable<JsonNode> ExamplesOf(string status)
    {
        string name = ((string)Responses()[status]!["$ref"]!).Split('/')[^1];
        return new ExampleMaker(s_file).Make(s_file["components"]!["responses"]![name]!["content"]!["application/json"]!["schema"]!);
    }

    // By token and with nothing pinned: the mock knows no ids that anybody asked about.
    private static Task<PaymentsResult> AskAsync(JsonNode body, HttpStatusCode status) =>
        new CannedHandler(() => Samples.Json(body.ToJsonString(), status)).ToEndpoint().GetResultAsync(Samples.ByToken, CancellationToken.None);

    private static JsonNode ReadFile()
    {
        using Stream stream = typeof(ExampleTests).Assembly.GetManifestResourceStream("figma-openapi-payments.json")!;
        return JsonNode.Parse(stream)!;
    }
}
