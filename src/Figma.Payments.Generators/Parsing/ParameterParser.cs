using System.Collections.Immutable;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing;

/// <summary>Determines the roles of a method's parameters by their types, then by <c>[PaymentsParameter]</c>, then by their names. A role is never guessed.</summary>
/// <remarks>Only the attribute or the name makes a <c>UserId</c> the expected user of a token request. By its type, it is the user of an ID request.</remarks>
internal static class ParameterParser
{
    /// <param name="method">The method.</param>
    /// <param name="type">The annotated interface.</param>
    /// <param name="problems">Receives the problems that are found.</param>
    /// <param name="isComplete">True if every parameter has a role that no other parameter has.</param>
    public static ImmutableArray<ParameterModel> ParseAll(IMethodSymbol method, INamedTypeSymbol type, ProblemList problems, out bool isComplete)
    {
        ImmutableArray<ParameterModel>.Builder models = ImmutableArray.CreateBuilder<ParameterModel>(method.Parameters.Length);
        isComplete = true;

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            ISymbol target = SymbolEqualityComparer.Default.Equals(method.ContainingType, type) ? parameter : type;

            if (TryParse(parameter, out string? problem) is not { } model)
            {
                problems.Add(Descriptors.ParameterMustHaveRole, target, parameter.Name, method.Name, problem!);
                isComplete = false;
                continue;
            }

            if (FindRole(models, model.Role) is { } first)
            {
                problems.Add(Descriptors.ParameterRolesMustBeUnique, target, first.Name, parameter.Name, method.Name, RoleName(model.Role));
                isComplete = false;
            }

            models.Add(model);
        }

