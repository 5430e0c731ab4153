// The application that the recipe for WebApplicationFactory tests. A test checks that it is the one of the repository's README.
using System.Threading;
using Figma.Payments;
using Figma.Payments.Testing.WebApp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

// Reads Figma:AccessToken. Keep it in the user secrets in development, and in the environment variable Figma__AccessToken or a secret store in production.
builder.Services.AddGlyphPayments(builder.Configuration.GetSection("Figma"));

// The iframe of a plugin has the origin 'null'. Don't use cookies.
builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.AllowAnyOrigin().AllowAnyHeader()));

WebApplication app = builder.Build();
app.UseCors();

app.MapPost("/render", async (RenderRequest request, IGlyphPayments payments, CancellationToken cancellationToken) =>
{
    // The constructor of the token would throw an exception for text that isn't valid, and the response would be a 500 without CORS headers.
    if (request.Text is null || !PluginPaymentToken.TryParse(request.PaymentToken, out PluginPaymentToken token))
        return Results.BadRequest();

    PaymentsResult result = await payments.TryGetPaymentsAsync(token, cancellationToken);

    if (result.IsPaid)
        return Results.Text(request.Text.ToUpperInvariant());

    return result.Error is { IsTransient: true }
        ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
        : Results.StatusCode(StatusCodes.Status402PaymentRequired);
});

app.Run();
