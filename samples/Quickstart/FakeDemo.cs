using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Figma.Payments;
using Figma.Payments.Testing;

namespace Quickstart;

/// <summary>Without an account: the fake plays Figma's side on loopback, and the generated clients ask it over real HTTP.</summary>
internal static class FakeDemo
{
    // The id in manifest.json: the fake has to know the plugin that the client is pinned to.
    private const string GlyphPlugin = "1678669904810665842";

    public static async Task RunAsync()
    {
        FakeFigmaPayments figma = new();
        await using FakeFigmaPaymentsServer server = await figma.StartAsync();

        Console.WriteLine("No FIGMA_ACCESS_TOKEN: asking a fake of Figma on loopback.");
        await Report.PrintAsync(Cast(figma, server.BaseAddress));
    }

    private static List<PaymentCheck> Cast(FakeFigmaPayments figma, Uri address)
    {
        PluginId glyphs = figma.AddPlugin(new PluginId(GlyphPlugin));
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
        PaymentsClient misconfigured = PaymentsClient.Create(Options(address, new PersonalAccessToken("figd_made-up-and-wrong")));

        // In real life a plugin's main thread gets the token from Figma and sends its text to your server.
        PluginPaymentToken Token(UserId user, PluginId plugin) => new(figma.IssuePaymentToken(user, plugin));

        return
        [
            new("Ada", "token of the plugin", () => glyphPayments.TryGetPaymentsAsync(Token(ada, glyphs))),
            PaymentCheck.Of("Ada", "user and plugin", () => payments.GetPaymentsAsync(ada, glyphs)),
            PaymentCheck.Of("Ada", "user and widget", () => payments.GetPaymentsAsync(ada, dice)),
            PaymentCheck.Of("Ada", "user and Community file", () => payments.GetPaymentsAsync(ada, icons)),
            PaymentCheck.Of("Ben, never bought", "user and plugin", () => payments.GetPaymentsAsync(ben, glyphs)),
            PaymentCheck.Of("Cleo, on trial", "user and plugin", () => payments.GetPaymentsAsync(cleo, glyphs)),
            PaymentCheck.Of("Dan, refunded", "user and plugin", () => payments.GetPaymentsAsync(dan, glyphs)),
            new("Ada", "token of another plugin of ours", () => glyphPayments.TryGetPaymentsAsync(Token(ada, otherPlugin))),
            new("somebody", "made-up payment token", () => glyphPayments.TryGetPaymentsAsync(new PluginPaymentToken("made-up"))),
            PaymentCheck.Of("Ada", "a plugin that is not ours", () => payments.GetPaymentsAsync(ada, foreignPlugin)),
            PaymentCheck.Of("Ada", "with a wrong access token", () => misconfigured.GetPaymentsAsync(ada, glyphs)),
        ];
    }

    private static PaymentsClientOptions Options(Uri address, PersonalAccessToken token) => new() { BaseAddress = address, AccessToken = token };
}
