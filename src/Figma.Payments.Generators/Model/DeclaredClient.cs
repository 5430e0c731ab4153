namespace Figma.Payments.Generators.Model;

/// <summary>A client as it is declared: complete, or wanting only the resource that a manifest names.</summary>
/// <param name="Client">The client; pinned to nothing yet where <paramref name="Manifest"/> is set.</param>
/// <param name="Manifest">The manifest's path, as the developer wrote it; null where none is named.</param>
internal sealed record DeclaredClient(ClientModel Client, string? Manifest);
