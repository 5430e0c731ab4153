using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether the creation of an object might deny access before its methods run, or those that receive it: by a constructor, an initializer or a factory of the object, or of a service that it needs.</summary>
internal sealed class InjectedServices
{
    private static readonly ConditionalWeakTable<Compilation, InjectedServices> All = new();

    private readonly MethodUses _uses;
    private readonly DenyingMethods _methods;
    private readonly MemberJudgments _judgments;
    private readonly Lazy<ILookup<ISymbol, INamedTypeSymbol>> _implementing;
    private readonly Lazy<HashSet<ISymbol>> _denyingFactories;
    private readonly Reachability _denying;

    private InjectedServices(Compilation compilation)
    {
        _uses = MethodUses.Of(compilation);
        _methods = DenyingMethods.Of(compilation);
        _judgments = MemberJudgments.Of(compilation);
        _implementing = new(() => compilation.Assembly.GlobalNamespace.FindTypes()
            .Where(static type => type.TypeKind == TypeKind.Class)
            .SelectMany(static type => PipelineParts.FindOwnDeclarations(type).Select(declared => (Declared: declared, Type: type)))
            .ToLookup(static pair => (ISymbol)pair.Declared.OriginalDefinition, static pair => pair.Type, SymbolEqualityComparer.Default));
        _denyingFactories = new(() => new HashSet<ISymbol>(new ServiceFactories(_uses).Find().Where(factory => MayDeny(factory.Code, factory.Body)).SelectMany(static factory => factory.Types), SymbolEqualityComparer.Default));
        _denying = new(type => Read((INamedTypeSymbol)type));
    }

    public static InjectedServices Of(Compilation compilation) => All.GetValue(compilation, static key => new InjectedServices(key));

    /// <summary>Determines whether the creation of an object that a method or a constructor receives might deny access.</summary>
    public bool MayDeny(IMethodSymbol method) => FindServices(method).Any(_denying.Leads);

    /// <summary>Determines whether the creation of an object of a type might deny access.</summary>
    public bool MayDeny(INamedTypeSymbol type) => _denying.Leads(type.OriginalDefinition);

    private (bool HasProperty, IEnumerable<ISymbol> Next) Read(INamedTypeSymbol type)
    {
        if (_denyingFactories.Value.Contains(type))
            return (true, []);

        if (type.TypeKind != TypeKind.Class || type.IsOfPlatform())
            return (false, []);

        return _uses.FindMemberInitializers(type).Any(initializer => MayDeny(initializer.Code, initializer.Body)) || type.InstanceConstructors.Any(MayConstructorDeny)
            ? (true, [])
            : (false, type.InstanceConstructors.SelectMany(FindServices).Concat(type.BaseType is { } based ? [based.OriginalDefinition] : []));
    }

    private bool MayConstructorDeny(IMethodSymbol constructor) => _methods.DeniesInBody(constructor) && !_judgments.IsUnderstood(constructor);

    /// <summary>Returns the types of the objects that a method can receive, also in a collection.</summary>
    private IEnumerable<INamedTypeSymbol> FindServices(IMethodSymbol method) => method.Parameters.SelectMany(static parameter => FindParts(parameter.Type)).SelectMany(type => _implementing.Value[type].Prepend(type));

    private static IEnumerable<INamedTypeSymbol> FindParts(ITypeSymbol type) => type is INamedTypeSymbol named ? named.TypeArguments.SelectMany(FindParts).Prepend(named.OriginalDefinition) : [];

    /// <summary>Determines whether an initializer or a factory throws an exception for what isn't certainly missing in the request, or runs code that does.</summary>
    private bool MayDeny(IOperation code, ResponseBody body)
    {
        ConditionSources sources = new(body);

        return code.WithDescendants().Any(part => part switch
        {
            IThrowOperation thrown => !DenyingMethods.IsForMissingInput(thrown) && !sources.AreUnderstood(code),
            IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation or IMethodReferenceOperation => _methods.DeniesByCode(part, body.Member) && !sources.AreUnderstood(part),
            _ => false,
        });
    }
}
