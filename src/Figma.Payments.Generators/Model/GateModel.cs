namespace Figma.Payments.Generators.Model;

/// <summary>The gate of a pinned client, which only users who have paid pass.</summary>
/// <param name="Name">The part that its names share, such as <c>GlyphPayments</c> in <c>AddGlyphPaymentsGate</c>.</param>
/// <param name="ByToken">The client method that checks a payment token, or null if there is none.</param>
/// <param name="ByUser">The client method that checks a signed-in user, or null if there is none.</param>
internal sealed record GateModel(string Name, GateRequest? ByToken, GateRequest? ByUser)
{
    /// <summary>Gets the name of the static class with the extension methods.</summary>
    public string ClassName => ClientNaming.GetGateClassName(Name);

    public string AddMethod => ClientNaming.GetGateMethodName(Name);

    public string RequireMethod => "Require" + Name;

    public string ReadMethod => "Read" + Name;
}

/// <summary>A client method that a gate calls.</summary>
/// <param name="Method">The method.</param>
/// <param name="InheritedFrom">The full name of the interface that declares the method, or null if the annotated one does.</param>
internal sealed record GateRequest(MethodModel Method, string? InheritedFrom);
