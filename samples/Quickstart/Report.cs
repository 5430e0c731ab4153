using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Figma.Payments;
using Spectre.Console;

namespace Quickstart;

/// <summary>Asks every question and prints the table.</summary>
internal static class Report
{
    public static async Task PrintAsync(IEnumerable<PaymentCheck> checks)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("who", "asked", "answer", "access", "why");

        foreach (PaymentCheck check in checks)
        {
            PaymentsResult result = await check.AskAsync();

            table.AddRow(
                new Text(check.Who),
                new Text(check.Asked),
                new Text(AccessDecision.Answer(result)),
                AccessDecision.IsGranted(result) ? new Text("granted", new Style(Color.Green)) : new Text("denied", new Style(Color.Red)),
                new Text(AccessDecision.Reason(result)));
        }

        // A pipe has no width; the table is for reading there too.
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 160;

        AnsiConsole.Write(table);
    }
}