        return isComplete ? models.MoveToImmutable() : models.ToImmutable();
    }

    /// <summary>Parses a parameter. Returns null, and the reason, if it has no role.</summary>
    public static ParameterModel? TryParse(IParameterSymbol parameter, out string? problem)
    {
        if (parameter.IsParams || parameter.RefKind is not (RefKind.None or RefKind.In))
        {
            problem = $"it is declared with '{(parameter.IsParams ? "params" : RefKindText(parameter.RefKind))}'; remove the modifier";
            return null;
        }

        ITypeSymbol bare = SymbolText.WithoutNullable(parameter.Type, out bool isNullableValue);

        if (LibrarySymbols.FindParameterType(bare) is not { } parameterType || (isNullableValue && parameterType == ParameterType.CancellationToken))
        {
            problem = $"its type '{parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' isn't supported; use an ID type such as 'UserId', or 'string', 'long' or 'ulong'";
            return null;
        }

        if (FindRole(parameter, parameterType, out problem) is not { } role)
            return null;

        return new ParameterModel(
            SymbolText.Identifier(parameter.Name),
            parameterType,
            isNullableValue || IsNullableText(parameter, parameterType),
            role,
            parameter.RefKind == RefKind.In,
            SymbolText.DefaultValue(parameter, parameterType, isNullableValue));
    }

    /// <summary>Gets Figma's name for a role, or the name of the type if the API has no such parameter.</summary>
    public static string RoleName(PaymentsRole role) => role switch
    {
        PaymentsRole.PluginPaymentToken => "plugin_payment_token",
        PaymentsRole.UserId => "user_id",
        PaymentsRole.CommunityFileId => "community_file_id",
        PaymentsRole.PluginId => "plugin_id",
        PaymentsRole.WidgetId => "widget_id",
        PaymentsRole.ResourceId => "ResourceId",
        PaymentsRole.ExpectedUser => "expected_user",
        _ => "CancellationToken",
    };

    // Without nullable annotations a string can be null, and existing callers do pass null.
    private static bool IsNullableText(IParameterSymbol parameter, ParameterType type) =>
        type == ParameterType.String
        && (parameter.NullableAnnotation != NullableAnnotation.NotAnnotated
            || (parameter.HasExplicitDefaultValue && parameter.ExplicitDefaultValue is null));

    private static ParameterModel? FindRole(ImmutableArray<ParameterModel>.Builder models, PaymentsRole role)
    {
        for (int i = 0; i < models.Count; i++)
        {
            if (models[i].Role == role)
                return models[i];
        }

        return null;
    }

    private static PaymentsRole? FindRole(IParameterSymbol parameter, ParameterType type, out string? problem)
    {
        problem = null;
        PaymentsRole? ofType = GetRole(type);
        string? attributeName = FindAttributeName(parameter);

        if (attributeName is not null)
        {
            if (RoleNamed(attributeName) is not { } named)
            {
                problem = "[PaymentsParameter] doesn't name a role; use 'plugin_payment_token', 'user_id', 'expected_user', 'community_file_id', 'plugin_id' or 'widget_id'";
                return null;
            }

            if (named == PaymentsRole.ExpectedUser)
                return CheckExpectedUser(type, out problem);

            if (ofType is not null && ofType != named)
            {
                problem = $"[PaymentsParameter] specifies '{RoleName(named)}', but its type specifies '{RoleName(ofType.Value)}'; remove the attribute or change the type";
                return null;
            }

            return Check(named, type, out problem);
        }

        PaymentsRole? byName = RoleNamed(parameter.Name);

        if (byName == PaymentsRole.ExpectedUser && ofType is null or PaymentsRole.UserId)
            return CheckExpectedUser(type, out problem);

        if (ofType is not null)
            return ofType;

        if (byName is { } role)
            return Check(role, type, out problem);

        problem = "neither its type nor its name specifies one; use an ID type such as 'UserId', a name such as 'userId', or [PaymentsParameter]";
        return null;
    }

    private static PaymentsRole? Check(PaymentsRole role, ParameterType type, out string? problem)
    {
        problem = role == PaymentsRole.PluginPaymentToken && type is ParameterType.Int64 or ParameterType.UInt64
            ? "a payment token isn't a number; use 'PluginPaymentToken' or 'string'"
            : null;

        return problem is null ? role : null;
    }

    // Text could be empty, which specifies no user, so that the response would not be compared.
    private static PaymentsRole? CheckExpectedUser(ParameterType type, out string? problem)
    {
        problem = type == ParameterType.UserId ? null : "an expected user must have the type 'UserId'; change the type";
        return problem is null ? PaymentsRole.ExpectedUser : null;
    }

    private static string? FindAttributeName(IParameterSymbol parameter)
    {
        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            if (LibrarySymbols.IsPaymentsParameterAttribute(attribute.AttributeClass))
                return attribute.ConstructorArguments is [{ Value: string name }] ? name : "";
        }

        return null;
    }

    private static PaymentsRole? GetRole(ParameterType type) => type switch
    {
        ParameterType.PluginPaymentToken => PaymentsRole.PluginPaymentToken,
        ParameterType.UserId => PaymentsRole.UserId,
        ParameterType.CommunityFileId => PaymentsRole.CommunityFileId,
        ParameterType.PluginId => PaymentsRole.PluginId,
        ParameterType.WidgetId => PaymentsRole.WidgetId,
        ParameterType.ResourceId => PaymentsRole.ResourceId,
        ParameterType.CancellationToken => PaymentsRole.CancellationToken,
        _ => null,
    };

    /// <summary>Returns the role with the specified name in Figma's API, or the expected user, or null if there is none. Case and underscores are ignored.</summary>
    public static PaymentsRole? RoleNamed(string name) => name switch
    {
        _ when Is(name, "pluginpaymenttoken") => PaymentsRole.PluginPaymentToken,
        _ when Is(name, "userid") => PaymentsRole.UserId,
        _ when Is(name, "communityfileid") => PaymentsRole.CommunityFileId,
        _ when Is(name, "pluginid") => PaymentsRole.PluginId,
        _ when Is(name, "widgetid") => PaymentsRole.WidgetId,
        _ when Is(name, "expecteduser") || Is(name, "expecteduserid") => PaymentsRole.ExpectedUser,
        _ => null,
    };

    private static bool Is(string name, string bare)
    {
        int matched = 0;

        foreach (char c in name)
        {
            if (c == '_')
                continue;

            if (matched == bare.Length || char.ToLowerInvariant(c) != bare[matched])
                return false;

            matched++;
        }

        return matched == bare.Length;
    }

    private static string RefKindText(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref",
        RefKind.Out => "out",
        _ => "ref readonly",
    };
}
