using System;
using System.Linq;
using System.Text.Encodings.Web;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.Negotiate;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.IISIntegration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
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
        { "introspection", true },
        { "cookie", false },
        { "OAuth", false },
        { "policy", false },
        { "Negotiate", false },
        { "Windows", false },
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
                else if (scheme == "introspection")
                    authentication.AddScheme<AuthenticationSchemeOptions, IntrospectionHandler>("Users", null);
                else if (scheme == "cookie")
                    authentication.AddCookie("Users");
                else if (scheme == "policy")
                    authentication.AddPolicyScheme("Users", null, static policy => policy.ForwardDefault = "Figma.Payments:glyphs");
                else if (scheme == "OAuth")
                    authentication.AddOAuth("Users", static oauth => (oauth.SignInScheme, oauth.ClientId, oauth.ClientSecret, oauth.AuthorizationEndpoint, oauth.TokenEndpoint, oauth.CallbackPath) = ("Cookies", "id", "secret", "https://example.com", "https://example.com", "/callback"));
                else
                    services.Configure<AuthenticationOptions>(users => users.AddScheme("Users", builder => builder.HandlerType = scheme switch
                    {
                        "JWT" => typeof(JwtBearerHandler),
                        "Negotiate" => typeof(NegotiateHandler),
                        "Windows" => typeof(WindowsHandler),
                        _ => typeof(DerivedHandler),
                    }));
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

    private sealed class IntrospectionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
    }
}
