using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Figma.Payments.Tests.Registration;

/// <summary>Sends requests of a registered client with marked tokens, and checks all logs, activities and exceptions for them.</summary>
/// <remarks>It is in the collection of the telemetry tests, because its listeners observe the whole process.</remarks>
[Collection("TelemetryTests")]
public sealed class LogTests
{
    private static readonly string[] s_paths = ["paid", "not JSON", "another user", "400", "401", "403", "404", "429", "500", "302", "exception", "broken body", "canceled"];

    public static TheoryData<string> Paths => [.. s_paths];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Logs_contain_no_secret_at_any_level(string path)
    {
        using RecordingLoggerProvider log = new();
        StringBuilder written = new();
        using ActivityListener listener = Listen(written);
        ServiceCollection services = new();
        services.AddLogging(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        using CancellationTokenSource caller = new();
        CannedHandler figma = new((request, _) => RespondAsync(path, request, caller));
        services.AddShopPayments(static options => options.AccessToken = new PersonalAccessToken(Samples.AccessToken)).ConfigurePrimaryHttpMessageHandler(() => figma);

        // Another client, whose log messages show that logging works.
        services.AddHttpClient("another").ConfigurePrimaryHttpMessageHandler(static () => new CannedHandler(Samples.Paid));
        using ServiceProvider provider = services.BuildServiceProvider();

        using (HttpClient another = provider.GetRequiredService<IHttpClientFactory>().CreateClient("another"))
        using (await another.GetAsync(new Uri("https://another.example/")))
            Assert.Contains(log.Written, static line => line.Contains("another.example", StringComparison.Ordinal));

        ILogger logger = provider.GetRequiredService<ILogger<LogTests>>();

        foreach (bool isTokenRequest in new[] { true, false })
        {
            try
            {
                IShopPayments payments = provider.GetRequiredService<IShopPayments>();
                PaymentInformation information = isTokenRequest
                    ? await payments.GetPaymentsAsync(new PluginPaymentToken(Samples.PaymentToken), caller.Token)
                    : await payments.GetPaymentsAsync(new UserId(Samples.User), new PluginId(Samples.Plugin), caller.Token);

                Succeeded(logger, information, new PluginPaymentToken(Samples.PaymentToken), new PersonalAccessToken(Samples.AccessToken));
                written.Append(JsonSerializer.Serialize(information));
            }
            catch (Exception exception) when (exception is FigmaPaymentsException or OperationCanceledException)
            {
                Failed(logger, exception);
                written.Append(exception).AppendJoin(',', exception.Data.Values.Cast<object?>()).Append(exception.InnerException);

                if (exception is FigmaPaymentsException { Error: { } error })
                    written.Append(JsonSerializer.Serialize(error));
            }
        }

        Assert.NotEmpty(figma.Requests);
        written.AppendJoin('\n', log.Written);

        Assert.Contains(path is "paid" ? "Succeeded" : "Failed", written.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", written.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("plugin_payment_token=", written.ToString(), StringComparison.Ordinal);
    }

    private static void Succeeded(ILogger logger, PaymentInformation information, PluginPaymentToken paymentToken, PersonalAccessToken accessToken) =>
        s_succeeded(logger, information, paymentToken, accessToken, null);

    private static void Failed(ILogger logger, Exception exception) => s_failed(logger, exception);

    private static readonly Action<ILogger, PaymentInformation, PluginPaymentToken, PersonalAccessToken, Exception?> s_succeeded =
        LoggerMessage.Define<PaymentInformation, PluginPaymentToken, PersonalAccessToken>(LogLevel.Trace, default, "Succeeded: {Information} for {PaymentToken} with {AccessToken}");

    private static readonly Action<ILogger, Exception?> s_failed = LoggerMessage.Define(LogLevel.Error, default, "Failed");

    private static ActivityListener Listen(StringBuilder written)
    {
        ActivityListener listener = new()
        {
            ShouldListenTo = static source => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (written)
                    written.Append(activity.DisplayName).AppendJoin(',', activity.TagObjects).AppendJoin(',', activity.Baggage).Append(activity.StatusDescription);
            },
        };

        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static async Task<HttpResponseMessage> RespondAsync(string path, HttpRequestMessage request, CancellationTokenSource caller)
    {
        string echo = request + Samples.PaymentToken + Samples.AccessToken;

        switch (path)
        {
            case "paid":
                return Samples.Json(Samples.Paid);

            case "not JSON":
                return Samples.Bytes(Encoding.UTF8.GetBytes(echo));

            case "another user":
                return Samples.Json(Samples.With(Samples.User, Samples.AccessToken));

            case "exception":
                throw new HttpRequestException(echo, new InvalidOperationException(echo)) { Data = { ["token"] = echo } };

            case "broken body":
                HttpResponseMessage broken = Samples.Bytes(Encoding.UTF8.GetBytes(echo));
                broken.Content.Headers.ContentLength = 60_000;
                return broken;

            case "canceled":
                await caller.CancelAsync();
                throw new OperationCanceledException(echo, caller.Token);

            default:
                HttpResponseMessage error = Samples.Json(JsonSerializer.Serialize(new { error = true, message = echo }), (HttpStatusCode)int.Parse(path, null));
                error.Headers.TryAddWithoutValidation("X-Figma-Upgrade-Link", "https://www.figma.com/?t=" + Samples.AccessToken);
                error.Headers.TryAddWithoutValidation("Location", "https://www.figma.com/?t=" + Samples.AccessToken);
                error.ReasonPhrase = Samples.AccessToken;
                return error;
        }
    }
}
