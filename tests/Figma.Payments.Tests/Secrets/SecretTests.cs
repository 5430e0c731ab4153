using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Figma.Payments.Tests.Telemetry;
using Xunit;

namespace Figma.Payments.Tests;

/// <remarks>It is in the collection of the telemetry tests, because its listeners observe the whole process.</remarks>
[Collection(nameof(TelemetryTests))]
public sealed class SecretTests
{
    private const string Host = "secrets.example";

    public static TheoryData<string> Paths => new(
        "paid", "400", "401", "403", "404", "418", "429", "500", "302", "204", "not JSON", "the response contains a secret", "another user", "refused connection", "broken body", "time-out", "handler", "default token");

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task No_output_contains_a_secret(string path)
    {
        using TelemetryRecorder recorder = new(Host);
        StringBuilder written = new();
        PaymentsClientOptions options = Samples.Options(new Uri("https://" + Host));
        options.Timeout = path == "time-out" ? TimeSpan.FromMilliseconds(20) : options.Timeout;

        foreach (PaymentsRequest request in new[] { Samples.TokenRequest, Samples.IdRequest, path == "default token" ? new PaymentsRequest(pluginPaymentToken: default(PluginPaymentToken)) : Samples.TokenRequest })
        {
            PaymentsEndpoint endpoint = new CannedHandler((message, cancellationToken) => RespondAsync(path, message, cancellationToken)).ToEndpoint(options);
            PaymentsResult result = await endpoint.GetResultAsync(request, CancellationToken.None);

            Write(written, result, request, endpoint);

            try
            {
                Write(written, await endpoint.GetInformationAsync(request, CancellationToken.None));
                Write(written, await endpoint.GetStatusAsync(request, CancellationToken.None));
            }
            catch (FigmaPaymentsException exception)
            {
                Write(written, exception.Message, exception.ToString(), exception.Error);
                Assert.Null(exception.InnerException);
                Assert.Empty(exception.Data);
            }
        }

        foreach (KeyValuePair<string, object?> tag in recorder.Activities.SelectMany(activity => activity.TagObjects).Concat(recorder.Measurements.SelectMany(measurement => measurement.Tags)))
            written.Append(tag.Key).Append('=').Append(tag.Value).AppendLine();

        foreach (var activity in recorder.Activities)
            written.Append(activity.DisplayName).Append(activity.StatusDescription).AppendJoin(',', activity.Events).AppendJoin(',', activity.Baggage).AppendLine();

        Assert.True(recorder.Activities.Count > 0);
        Assert.DoesNotContain("MARK", written.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Samples.PaymentToken)), written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_exception_contains_no_secret()
    {
        using CancellationTokenSource caller = new();
        PaymentsEndpoint endpoint = new CannedHandler(async (message, cancellationToken) =>
        {
            await caller.CancelAsync();
            throw new OperationCanceledException(message.ToString(), new HttpRequestException(message.ToString()), cancellationToken);
        }).ToEndpoint();

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endpoint.GetResultAsync(Samples.TokenRequest, caller.Token));

        Assert.DoesNotContain("MARK", canceled.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void ToString_and_serialization_of_public_types_contain_no_secret()
    {
        StringBuilder written = new();

        Write(written, Samples.Options(), Samples.TokenRequest, new PaymentsArgument(), (PaymentsArgument)new PluginPaymentToken(Samples.PaymentToken), (PaymentsArgument)Samples.PaymentToken);
        Write(written, new PersonalAccessToken(Samples.AccessToken), new PluginPaymentToken(Samples.PaymentToken));
        Write(written, new SecretScanner(Samples.PaymentToken, Samples.AccessToken));

        Assert.DoesNotContain("MARK", written.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<HttpResponseMessage> RespondAsync(string path, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        string echo = message.ToString() + Samples.PaymentToken + Samples.AccessToken;

        switch (path)
        {
            case "paid":
            case "default token":
                return Samples.Json(Samples.Paid);

            case "not JSON":
                return WithSecretHeaders(Samples.Bytes(Encoding.UTF8.GetBytes(echo)), message);

            case "the response contains a secret":
                return Samples.Json(Samples.With("PAID", Samples.PaymentToken).Replace("\"893760322388183958\"", JsonSerializer.Serialize(Samples.AccessToken), StringComparison.Ordinal));

            case "another user":
                return Samples.Json(Samples.With("893760322388183958", Samples.AccessToken));

            case "refused connection":
                throw new HttpRequestException(echo, new InvalidOperationException(echo)) { Data = { ["token"] = echo } };

            case "broken body":
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream(echo)) };

            case "time-out":
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                throw new InvalidOperationException();

            case "handler":
                throw new InvalidOperationException(echo);

            default:
                return WithSecretHeaders(Samples.Json(JsonSerializer.Serialize(new { error = true, message = echo, err = echo }), (HttpStatusCode)int.Parse(path, null)), message);
        }
    }

    // The link repeats only secrets that the request contained, because the library doesn't know others.
    private static HttpResponseMessage WithSecretHeaders(HttpResponseMessage response, HttpRequestMessage request)
    {
        foreach (string header in new[] { "Retry-After", "X-Figma-Plan-Tier", "X-Figma-Rate-Limit-Type", "x-figma-rest-api-request-id" })
            response.Headers.TryAddWithoutValidation(header, Samples.AccessToken);

        response.Headers.TryAddWithoutValidation("X-Figma-Upgrade-Link", "https://www.figma.com/?t=" + (request.RequestUri!.Query.Contains("plugin_payment_token", StringComparison.Ordinal) ? request.RequestUri.Query : Samples.AccessToken));
        response.Headers.TryAddWithoutValidation("Location", "https://www.figma.com/?t=" + Samples.AccessToken);
        response.ReasonPhrase = Samples.AccessToken;
        return response;
    }

    private static void Write(StringBuilder written, params object[] shown)
    {
        foreach (object value in shown)
        {
            written.AppendLine(value.ToString()).AppendLine($"{value}");

            if (value is not PaymentsEndpoint)
                written.AppendLine(Serialize(value));
        }
    }

    // Serializers throw an exception instead of writing a token.
    private static string Serialize(object value)
    {
        try
        {
            return JsonSerializer.Serialize(value, value.GetType());
        }
        catch (NotSupportedException exception)
        {
            return exception.ToString();
        }
    }
}
