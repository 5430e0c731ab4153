using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Xunit;

namespace Figma.Payments.Tests.Hostile;

/// <summary>The table, over real sockets: whatever comes ends in an answer or a typed error, and only what is proven grants.</summary>
public sealed class HostileTests
{
    public static TheoryData<string> Names => [.. HostileTable.All.Select(static row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_row_ends_as_the_table_says(string name)
    {
        HostileRow row = HostileTable.Of(name);
        await using WireServer elsewhere = new(WireServer.Answer(Samples.Paid));
        await using WireServer server = new((_, stream, cancellationToken) => row.Reply(stream, elsewhere.Address, cancellationToken));
        using HttpClient client = new(PaymentsHttpHandler.Create());
        PaymentsClientOptions options = OptionsOf(row, server.Address);

        AssertOutcome(row, await PaymentsEndpoint.Create(options).GetResultAsync(Samples.ByIds, CancellationToken.None));

        // The second question finds whatever the first has left behind on the connection.
        PaymentsEndpoint overClient = new(client, options);
        AssertOutcome(row, await overClient.GetResultAsync(Samples.ByIds, CancellationToken.None));
        AssertOutcome(row, await CatchAsync(overClient));

        Assert.Empty(elsewhere.Heads);
        Assert.InRange(server.Heads.Count, 1, row.IsAskedAgain ? 12 : 3);
        Assert.All(server.Heads, static head => Assert.Single(head.Split("\r\n"), static line => line.Contains(Samples.AccessToken, StringComparison.Ordinal)));
    }

    /// <remarks>One server and one handler for all: what one row does to a pooled connection, buffer or deadline is nothing to another.</remarks>
    [Fact]
    public async Task All_rows_at_once_end_as_each_does_alone()
    {
        HostileRow[] rows = [.. HostileTable.All];
        await using WireServer elsewhere = new(WireServer.Answer(Samples.Paid));
        await using WireServer server = new((head, stream, cancellationToken) => rows[RowOf(head)].Reply(stream, elsewhere.Address, cancellationToken));

        await Task.WhenAll(rows.Select((row, index) => Task.Run(async () =>
        {
            PaymentsEndpoint endpoint = PaymentsEndpoint.Create(OptionsOf(row, new Uri(server.Address, $"/{index}")));
            AssertOutcome(row, await endpoint.GetResultAsync(Samples.ByIds, CancellationToken.None));
        })));

        Assert.Empty(elsewhere.Heads);

        static int RowOf(string head) => int.Parse(head.Split(' ', 3)[1].Split('/')[1], null);
    }

    [Fact]
    public void The_table_is_as_long_as_it_is_said_to_be_and_only_proven_answers_grant()
    {
        Assert.True(HostileTable.All.Count >= 120, $"There are {HostileTable.All.Count} rows.");

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

        Assert.True(row.Kind == result.Error?.Kind, $"{row.Name}: expected {row.Kind?.ToString() ?? "an answer"}, was: {outcome}");

        if (row.Kind is null)
            Assert.True(row.Reads == outcome, $"{row.Name}: expected '{row.Reads}', was '{outcome}'");
        else
            Assert.True(outcome.Contains(row.Reads, StringComparison.Ordinal), $"{row.Name}: expected to read '{row.Reads}', was: {outcome}");

        Assert.True(row.Grants == result.IsPaid, row.Name);
        Assert.DoesNotContain("MARK", outcome, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<PaymentsResult> CatchAsync(PaymentsEndpoint endpoint)
    {
        try
        {
            return new PaymentsResult(await endpoint.GetInformationAsync(Samples.ByIds, CancellationToken.None));
        }
        catch (FigmaPaymentsException exception)
        {
            return new PaymentsResult(exception.Error);
        }
    }

    private static PaymentsClientOptions OptionsOf(HostileRow row, Uri address)
    {
        PaymentsClientOptions options = Samples.Options(address);
        options.Timeout = row.Timeout;
        return options;
    }
}
