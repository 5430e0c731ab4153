namespace Figma.Payments.Telemetry;

/// <summary>What the library calls itself on the wire and in telemetry.</summary>
internal static class Product
{
    /// <summary>Three numbers, such as <c>1.0.0</c>.</summary>
    public static readonly string Version = typeof(Product).Assembly.GetName().Version!.ToString(3);

    /// <summary>The request's <c>User-Agent</c>.</summary>
    public static readonly string UserAgent = "Figma.Payments.Generators/" + Version;
}
