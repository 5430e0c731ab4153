namespace Figma.Payments.Generators.Model;

/// <summary>A client as it is declared, before its manifest is read.</summary>
/// <param name="Client">The client. It is not pinned yet if <paramref name="Manifest"/> is set.</param>
/// <param name="Manifest">The path of the manifest as the developer wrote it, or null if there is none.</param>
internal sealed record DeclaredClient(ClientModel Client, string? Manifest);
