using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Authentication;

/// <summary>Another scheme of the application whose tokens are in the header that the gate reads.</summary>
public sealed class OtherBearerSchemeTests
{
    public static TheoryData<string, bool> Schemes => new()
    {
        { "bearer token", true },
        { "JWT", true },
        { "derived", true },
        { "cookie", false },
        { "bearer token and UserScheme", false },
        { "bearer token and ReadToken", false },
    };

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task Other_bearer_scheme_is_logged_at_start(string scheme, bool expected)
    {
        await using GateApp app = await GateApp.StartAsync(static app => app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate), options =>
        {
            options.Services = services =>
            {
                AuthenticationBuilder authentication = services.AddAuthentication("Users");

                if (scheme.StartsWith("bearer token", StringComparison.Ordinal))
                    authentication.AddBearerToken("Users");
                else if (scheme == "cookie")
                    authentication.AddCookie("Users");
                else
                    services.Configure<AuthenticationOptions>(users => users.AddScheme("Users", builder => builder.HandlerType = scheme == "JWT" ? typeof(JwtBearerHandler) : typeof(DerivedHandler)));
            };

            options.Gate = gate =>
            {
                if (scheme.EndsWith("UserScheme", StringComparison.Ordinal))
                {
                    gate.UserScheme = "Users";
                    gate.UserIdClaim = "figma";
                }

                if (scheme.EndsWith("ReadToken", StringComparison.Ordinal))
                    gate.ReadToken = FigmaPaymentTokenReader.FromHeader();
            };
        });

        LogRecord[] warnings = [.. app.Logs.OfGate.Where(static record => record.Event.Id == 23)];
        Assert.Equal(expected ? 1 : 0, warnings.Length);
        Assert.All(warnings, static warning => Assert.Contains("'Users'", warning.Message, StringComparison.Ordinal));
    }

    private sealed class DerivedHandler : JwtBearerHandler;
}
