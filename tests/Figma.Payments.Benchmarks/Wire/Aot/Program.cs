using System;
using System.Net.Http;
#if OURS
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments;

Uri address = new(args[0]);
BenchmarkPaymentsClient payments = new(
    new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan },
    new PaymentsClientOptions { AccessToken = new PersonalAccessToken("figd_benchmark"), BaseAddress = address });

Console.WriteLine((await payments.GetPaymentsAsync(new UserId("893760322388183958"), new PluginId("1678669904810665842"))).IsPaid);

[PaymentsClient]
internal partial interface IBenchmarkPayments
{
    Task<PaymentInformation> GetPaymentsAsync(UserId userId, PluginId pluginId, CancellationToken cancellationToken = default);
}
#else
using System.Threading.Tasks;
using System.Buffers;
using System.IO;
using System.Text.Json;

using HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };
HttpRequestMessage request = new(HttpMethod.Get, new Uri(args[0] + "v1/payments?user_id=893760322388183958&plugin_id=1678669904810665842"));
request.Headers.TryAddWithoutValidation("X-Figma-Token", "figd_benchmark");

using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
Stream stream = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
byte[] buffer = ArrayPool<byte>.Shared.Rent(4_096);
int length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false);

Console.WriteLine(IsPaid(buffer.AsSpan(0, length)));
return;

static bool IsPaid(ReadOnlySpan<byte> body)
{
    Utf8JsonReader json = new(body);

    while (json.Read())
    {
        if (json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("type"u8))
            return json.Read() && json.ValueTextEquals("PAID"u8);
    }

    return false;
}
#endif
