using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;

using Xunit;

namespace Figma.Payments.Testing.Tests;

/// <summary>The requests that the fake handles, each with the expected status.</summary>
internal static class RequestCases
{
    private static readonly Dictionary<string, RequestCase> All = new(StringComparer.Ordinal)
    {
        ["not purchased"] = new(200, static s => s.Request(s.AdaAndPlugin)),
        ["paid"] = new(200, static s => After(s, () => s.Fake.Pay(s.Ada, s.Plugin), s.AdaAndPlugin)),
        ["trial of a widget"] = new(200, static s => After(s, () => s.Fake.StartTrial(s.Ada, s.Widget), $"user_id={s.Ada}&widget_id={s.Widget}")),
        ["paid Community file"] = new(200, static s => After(s, () => s.Fake.Pay(s.Ada, s.File), $"user_id={s.Ada}&community_file_id={s.File}")),
        ["paid, token request"] = new(200, static s => After(s, () => s.Fake.Pay(s.Ada, s.Plugin), TokenQuery(s))),
        ["parameters in another order"] = new(200, static s => s.Request($"plugin_id={s.Plugin}&user_id={s.Ada}")),
        ["escaped more than needed"] = new(200, static s => s.Request($"%75ser_id={s.Ada}&plugin%5Fid={s.Plugin}")),
        ["no credential"] = new(401, static s => new HttpRequestMessage(HttpMethod.Get, "/v1/payments?" + s.AdaAndPlugin)),
        ["empty credential"] = new(401, static s => WithHeader(s, "X-Figma-Token", "")),
        ["wrong credential"] = new(403, static s => s.Request(s.AdaAndPlugin, "figd_wrong")),
        ["duplicate credential"] = new(403, static s => WithHeader(s, "X-Figma-Token", s.Fake.AccessTokenText, s.Fake.AccessTokenText)),
        ["expired credential"] = new(403, static s => Expired(s)),
        ["bearer token only"] = new(403, static s => Bearer(s)),
        ["no parameters"] = new(400, static s => s.Request("/v1/payments")),
        ["several resources"] = new(400, static s => s.Request($"{s.AdaAndPlugin}&widget_id={s.Widget}")),
        ["no resource"] = new(400, static s => s.Request($"user_id={s.Ada}")),
        ["no user"] = new(400, static s => s.Request($"plugin_id={s.Plugin}")),
        ["token and IDs"] = new(400, static s => s.Request($"plugin_payment_token=x&{s.AdaAndPlugin}")),
        ["duplicate parameter"] = new(400, static s => s.Request($"{s.AdaAndPlugin}&plugin_id={s.Plugin}")),
        ["empty parameter"] = new(400, static s => s.Request($"user_id={s.Ada}&plugin_id=")),
        ["unknown parameter"] = new(400, static s => s.Request($"{s.AdaAndPlugin}&pluginId=1")),
        ["not UTF-8"] = new(400, static s => s.Request($"{s.AdaAndPlugin}%FF")),
        ["unknown payment token"] = new(403, static s => s.Request("plugin_payment_token=none")),
        ["unescaped payment token"] = new(403, static s => s.Request("plugin_payment_token=" + s.Fake.IssuePaymentToken(s.Ada, s.Plugin))),
        ["expired payment token"] = new(403, static s => ExpiredPaymentToken(s)),
        ["resource of another account"] = new(403, static s => s.Request($"user_id={s.Ada}&plugin_id={s.ForeignPlugin}")),
        ["unknown resource"] = new(404, static s => s.Request($"user_id={s.Ada}&plugin_id=1")),
        ["ID of another type"] = new(404, static s => s.Request($"user_id={s.Ada}&plugin_id={s.Widget}")),
        ["ID with a leading zero"] = new(404, static s => s.Request($"user_id=0{s.Ada}&plugin_id={s.Plugin}")),
        ["unknown user"] = new(404, static s => s.Request($"user_id=1&plugin_id={s.Plugin}")),
        ["other path"] = new(404, static s => s.Request("/v1/me")),
        ["path in another case"] = new(404, static s => s.Request("/v1/Payments?" + s.AdaAndPlugin)),
        ["path with a trailing slash"] = new(404, static s => s.Request("/v1/payments/?" + s.AdaAndPlugin)),
        ["other method"] = new(405, static s => WithMethod(s, HttpMethod.Post)),
        ["HEAD"] = new(405, static s => WithMethod(s, HttpMethod.Head)),
        ["rate limit"] = new(429, static s => Fault(s, FakeFault.RateLimited(TimeSpan.FromSeconds(30)))),
        ["500 fault"] = new(500, static s => Fault(s, FakeFault.Status(500))),
        ["redirect fault"] = new(302, static s => Fault(s, FakeFault.Redirect(new Uri("https://example.com/elsewhere?a=b")))),
        ["HTML page fault"] = new(503, static s => Fault(s, FakeFault.HtmlPage())),
        ["body fault"] = new(200, static s => Fault(s, FakeFault.Body("\"ä\"", contentType: null))),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static RequestCase Of(string name) => All[name];

    private static HttpRequestMessage After(FakeSetup setup, Action first, string query)
    {
        first();
        return setup.Request(query);
    }

    private static string TokenQuery(FakeSetup setup) =>
        "plugin_payment_token=" + Uri.EscapeDataString(setup.Fake.IssuePaymentToken(setup.Ada, setup.Plugin));

    private static HttpRequestMessage Expired(FakeSetup setup)
    {
        string old = setup.Fake.AccessTokenText;
        setup.Fake.RotateAccessToken();
        return setup.Request(setup.AdaAndPlugin, old);
    }

    private static HttpRequestMessage ExpiredPaymentToken(FakeSetup setup)
    {
        string query = TokenQuery(setup);
        setup.Clock.Advance(TimeSpan.FromMinutes(5));
        return setup.Request(query);
    }

    private static HttpRequestMessage Bearer(FakeSetup setup)
    {
        HttpRequestMessage request = new(HttpMethod.Get, "/v1/payments?" + setup.AdaAndPlugin);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", setup.Fake.AccessTokenText);
        return request;
    }

    private static HttpRequestMessage WithHeader(FakeSetup setup, string name, params string[] values)
    {
        HttpRequestMessage request = new(HttpMethod.Get, "/v1/payments?" + setup.AdaAndPlugin);
        request.Headers.TryAddWithoutValidation(name, values);
        return request;
    }

    private static HttpRequestMessage WithMethod(FakeSetup setup, HttpMethod method)
    {
        HttpRequestMessage request = setup.Request(setup.AdaAndPlugin);
        request.Method = method;
        return request;
    }

    private static HttpRequestMessage Fault(FakeSetup setup, FakeFault fault)
    {
        setup.Fake.Faults.Enqueue(fault);
        return setup.Request(setup.AdaAndPlugin);
    }
}

/// <summary>A request and the expected status.</summary>
internal sealed record RequestCase(int Status, Func<FakeSetup, HttpRequestMessage> Prepare);
