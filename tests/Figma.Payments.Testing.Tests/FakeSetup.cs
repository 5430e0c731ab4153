using System;
using System.Net.Http;
using System.Threading.Tasks;

namespace Figma.Payments.Testing.Tests;

/// <summary>A fake with a user and resources, and an <see cref="HttpClient"/> that is connected to it by one of its transports.</summary>
internal sealed class FakeSetup : IAsyncDisposable
{
    private readonly FakeFigmaPaymentsServer? _server;

    private FakeSetup(FakeFigmaPayments fake, ClockWithAlarm clock, FakeFigmaPaymentsServer? server)
    {
        Fake = fake;
        Clock = clock;
        _server = server;

        HttpMessageHandler handler = server is null ? fake.CreateHandler() : new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        Http = new HttpClient(handler) { BaseAddress = server?.BaseAddress ?? new Uri("https://api.figma.com/"), Timeout = TimeSpan.FromSeconds(30) };

        Ada = fake.AddUser();
        Plugin = fake.AddPlugin();
        Widget = fake.AddWidget();
        File = fake.AddCommunityFile();
        ForeignPlugin = fake.AddPlugin(isOwned: false);
    }

    public FakeFigmaPayments Fake { get; }

    public ClockWithAlarm Clock { get; }

    public HttpClient Http { get; }

    public UserId Ada { get; }

    public PluginId Plugin { get; }

    public WidgetId Widget { get; }

    public CommunityFileId File { get; }

    public PluginId ForeignPlugin { get; }

    public string AdaAndPlugin => $"user_id={Ada}&plugin_id={Plugin}";

    public static async Task<FakeSetup> OpenAsync(Transport transport, Action<FakeFigmaPaymentsOptions>? configure = null)
    {
        ClockWithAlarm clock = new();
        FakeFigmaPaymentsOptions options = new() { TimeProvider = clock };
        configure?.Invoke(options);
        FakeFigmaPayments fake = new(options);

        return new FakeSetup(fake, clock, transport == Transport.Loopback ? await fake.StartAsync() : null);
    }

    public HttpRequestMessage Request(string query, string? token = null)
    {
        HttpRequestMessage request = new(HttpMethod.Get, query.StartsWith('/') ? query : "/v1/payments?" + query);
        request.Headers.Add("X-Figma-Token", token ?? Fake.AccessTokenText);
        return request;
    }

    public async Task<ReceivedResponse> GetAsync(string query, string? token = null) => await SendAsync(Request(query, token));

    public async Task<ReceivedResponse> GetByTokenAsync(string paymentToken) => await GetAsync("plugin_payment_token=" + Uri.EscapeDataString(paymentToken));

    public async Task<ReceivedResponse> SendAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await Http.SendAsync(request);
        return await ReceivedResponse.ReadAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();

        if (_server is not null)
            await _server.DisposeAsync();
    }
}
