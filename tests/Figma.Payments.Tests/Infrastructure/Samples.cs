using System;
using System.Net;
using System.Net.Http;
using System.Text;
using Figma.Payments.CompilerServices;

namespace Figma.Payments.Tests;

/// <summary>Contains the requests, responses and options that most tests use.</summary>
internal static class Samples
{
    public const string User = "893760322388183958";
    public const string Plugin = "1678669904810665842";
    public const string AccessToken = "figd_MARK-access-0123456789";
    public const string PaymentToken = "MARK/payment+token=0123456789";
    public const string Paid = """{"status":200,"error":false,"meta":{"user_id":"893760322388183958","resource_id":"1678669904810665842","resource_type":"PLUGIN","payment_status":{"type":"PAID"},"date_of_purchase":"2024-03-01T12:34:56.789Z"}}""";

    public static PaymentsRequest IdRequest => new(userId: new UserId(User), pluginId: new PluginId(Plugin));

    public static PaymentsRequest TokenRequest => new(pluginPaymentToken: new PluginPaymentToken(PaymentToken));

    public static PaymentsRequest ExpectedUserRequest => new(pluginPaymentToken: new PluginPaymentToken(PaymentToken), expectedUser: new UserId(User));

    public static PaymentsClientOptions Options(Uri? baseAddress = null) => new()
    {
        AccessToken = new PersonalAccessToken(AccessToken),
        BaseAddress = baseAddress ?? new Uri("https://api.figma.com"),
        Timeout = TimeSpan.FromSeconds(30),
    };

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Bytes(byte[] body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new ByteArrayContent(body) };

    /// <summary>Returns the paid response with a part replaced.</summary>
    public static string With(string part, string replacement)
    {
        string body = Paid.Replace(part, replacement, StringComparison.Ordinal);
        return body == Paid && part != replacement ? throw new ArgumentException("The sample does not contain the part.", nameof(part)) : body;
    }
}
