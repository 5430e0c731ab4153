using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace Figma.Payments.AspNetCore.Options;

/// <summary>Validates the options of every gate when the host starts. Each message begins with the name of the gate.</summary>
internal sealed class GateOptionsValidator(IEnumerable<GateRegistration> gates) : IValidateOptions<FigmaPaymentsGateOptions>
{
    private const string LifetimeRule = "it must be greater than zero and at most one day.";

    private const string RequestsRule = "it must be between 2 (1 for a caller) and 10,000.";
    private const int MaxRequests = 10_000;

    private static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, FigmaPaymentsGateOptions options)
    {
        foreach (GateRegistration gate in gates)
        {
            if (gate.Name == name)
                return FindError(options) is { } error ? ValidateOptionsResult.Fail($"The gate '{name}' is not configured correctly: {error}") : ValidateOptionsResult.Success;
        }

        return ValidateOptionsResult.Skip;
    }

    private static string? FindError(FigmaPaymentsGateOptions options)
    {
        if (options.Resource is not { } resource)
            return $"{nameof(options.Resource)}: there is no resource. Set the ID of your plugin or widget.";

        if (resource == default)
            return $"{nameof(options.Resource)}: the {nameof(ResourceId)} is not initialized. Assign a {nameof(PluginId)} or a {nameof(WidgetId)}.";

        if (options.Client is { } client && client.Resource != resource)
            return $"{nameof(options.Resource)}: it is '{resource}', but '{client.Type}' is pinned to '{client.Resource}'. Don't set it.";

        if (options.CheckByToken is null && options.CheckByUser is null)
            return $"{nameof(options.CheckByToken)}: the gate can't send a request. Set {nameof(options.CheckByToken)}, {nameof(options.CheckByUser)} or both.";

        return FindAllowedUserError(options) ?? FindUserError(options) ?? FindLifetimeError(options) ?? FindCacheError(options) ?? FindBudgetError(options);
    }

    // The messages don't contain the ID, because it can be a secret that was passed by mistake.
    private static string? FindAllowedUserError(FigmaPaymentsGateOptions options)
    {
        int position = 0;

        foreach (UserId user in options.AllowedUsers)
        {
            position++;

            if (user == default)
                return $"{nameof(options.AllowedUsers)}: a {nameof(UserId)} is not initialized. Create it from the text of the ID.";

            if (IdText.FindNumberError(user.Value) is { } error)
                return string.Create(CultureInfo.InvariantCulture, $"{nameof(options.AllowedUsers)}: ID {position} of {options.AllowedUsers.Count} isn't a valid {nameof(UserId)}, because {error}.");
        }

        return null;
    }

    private static string? FindUserError(FigmaPaymentsGateOptions options)
    {
        if (options.UserScheme is "" || options.UserIdClaim is "")
            return $"{nameof(options.UserScheme)}: it or {nameof(options.UserIdClaim)} is empty. Set a name, or null.";

        if (options.UserScheme is null != options.UserIdClaim is null)
            return $"{nameof(options.UserScheme)}: set both {nameof(options.UserScheme)} and {nameof(options.UserIdClaim)}, or none of them.";

        if (options.UserScheme?.StartsWith(GateNames.Prefix, StringComparison.Ordinal) == true)
            return $"{nameof(options.UserScheme)}: it is the scheme of a gate. Set the scheme that signs users in.";

        if (options.BindToCaller && options.UserScheme is null)
            return $"{nameof(options.BindToCaller)}: there are no signed-in users. Set {nameof(options.UserScheme)} and {nameof(options.UserIdClaim)}.";

        if (options.ProbeUser is { } user && user == default)
            return $"{nameof(options.ProbeUser)}: the {nameof(UserId)} is not initialized. Create it from the text of the ID.";

        if (options.ProbeUser is { } probe && IdText.FindNumberError(probe.Value) is { } error)
            return $"{nameof(options.ProbeUser)}: it isn't a valid {nameof(UserId)}, because {error}.";

        return options.ProbeUser is not null && options.CheckByUser is null
            ? $"{nameof(options.ProbeUser)}: the gate can't send requests about users. Declare a method in its client that takes a {nameof(UserId)}, set {nameof(options.CheckByUser)}, or remove {nameof(options.ProbeUser)}."
            : null;
    }

    private static string? FindBudgetError(FigmaPaymentsGateOptions options)
    {
        if (options.CallerRefusalsPerMinute is < 1 or > MaxRequests)
            return $"{nameof(options.CallerRefusalsPerMinute)}: {RequestsRule}";

        if (options.TokenRequestsPerMinute is < 2 or > MaxRequests)
            return $"{nameof(options.TokenRequestsPerMinute)}: {RequestsRule}";

        if (options.IdRequestsPerMinute is < 2 or > MaxRequests)
            return $"{nameof(options.IdRequestsPerMinute)}: {RequestsRule}";

        return options.Instances is < 1 or > 1_000 ? $"{nameof(options.Instances)}: it must be between 1 and 1,000." : null;
    }

    private static string? FindLifetimeError(FigmaPaymentsGateOptions options)
    {
        if (!IsLifetime(options.PaidFor))
            return $"{nameof(options.PaidFor)}: {LifetimeRule}";

        if (!IsLifetime(options.TrialFor))
            return $"{nameof(options.TrialFor)}: {LifetimeRule}";

        if (!IsLifetime(options.UnpaidFor))
            return $"{nameof(options.UnpaidFor)}: {LifetimeRule}";

        return options.GraceFor < TimeSpan.Zero || options.GraceFor > MaxLifetime ? $"{nameof(options.GraceFor)}: it must be between zero and one day." : null;
    }

    private static string? FindCacheError(FigmaPaymentsGateOptions options)
    {
        if (options.CacheScope is "")
            return $"{nameof(options.CacheScope)}: it is empty. Set a text, or null for the names of the application and of its environment.";

        return options.CacheSecret is { Length: < 32 } ? $"{nameof(options.CacheSecret)}: it must have at least 32 characters." : null;
    }

    private static bool IsLifetime(TimeSpan lifetime) => lifetime > TimeSpan.Zero && lifetime <= MaxLifetime;
}
