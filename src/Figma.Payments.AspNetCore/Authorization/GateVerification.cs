using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.AspNetCore.Authentication;
using Figma.Payments.AspNetCore.Budgets;
using Figma.Payments.AspNetCore.Decisions;
using Figma.Payments.AspNetCore.Telemetry;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Verifies the gates when the host starts.</summary>
internal sealed class GateVerification(GateRegistry gates)
{
    // Windows authentication of IIS and HTTP.sys.
    private const string ServerPrefix = "Microsoft.AspNetCore.Server.";

    // Figma's limits in a minute: of its most expensive plan, for ID requests.
    private const int MaxTokenRequests = 300;
    private const int MaxIdRequests = 150;

    // Other handlers might read bearer tokens. A policy scheme forwards to other schemes.
    private static readonly string[] HandlersOfOtherTokens =
    [
        typeof(GateAuthenticationHandler).FullName!,
        "Microsoft.AspNetCore.Authentication.Certificate.CertificateAuthenticationHandler",
        typeof(CookieAuthenticationHandler).FullName!,
        "Microsoft.AspNetCore.Authentication.Negotiate.NegotiateHandler",
        typeof(PolicySchemeHandler).FullName!,
        typeof(RemoteAuthenticationHandler<>).FullName!,
    ];

    /// <summary>Verifies the options of the gates against the schemes, policies and services of the application.</summary>
    public void Verify(AuthenticationOptions authentication, IAuthenticationSchemeProvider schemes, IServiceProviderIsService? services)
    {
        // Another provider can depend on the request.
        bool isKnown = schemes.GetType() == typeof(AuthenticationSchemeProvider);

        if (isKnown)
            OnlyScheme.Keep(authentication, schemes.GetAllSchemesAsync().GetAwaiter().GetResult());

        Dictionary<string, Gate> byBudget = new(StringComparer.Ordinal);
        Dictionary<string, string> byPolicy = new(StringComparer.OrdinalIgnoreCase);

        foreach (string name in gates.Names)
        {
            Gate gate = gates.Get(name);

            if (!byPolicy.TryAdd(name, name))
                throw new InvalidOperationException($"The names of the gates '{byPolicy[name]}' and '{name}' differ only in case, but ASP.NET Core compares the names of their authorization policies without it. Rename one of them.");

            if (gate.Settings is { Instances: 1 } and ({ TokenRateLimiter: not null } or { IdRateLimiter: not null }))
                gate.Logger.LimiterWithoutInstances(name);

            WarnAboutMachines(gate);
            WarnAboutLimits(gate);

            if (gate.Settings.Client is { } client && services?.IsService(client) == false)
                throw new InvalidOperationException($"The gate '{name}' sends its requests through '{client}', which isn't registered. Call the generated method that registers the client too.");

            if (gate.Settings.UserScheme is { } scheme && isKnown && schemes.GetSchemeAsync(scheme).GetAwaiter().GetResult() is null)
                throw new InvalidOperationException($"The gate '{name}' reads its users from the authentication scheme '{scheme}', which doesn't exist. Add it with AddAuthentication.");

            if (gate.Settings is { ReadToken: null, UserScheme: null, CheckByToken: not null } && authentication.Schemes.FirstOrDefault(static other => MightReadBearerTokens(other.HandlerType)) is { } bearer)
                gate.Logger.OtherBearerScheme(name, bearer.Name);

            if (!byBudget.TryAdd(gate.Settings.BudgetName ?? "", gate) && byBudget[gate.Settings.BudgetName ?? ""] is { } first && gate.Settings.FindBudgetDifference(first.Settings) is { } option)
                throw new InvalidOperationException($"The gate '{name}' shares a budget with the gate '{first.Name}', but has another {option}. Set the same for both, or a {nameof(FigmaPaymentsGateOptions.BudgetName)} for each personal access token.");
        }
    }

    /// <summary>Verifies that no action has a gate, because MVC runs without endpoints.</summary>
    public static void VerifyWithoutEndpoints(IActionDescriptorCollectionProvider? actions)
    {
        foreach (ActionDescriptor action in actions?.ActionDescriptors.Items ?? [])
        {
            if (action.EndpointMetadata.OfType<IGateMetadata>().FirstOrDefault() is { } gate)
                throw new InvalidOperationException($"The action '{action.DisplayName}' uses the gate '{gate.Gate}', but MVC runs without endpoints, so that nothing makes a decision. Don't set EnableEndpointRouting to false, and call MapControllers instead of UseMvc.");
        }
    }

    /// <summary>Logs budgets that are exceeded because each machine sends some requests at least.</summary>
    private static void WarnAboutMachines(Gate gate)
    {
        GateSettings settings = gate.Settings;

        if (settings is { CheckByToken: not null, TokenRateLimiter: null })
            Warn(settings.TokenRequestsPerMinute, nameof(settings.TokenRequestsPerMinute), nameof(settings.TokenRateLimiter));

        if (settings is { CheckByUser: not null, IdRateLimiter: null })
            Warn(settings.IdRequestsPerMinute, nameof(settings.IdRequestsPerMinute), nameof(settings.IdRateLimiter));

        void Warn(int requests, string option, string limiter)
        {
            int total = Lane.MinRequests * settings.Instances;

            if (requests < total)
                gate.Logger.MoreMachinesThanRequests(gate.Name, option, requests, settings.Instances, Lane.MinRequests, total, limiter);
        }
    }

    /// <summary>Logs budgets that are greater than Figma's limits.</summary>
    private static void WarnAboutLimits(Gate gate)
    {
        GateSettings settings = gate.Settings;

        if (settings is { CheckByToken: not null, TokenRequestsPerMinute: > MaxTokenRequests })
            gate.Logger.BudgetAboveLimit(gate.Name, nameof(settings.TokenRequestsPerMinute), settings.TokenRequestsPerMinute, MaxTokenRequests, gate.Credential.Token.Name);

        if (settings is { CheckByUser: not null, IdRequestsPerMinute: > MaxIdRequests })
            gate.Logger.BudgetAboveLimit(gate.Name, nameof(settings.IdRequestsPerMinute), settings.IdRequestsPerMinute, MaxIdRequests, gate.Credential.Id.Name);
    }

    // The names are compared, because the package doesn't depend on the packages of some handlers, and others are internal.
    private static bool MightReadBearerTokens(Type? handler)
    {
        for (Type? type = handler; type is not null; type = type.BaseType)
        {
            string name = (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? "";

            if (Array.IndexOf(HandlersOfOtherTokens, name) >= 0 || name.StartsWith(ServerPrefix, StringComparison.Ordinal))
                return false;
        }

        return handler is not null;
    }
}
