using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>The parameters of a method of which a call must specify exactly one.</summary>
/// <param name="Ordinals">The ordinals of the parameters.</param>
/// <param name="Names">The names of the parameters, in the same order.</param>
internal sealed record ResourceParameters(ImmutableArray<int> Ordinals, ImmutableArray<string> Names)
{
    /// <summary>Gets the index of the payment token in <see cref="Ordinals"/>, or null if there is none.</summary>
    public int? Token { get; private init; }

    /// <summary>Gets the ordinal of the optional user ID, which a call with a payment token must not specify, or null if there is none.</summary>
    public int? User { get; private init; }

    /// <summary>Returns the resource parameters of a client method, or null if no call of it can be wrong or if it isn't a client method.</summary>
    public static ResourceParameters? Find(IMethodSymbol method, ITypeSymbol? receiver) =>
        CanBeClientMethod(method) && FindClientMethod(method, receiver) is { } clientMethod && !IsPinned(clientMethod.ContainingType) && !IsPinned(receiver) ? Read(clientMethod) : null;

    /// <summary>Determines whether the shape of a method is that of a client method with optional resource IDs.</summary>
    public static bool CanBeClientMethod(IMethodSymbol method) =>
        method is { IsStatic: false, Parameters.Length: >= 2, ReturnType: INamedTypeSymbol { Arity: 1, Name: "Task" or "ValueTask" } };

    /// <summary>Returns the resource parameters of a method with <c>[ExactlyOneResource]</c>, or null if no call of it can be wrong or if it isn't marked.</summary>
    public static ResourceParameters? FindMarked(IMethodSymbol method) => LibrarySymbols.IsMarkedExactlyOne(method) ? ReadResourceIds(method) : null;

    /// <summary>Returns the resource parameters of any method, or null if all of them are required. The same rules as for client methods apply.</summary>
    public static ResourceParameters? ReadResourceIds(IMethodSymbol method) => Read(method, isOwn: true);

    /// <summary>Returns the client method that a call uses through an annotated interface, a derived interface or a generated client, or null if there is none.</summary>
    public static IMethodSymbol? FindClientMethod(IMethodSymbol method, ITypeSymbol? receiver)
    {
        INamedTypeSymbol declaring = method.ContainingType;

        // A method with a body is the developer's own.
        if (declaring.TypeKind == TypeKind.Interface)
            return method.IsAbstract && (LibrarySymbols.IsClientInterface(declaring) || IsCalledThroughClient(receiver, declaring)) ? method : null;

        if (!LibrarySymbols.IsGeneratedClient(declaring))
            return null;

        foreach (INamedTypeSymbol implemented in declaring.AllInterfaces)
        {
            foreach (ISymbol member in implemented.GetMembers(method.Name))
            {
                if (member is IMethodSymbol clientMethod
                    && SymbolEqualityComparer.Default.Equals(declaring.FindImplementationForInterfaceMember(clientMethod), method))
                {
                    return clientMethod;
                }
            }
        }

        return null;
    }

    /// <summary>Determines whether a method of an interface without the attribute is called through an annotated interface that inherits it.</summary>
    private static bool IsCalledThroughClient(ITypeSymbol? receiver, INamedTypeSymbol declaring) => receiver switch
    {
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(constraint => IsCalledThroughClient(constraint, declaring)),
        INamedTypeSymbol { TypeKind: TypeKind.Interface } type =>
            IsClientWith(type, declaring) || type.AllInterfaces.Any(inherited => IsClientWith(inherited, declaring)),
        _ => false,
    };

    private static bool IsClientWith(INamedTypeSymbol type, INamedTypeSymbol declaring) =>
        LibrarySymbols.IsClientInterface(type)
        && (SymbolEqualityComparer.Default.Equals(type, declaring) || type.AllInterfaces.Contains(declaring, SymbolEqualityComparer.Default));

    // A resource ID next to a pinned resource is an error of the declaration (FPG1006), which no call can fix.
    private static bool IsPinned(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Interface } client
        && LibrarySymbols.FindClientAttributes(client).Any(static attribute => attribute.NamedArguments.Any(static argument => !argument.Value.IsNull));

    private static ResourceParameters? Read(IMethodSymbol clientMethod, bool isOwn = false)
    {
        ImmutableArray<int>.Builder ordinals = ImmutableArray.CreateBuilder<int>();
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        bool mayBeAbsent = false;
        int? token = null;
        int? user = null;

        foreach (IParameterSymbol parameter in clientMethod.Parameters)
        {
            if (ParameterParser.TryParse(parameter, out _) is not { } model)
            {
                // Marked methods can have other parameters.
                if (isOwn)
                    continue;

                return null;
            }

            if (model is { Role: PaymentsRole.UserId, IsNullable: true })
                user = parameter.Ordinal;
            else if (model.Role == PaymentsRole.PluginPaymentToken)
                token = ordinals.Count;

            // A payment token stands for the resource that it was created for, so a call specifies either the token or a resource ID.
            if (!model.Role.IsResource() && model.Role != PaymentsRole.PluginPaymentToken)
                continue;

            ordinals.Add(parameter.Ordinal);
            names.Add(parameter.Name);
            mayBeAbsent |= model.IsNullable && model.Role.IsResource();
        }

        // Without an optional resource ID, the declaration is right or has its own rule.
        return mayBeAbsent ? new ResourceParameters(ordinals.ToImmutable(), names.ToImmutable()) { Token = token, User = user } : null;
    }
}
