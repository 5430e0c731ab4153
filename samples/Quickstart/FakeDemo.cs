using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Figma.Payments;
using Figma.Payments.Testing;

namespace Quickstart;

/// <summary>Starts the fake on loopback and sends every kind of request to it over HTTP. It doesn't need a Figma account.</summary>
internal static class FakeDemo
{
    // The ID in manifest.json, to which the client is pinned.
    private const string GlyphsId = "1678669904810665842";

    public static async Task RunAsync()
    {
        FakeFigmaPayments figma = new();
        await using FakeFigmaPaymentsServer server = await figma.StartAsync();

        Console.WriteLine("FIGMA_ACCESS_TOKEN is not set. Sending requests to a fake of Figma on loopback.");
        await Report.PrintAsync(CreateChecks(figma, server.BaseAddress));
    }

    private static List<PaymentCheck> CreateChecks(FakeFigmaPayments figma, Uri address)
    {
        PluginId glyphs = figma.AddPlugin(new PluginId(GlyphsId));
        PluginId otherPlugin = figma.AddPlugin();
        PluginId foreignPlugin = figma.AddPlugin(isOwned: false);
        WidgetId dice = figma.AddWidget();
        CommunityFileId icons = figma.AddCommunityFile();

        UserId ada = figma.AddUser();
        figma.Pay(ada, glyphs);
        figma.Pay(ada, dice);
        figma.Pay(ada, icons);
        figma.Pay(ada, otherPlugin);

        UserId ben = figma.AddUser();

        UserId cleo = figma.AddUser();
        figma.StartTrial(cleo, glyphs);

        UserId dan = figma.AddUser();
        figma.Pay(dan, glyphs, new DateTimeOffset(2026, 3, 1, 12, 34, 56, TimeSpan.Zero));
        figma.Refund(dan, glyphs);

        PaymentsClient payments = PaymentsClient.Create(Options(address, figma.AccessToken));
        GlyphPaymentsClient glyphPayments = GlyphPaymentsClient.Create(Options(address, figma.AccessToken));
        PaymentsClient misconfigured = PaymentsClient.Create(Options(address, new PersonalAccessToken("figd_invalid")));

        // A real plugin gets the token from Figma and sends it to your server.
        PluginPaymentToken Token(UserId user, PluginId plugin) => new(figma.IssuePaymentToken(user, plugin));

        return
        [
            new("Ada", "payment token", () => glyphPayments.TryGetPaymentsAsync(Token(ada, glyphs))),
            PaymentCheck.Create("Ada", "user and plugin", () => payments.GetPaymentsAsync(ada, glyphs)),
            PaymentCheck.Create("Ada", "user and widget", () => payments.GetPaymentsAsync(ada, dice)),
            PaymentCheck.Create("Ada", "user and Community file", () => payments.GetPaymentsAsync(ada, icons)),
            PaymentCheck.Create("Ben, never bought", "user and plugin", () => payments.GetPaymentsAsync(ben, glyphs)),
            PaymentCheck.Create("Cleo, on trial", "user and plugin", () => payments.GetPaymentsAsync(cleo, glyphs)),
            PaymentCheck.Create("Dan, refunded", "user and plugin", () => payments.GetPaymentsAsync(dan, glyphs)),
            new("Ada", "payment token of another plugin", () => glyphPayments.TryGetPaymentsAsync(Token(ada, otherPlugin))),
            new("Unknown", "invalid payment token", () => glyphPayments.TryGetPaymentsAsync(new PluginPaymentToken("invalid"))),
            PaymentCheck.Create("Ada", "plugin of another owner", () => payments.GetPaymentsAsync(ada, foreignPlugin)),
            PaymentCheck.Create("Ada", "invalid access token", () => misconfigured.GetPaymentsAsync(ada, glyphs)),
        ];
    }

    private static PaymentsClientOptions Options(Uri address, PersonalAccessToken token) => new() { BaseAddress = address, AccessToken = token };
}
