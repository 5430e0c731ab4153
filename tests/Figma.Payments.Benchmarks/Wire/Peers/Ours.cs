using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Generators.Rules.Requests;

namespace Figma.Payments.Benchmarks.Wire.Peers;

/// <summary>A generated client over an <see cref="HttpClient"/> with the settings of the generated registration. Errors are thrown.</summary>
internal sealed class Ours(HttpMessageHandler handler, Uri address) : Peer<PaymentInformation>("Ours")
{
    private readonly OurClient _ours = new(handler, address);

    public override void Dispose() => _ours.Dispose();

    protected override Task<PaymentInformation> GetAsync() => _ours.Payments.GetPaymentsAsync(new UserId(Samples.User), new PluginId(Samples.Plugin));

    protected override bool IsPaid(PaymentInformation response) => response.IsPaid;
}

/// <summary>The same client. Errors are returned as values.</summary>
internal sealed class OursAsResult(HttpMessageHandler handler, Uri address) : Peer<PaymentsResult>("Ours, PaymentsResult")
{
    private readonly OurClient _ours = new(handler, address);

    public override void Dispose() => _ours.Dispose();

    protected override Task<PaymentsResult> GetAsync() => _ours.Payments.TryGetPaymentsAsync(new UserId(Samples.User), new PluginId(Samples.Plugin));

    protected override bool IsPaid(PaymentsResult response) => response.IsPaid;

    protected override bool IsError(PaymentsResult response) => response.Error is { FigmaMessage: "Invalid token" };
}

/// <summary>A generated client with its default handler.</summary>
internal sealed class OursCreated(Uri address) : Peer<PaymentInformation>("Ours, Create")
{
    private readonly BenchmarkPaymentsClient _payments = BenchmarkPaymentsClient.Create(OurClient.OptionsOf(address));

    public override void Dispose()
    {
    }

    protected override Task<PaymentInformation> GetAsync() => _payments.GetPaymentsAsync(new UserId(Samples.User), new PluginId(Samples.Plugin));

    protected override bool IsPaid(PaymentInformation response) => response.IsPaid;
}

[PaymentsClient]
internal partial interface IBenchmarkPayments
{
    Task<PaymentInformation> GetPaymentsAsync(UserId userId, PluginId pluginId, CancellationToken cancellationToken = default);

    Task<PaymentsResult> TryGetPaymentsAsync(UserId userId, PluginId pluginId, CancellationToken cancellationToken = default);
}

internal sealed class OurClient(HttpClient client, Uri address) : IDisposable
{
    public OurClient(HttpMessageHandler handler, Uri address)
        : this(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }, address)
    {
    }

    public BenchmarkPaymentsClient Payments { get; } = new(client, OptionsOf(address));

    public static PaymentsClientOptions OptionsOf(Uri address) => new()
    {
        AccessToken = new PersonalAccessToken(Samples.AccessToken),
        BaseAddress = address,
        Timeout = Samples.Timeout,
    };

    public void Dispose() => client.Dispose();
}
