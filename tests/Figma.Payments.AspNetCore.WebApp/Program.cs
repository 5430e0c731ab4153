// The application that the example for WebApplicationFactory tests. A test checks that it is the one of the package's README.
using Figma.Payments;
using Figma.Payments.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

// Reads Figma:AccessToken. Keep it in the user secrets in development, and in the environment variable Figma__AccessToken or a secret store in production.
builder.Services.AddGlyphPayments(builder.Configuration.GetSection("Figma"));
builder.Services.AddGlyphPaymentsGate();

WebApplication app = builder.Build();
app.UseFigmaPayments();

app.MapPost("/render", (FigmaPayment payment) => $"Rendered for user {payment.UserId}.").RequireGlyphPayments();

app.Run();

[PaymentsClient(PluginId = "1678669904810665842")]
public partial interface IGlyphPayments : IPinnedPaymentsClient;
