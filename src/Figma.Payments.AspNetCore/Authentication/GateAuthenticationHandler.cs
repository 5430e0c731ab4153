using System.Security.Claims;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Authorization;
using Figma.Payments.AspNetCore.Decisions;
using Figma.Payments.AspNetCore.Refusals;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Figma.Payments.AspNetCore.Authentication;

/// <summary>The authentication scheme of a gate: makes the decision, and writes the refusal of the gate.</summary>
/// <remarks>
/// It doesn't derive from <see cref="AuthenticationHandler{TOptions}"/>, which logs each refusal at the level Information, and which never ends
/// if a scheme of the application forwards to the gate while the gate authenticates with it.
/// </remarks>
internal sealed class GateAuthenticationHandler(GateRegistry gates, IAuthenticationSchemeProvider schemes) : IAuthenticationHandler
{
    private AuthenticationScheme? _scheme;
    private HttpContext? _context;
    private string? _gateName;
    private Gate? _gate;
    private bool _isRunning;

    private AuthenticationScheme Scheme => _scheme!;

    private HttpContext Context => _context!;

    private string GateName => _gateName ??= GateNames.FromScheme(Scheme.Name);

    private Gate Gate => _gate ??= gates.Get(GateName);

    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
    {
        _scheme = scheme;
        _context = context;
        return Task.CompletedTask;
    }

    public Task<AuthenticateResult> AuthenticateAsync()
    {
        // A scheme of the application has led back to the gate; or the gate is the default scheme, and the endpoint has no gate or isn't known yet.
        if (_isRunning || !EndpointGates.Contains(Context.GetEndpoint(), GateName))
            return Task.FromResult(AuthenticateResult.NoResult());

        return RunAsync();
    }

    public Task ChallengeAsync(AuthenticationProperties? properties) => RefuseAsync();

    public Task ForbidAsync(AuthenticationProperties? properties) => RefuseAsync();

    /// <summary>Requires the decision. <see cref="GatePolicyEvaluator"/> adds the identity of an admitted caller to the user.</summary>
    private async Task<AuthenticateResult> RunAsync()
    {
        _isRunning = true;

        try
        {
            await RequestDecisions.Get(Context).GetOrDecideAsync(Context, Gate).ConfigureAwait(false);
            return AuthenticateResult.NoResult();
        }
        finally
        {
            _isRunning = false;
        }
    }

    private async Task<string?> FindDefaultSchemeAsync()
    {
        AuthenticationScheme? scheme = await schemes.GetDefaultAuthenticateSchemeAsync().ConfigureAwait(false);
        return scheme is null || IsGate(scheme) ? null : scheme.Name;
    }

    private async Task AddUserAsync(ClaimsPrincipal principal, string? scheme)
    {
        if (scheme is not null && await Context.AuthenticateAsync(scheme).ConfigureAwait(false) is { Principal: { } user })
            principal.AddIdentities(user.Identities);
    }

    private static bool IsGate(AuthenticationScheme scheme) => scheme.HandlerType == typeof(GateAuthenticationHandler);

    private Task RefuseAsync()
    {
        RequestDecisions decisions = RequestDecisions.Get(Context);

        // The gate refuses nobody, so another policy did.
        if (IsOnlyRead())
            return ForwardLaterAsync(decisions);

        if (!decisions.TryGet(Gate, out FigmaPaymentsDecision? decision))
            return RefuseLaterAsync(decisions, FigmaPaymentsDecision.Refuse(FigmaPaymentsRefusal.TokenMissing));

        if (!decision.IsGranted)
            return RefuseLaterAsync(decisions, decision);

        // Another gate of the endpoint writes its own refusal. If there is none, another policy refused the user.
        return IsRefusedByOtherGate(decisions) ? Task.CompletedTask : ForwardLaterAsync(decisions);
    }

    /// <summary>Writes the refusal of the gate. If the endpoint has other schemes, they are challenged before or after the gate, and set the status and headers.</summary>
    private Task RefuseLaterAsync(RequestDecisions decisions, FigmaPaymentsDecision decision)
    {
        if (!decisions.IsAuthorizing || Context.Response.HasStarted)
            return RefusalWriter.WriteAsync(Context, Gate, decision);

        if (RefusalWriter.IsWritten(Context, decisions))
            return Task.CompletedTask;

        // If the application writes a body of its own afterwards, the status is correct.
        decisions.IsRefusalWritten = false;
        Context.Response.StatusCode = RefusalTable.Get(decision.Refusal).StatusCode;
        decisions.Respond ??= () => Context.Response.HasStarted ? Task.CompletedTask : RefusalWriter.WriteAsync(Context, Gate, decision);

        return Task.CompletedTask;
    }

    /// <summary>Lets the default scheme respond, unless another scheme of the endpoint does.</summary>
    private Task ForwardLaterAsync(RequestDecisions decisions)
    {
        if (RefusalWriter.IsWritten(Context, decisions))
            return Task.CompletedTask;

        if (!decisions.IsAuthorizing)
            return ForwardAsync();

        decisions.Respond ??= () => Context.Response is { HasStarted: false, StatusCode: StatusCodes.Status200OK } ? ForwardAsync() : Task.CompletedTask;
        return Task.CompletedTask;
    }

    private bool IsOnlyRead() => EndpointGates.Contains(Context.GetEndpoint(), GateName) && !EndpointGates.IsRequired(Context.GetEndpoint());

    // Only gates that the endpoint requires are part of its policy, so only they write a refusal.
    private bool IsRefusedByOtherGate(RequestDecisions decisions)
    {
        foreach (IGateMetadata metadata in EndpointGates.Of(Context.GetEndpoint()))
        {
            if (metadata.IsRequired && decisions.Find(metadata.Gate) is { IsGranted: false })
                return true;
        }

        return false;
    }

    // The application's own scheme responds, as it does without a gate.
    private async Task ForwardAsync()
    {
        ClaimsPrincipal user = new();
        await AddUserAsync(user, Gate.Settings.UserScheme ?? await FindDefaultSchemeAsync().ConfigureAwait(false)).ConfigureAwait(false);
        bool isAuthenticated = user.Identity is { IsAuthenticated: true };

        AuthenticationScheme? scheme = isAuthenticated
            ? await schemes.GetDefaultForbidSchemeAsync().ConfigureAwait(false)
            : await schemes.GetDefaultChallengeSchemeAsync().ConfigureAwait(false);

        RequestDecisions.Get(Context).IsRefusalWritten = true;

        // The scheme can be one that leads back to the gate.
        if (!Context.Response.HasStarted)
            Context.Response.StatusCode = isAuthenticated ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized;

        if (scheme is null || IsGate(scheme))
            return;

        if (isAuthenticated)
            await Context.ForbidAsync(scheme.Name).ConfigureAwait(false);
        else
            await Context.ChallengeAsync(scheme.Name).ConfigureAwait(false);
    }
}
