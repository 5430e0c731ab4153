using System.Threading;
using Figma.Payments;
using Figma.Payments.Testing.WebApp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

// The application that the recipe for WebApplicationFactory tests. It is the one of the repository's README.
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

builder.Services.AddGlyphPayments(options =>
    options.AccessToken = new PersonalAccessToken(builder.Configuration["Figma:AccessToken"]!));

WebApplication app = builder.Build();

app.MapPost("/render", async (RenderRequest request, IGlyphPayments payments, CancellationToken cancellationToken) =>
{
    PaymentsResult result = await payments.TryGetPaymentsAsync(new PluginPaymentToken(request.PaymentToken), cancellationToken);

    if (result.IsPaid)
        return Results.Text(request.Text.ToUpperInvariant());

    return result.Error is { IsTransient: true }
        ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
        : Results.StatusCode(StatusCodes.Status402PaymentRequired);
});

app.Run();
