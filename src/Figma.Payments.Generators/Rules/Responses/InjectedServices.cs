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
    private readonly Lazy<ILookup<ISymbol, (IOperation Code, ResponseBody Body)>> _factories;
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
        _factories = new(() => new ServiceFactories(compilation).Find()
            .SelectMany(static factory => factory.Types.Select(type => (Type: type, Factory: (factory.Code, factory.Body))))
            .ToLookup(static pair => pair.Type, static pair => pair.Factory, SymbolEqualityComparer.Default));
        _denying = new(symbol => symbol switch
        {
            INamedTypeSymbol type => Read(type),
            IMethodSymbol method => (false, _uses.FindCode(method) is { } code ? FindNext(code) : []),
            _ => (false, compilation.Assembly.GlobalNamespace.FindTypes().Concat(_factories.Value.Select(static factories => factories.Key))),
        });
    }

    public static InjectedServices Of(Compilation compilation) => All.GetValue(compilation, static key => new InjectedServices(key));

    /// <summary>Determines whether the creation of an object that a method or a constructor receives might deny access.</summary>
    public bool MayDeny(IMethodSymbol method) => FindServices(method).Any(_denying.Leads);

    /// <summary>Determines whether the creation of an object of a type might deny access.</summary>
    public bool MayDeny(INamedTypeSymbol type) => _denying.Leads(type.OriginalDefinition);

    /// <summary>Determines whether an operation, or code that it runs, asks for a service whose creation might deny access.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="caller">The member that contains it.</param>
    public bool MayDeny(IOperation operation, ISymbol caller) => FindNext(operation, caller).Any(_denying.Leads);

    private (bool HasProperty, IEnumerable<ISymbol> Next) Read(INamedTypeSymbol type)
    {
        List<(IOperation Code, ResponseBody Body)> code = [.. _factories.Value[type]];

        if (type.TypeKind == TypeKind.Class && !type.IsOfPlatform())
        {
            if (type.InstanceConstructors.Any(MayConstructorDeny))
                return (true, []);

            code.AddRange(_uses.FindMemberInitializers(type));
        }

        return code.Exists(each => MayDeny(each.Code, each.Body)) ? (true, []) : (false, code.SelectMany(static each => each.Code.WithDescendants()).SelectMany(part => FindNext(part, caller: null)).Concat(FindNeeded(type)));
    }

    /// <summary>Returns what the creation of an object needs: the services that its constructors and properties receive, and the code of the constructors.</summary>
    private IEnumerable<ISymbol> FindNeeded(INamedTypeSymbol type) => type.TypeKind != TypeKind.Class || type.IsOfPlatform() ? [] : type.InstanceConstructors
        .SelectMany(constructor => FindServices(constructor))
        .Concat<ISymbol>(type.InstanceConstructors)
        .Concat(type.GetMembers().OfType<IPropertySymbol>().Where(IsInjected).SelectMany(property => FindServices(property.Type)))
        .Concat(type.BaseType is { } based ? [based.OriginalDefinition] : []);

    private bool MayConstructorDeny(IMethodSymbol constructor) => _methods.DeniesInBody(constructor) && !_judgments.IsUnderstood(constructor);

    private static bool IsInjected(IPropertySymbol property) => property.GetAttributes().Any(static attribute => attribute.AttributeClass.Is("InjectAttribute", "Components", "AspNetCore", "Microsoft"));

    /// <summary>Returns the services that code asks for, and the methods that it runs.</summary>
    private HashSet<ISymbol> FindNext(IOperation code) => new(code.WithDescendants().SelectMany(part => FindNext(part, caller: null)), SymbolEqualityComparer.Default);

    private IEnumerable<ISymbol> FindNext(IOperation operation, ISymbol? caller) => LocatedServices.Find(operation)
        .SelectMany<ISymbol, ISymbol>(located => located is INamedTypeSymbol type ? FindServices(type) : [located])
        .Concat(_methods.FindRun(operation).Where(method => !SymbolEqualityComparer.Default.Equals(method, caller)));

    /// <summary>Returns the types of the objects that a method can receive, also in a collection.</summary>
    private IEnumerable<INamedTypeSymbol> FindServices(IMethodSymbol method) => method.Parameters.SelectMany(parameter => FindServices(parameter.Type));

    private IEnumerable<INamedTypeSymbol> FindServices(ITypeSymbol type) => FindParts(type).SelectMany(part => _implementing.Value[part].Prepend(part));

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
