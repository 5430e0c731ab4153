using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Figma.Payments;
using Spectre.Console;

namespace Quickstart;

/// <summary>Asks every question and prints the table.</summary>
internal static class Report
{
    public static async Task PrintAsync(IEnumerable<Inquiry> inquiries)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("who", "asked", "answer", "access", "why");

        foreach (Inquiry inquiry in inquiries)
        {
            PaymentsResult result = await inquiry.AskAsync();

            table.AddRow(
                new Text(inquiry.Who),
                new Text(inquiry.Asked),
                new Text(Verdict.Answer(result)),
                Verdict.IsGranted(result) ? new Text("granted", new Style(Color.Green)) : new Text("denied", new Style(Color.Red)),
                new Text(Verdict.Reason(result)));
        }

        // A pipe has no width; the table is for reading there too.
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 160;

        AnsiConsole.Write(table);
    }
}
