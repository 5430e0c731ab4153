namespace Figma.Payments.Telemetry;

/// <summary>Contains the name and the version of the library, for requests and telemetry.</summary>
internal static class Product
{
    /// <summary>The version, such as <c>1.0.0</c>.</summary>
    public static readonly string Version = typeof(Product).Assembly.GetName().Version!.ToString(3);

    /// <summary>The value of the <c>User-Agent</c> header.</summary>
    public static readonly string UserAgent = "Figma.Payments.Generators/" + Version;
}
