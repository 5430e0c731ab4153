using System;
using System.Collections.Generic;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Figma.Payments.Benchmarks.Gate;

/// <summary>The usual authentication scheme for a token, whose users are in a dictionary.</summary>
internal sealed class PlainHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Plain";

    private const string Bearer = "Bearer ";

    private static readonly Dictionary<string, string> Users = new() { [GateCommand.Token] = "7" };

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string? authorization = Request.Headers.Authorization;

        if (authorization is null || !authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || !Users.TryGetValue(authorization[Bearer.Length..], out string? user))
            return Task.FromResult(AuthenticateResult.NoResult());

        ClaimsIdentity identity = new([new Claim(ClaimTypes.NameIdentifier, user), new Claim("status", "PAID")], Scheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
    }
}
