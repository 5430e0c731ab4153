namespace Figma.Payments.Testing.WebApp;

public sealed record RenderRequest(string? PaymentToken, string? Text);
