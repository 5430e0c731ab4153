using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Xunit;

namespace Figma.Payments.Tests.Hostile;

/// <summary>Sends the responses of the table over sockets. Each must end in payment information or a typed error, and only a verified response grants access.</summary>
public sealed class HostileTests
{
    public static TheoryData<string> Names => [.. HostileTable.All.Select(static row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Response_has_the_expected_outcome(string name)
    {
        HostileRow row = HostileTable.Get(name);
        await using WireServer elsewhere = new(WireServer.Response(Samples.Paid));
        await using WireServer server = new((_, stream, cancellationToken) => row.Reply(stream, elsewhere.Address, cancellationToken));
        using HttpClient client = new(PaymentsHttpHandler.Create());
        PaymentsClientOptions options = CreateOptions(row, server.Address);

        AssertOutcome(row, await PaymentsEndpoint.Create(options, row.Pinned).GetResultAsync(row.Request, CancellationToken.None));

        // The second request of a client can use the same connection, which might still contain bytes of the first response.
        PaymentsEndpoint overClient = new(client, options, row.Pinned);
        AssertOutcome(row, await overClient.GetResultAsync(row.Request, CancellationToken.None));
        AssertOutcome(row, await GetInformationAsync(overClient, row.Request));

        Assert.Empty(elsewhere.Heads);
        Assert.InRange(server.Heads.Count, 1, row.IsRetriedByFramework ? 12 : 3);
        Assert.All(server.Heads, static head => Assert.Single(head.Split("\r\n"), static line => line.Contains(Samples.AccessToken, StringComparison.Ordinal)));
    }

    /// <remarks>All requests share one server and one handler. The pooled connections, buffers and deadlines of one request must not affect another.</remarks>
    [Fact]
    public async Task Concurrent_responses_have_the_expected_outcomes()
    {
        HostileRow[] rows = [.. HostileTable.All];
        await using WireServer elsewhere = new(WireServer.Response(Samples.Paid));
        await using WireServer server = new((head, stream, cancellationToken) => rows[GetRow(head)].Reply(stream, elsewhere.Address, cancellationToken));

        await Task.WhenAll(rows.Select((row, index) => Task.Run(async () =>
        {
            PaymentsEndpoint endpoint = PaymentsEndpoint.Create(CreateOptions(row, new Uri(server.Address, $"/{index}")), row.Pinned);
            PaymentsResult result = await endpoint.GetResultAsync(row.Request, CancellationToken.None);

            // The server closes each connection after its response. A request that is sent on such a connection doesn't arrive, so there is no response yet.
            if (!server.Heads.Any(head => GetRow(head) == index))
                result = await endpoint.GetResultAsync(row.Request, CancellationToken.None);

            AssertOutcome(row, result);
        })));

        Assert.Empty(elsewhere.Heads);

        static int GetRow(string head) => int.Parse(head.Split(' ', 3)[1].Split('/')[1], null);
    }

    [Fact]
    public void Table_is_complete_and_consistent()
    {
        Assert.True(HostileTable.All.Count >= 120, $"The table has only {HostileTable.All.Count} rows.");

        foreach (HostileRow row in HostileTable.All)
        {
            Assert.NotEmpty(row.Reads);
            Assert.True(row.Kind is null || Enum.IsDefined(row.Kind.Value), row.Name);

            if (row.Kind is not null)
                Assert.DoesNotContain("granted", row.Reads, StringComparison.Ordinal);
            else if (row.Grants)
                Assert.Matches("^granted: PAID( [0-9]{4}-[0-9:.T+-]+)?$", row.Reads);
            else
                Assert.Matches("^denied: (?!PAID [0-9]|PAID$)", row.Reads);
        }
    }

    private static void AssertOutcome(HostileRow row, PaymentsResult result)
    {
        string outcome = HostileRow.Outcome(result);

        Assert.True(row.Kind == result.Error?.Kind, $"{row.Name}: expected {row.Kind?.ToString() ?? "a response"}, was: {outcome}");

        if (row.Kind is null)
            Assert.True(row.Reads == outcome, $"{row.Name}: expected '{row.Reads}', was '{outcome}'");
        else
            Assert.True(outcome.Contains(row.Reads, StringComparison.Ordinal), $"{row.Name}: expected to read '{row.Reads}', was: {outcome}");

        Assert.True(row.Grants == result.IsPaid, row.Name);
        Assert.DoesNotContain("MARK", outcome, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<PaymentsResult> GetInformationAsync(PaymentsEndpoint endpoint, PaymentsRequest request)
    {
        try
        {
            return new PaymentsResult(await endpoint.GetInformationAsync(request, CancellationToken.None));
        }
        catch (FigmaPaymentsException exception)
        {
            return new PaymentsResult(exception.Error);
        }
    }

    private static PaymentsClientOptions CreateOptions(HostileRow row, Uri address)
    {
        PaymentsClientOptions options = Samples.Options(address);
        options.Timeout = row.Timeout;
        return options;
    }
}
