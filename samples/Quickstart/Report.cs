using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Figma.Payments;
using Spectre.Console;

namespace Quickstart;

/// <summary>Sends the requests and prints the responses in a table.</summary>
internal static class Report
{
    public static async Task PrintAsync(IEnumerable<PaymentCheck> checks)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("user", "request", "response", "access", "reason");

        foreach (PaymentCheck check in checks)
        {
            PaymentsResult result = await check.SendAsync();

            table.AddRow(
                new Text(check.User),
                new Text(check.Request),
                new Text(AccessDecision.DescribeResponse(result)),
                AccessDecision.IsGranted(result) ? new Text("granted", new Style(Color.Green)) : new Text("denied", new Style(Color.Red)),
                new Text(AccessDecision.DescribeReason(result)));
        }

        // A redirected output has no width.
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 160;

        AnsiConsole.Write(table);
    }
}
