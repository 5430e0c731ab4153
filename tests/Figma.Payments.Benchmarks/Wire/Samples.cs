using System;

namespace Figma.Payments.Benchmarks.Wire;

/// <summary>The request and the response of every peer.</summary>
internal static class Samples
{
    public const string User = "893760322388183958";
    public const string Plugin = "1678669904810665842";
    public const string AccessToken = "figd_benchmark";
    public const string Paid = """{"status":200,"error":false,"meta":{"user_id":"893760322388183958","resource_id":"1678669904810665842","resource_type":"PLUGIN","payment_status":{"type":"PAID"},"date_of_purchase":"2024-03-01T12:34:56.789Z"}}""";
    public const string Refused = """{"status":403,"error":true,"message":"Invalid token"}""";

    public static readonly Uri Figma = new("https://api.figma.com");
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
}
