using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds the calls and creations of a compilation by the types of the objects that they pass or create, or that they name as a type argument.</summary>
/// <remarks>The code of the compilation is read once, and only if a test is about to be reported.</remarks>
internal sealed class PassedTypes
{
    private readonly Lazy<ILookup<ISymbol, IOperation>> _operations;
    private readonly Lazy<List<IOperation>> _all;
    private readonly Lazy<HashSet<IOperation>> _onlyOnes;

    public PassedTypes(MethodUses uses)
    {
        Lazy<List<(IOperation Operation, ITypeSymbol Type)>> found = new(() => [.. uses.FindOperations(IsRead).SelectMany(static operation => FindPassed(operation).Select(type => (operation, type)))]);

        _operations = new(() => found.Value.SelectMany(static pair => FindKeys(pair.Type).Select(key => (pair.Operation, Key: key))).Distinct()
            .ToLookup(static pair => pair.Key, static pair => pair.Operation, SymbolEqualityComparer.Default));
        _all = new(() => [.. found.Value.Where(static pair => IsOwn(pair.Type)).Select(static pair => pair.Operation).Distinct()]);
        _onlyOnes = new(() => new(found.Value.Select(static pair => pair.Operation).OfType<IInvocationOperation>().Distinct()
            .GroupBy(static call => (call.FindFunction() ?? call.Root(), Target: call.TargetMethod.OriginalDefinition))
            .Where(static calls => !calls.Skip(1).Any()).SelectMany(static calls => calls)));
    }

    /// <summary>Returns the operations that pass an object of a type, of one that derives from it or implements it, or of any that fits a type parameter.</summary>
    public IEnumerable<IOperation> Find(ITypeSymbol type) => type is not ITypeParameterSymbol parameter ? _operations.Value[type.OriginalDefinition]
        : parameter.ConstraintTypes.OfType<INamedTypeSymbol>().FirstOrDefault() is { } constraint ? _operations.Value[constraint.OriginalDefinition]
        : _all.Value;

    /// <summary>Determines whether an operation is the only call of its method in a function that passes such an object, so that a condition that uses the method is about this call.</summary>
    public bool IsOnlyOne(IOperation operation) => _onlyOnes.Value.Contains(operation);

    /// <summary>Determines whether a type belongs neither to .NET nor to Figma, so that an object of it can be a request.</summary>
    public static bool IsOwn(ITypeSymbol type) => type is ITypeParameterSymbol || (type is INamedTypeSymbol named && !named.IsOfPlatform() && named.ContainingAssembly?.Name.StartsWith("Figma.Payments", StringComparison.Ordinal) != true);

    /// <summary>Determines whether an operation is a part of a call that registers services.</summary>
    public static bool IsOfSetup(IOperation operation)
    {
        for (IOperation? each = operation; each is not null; each = each.Parent)
        {
            if (each is IInvocationOperation call && IsOfServices(call))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether a call is one of a chain that begins with the services of an application.</summary>
    private static bool IsOfServices(IInvocationOperation call)
    {
        for (IOperation? receiver = call; receiver is not null; receiver = receiver is IInvocationOperation { } next ? (next.Instance ?? next.Arguments.ValueOf(0))?.WithoutConversions() : null)
        {
            if (receiver.Type.Is("IServiceCollection", "DependencyInjection", "Extensions", "Microsoft"))
                return true;
        }

        return false;
    }

    private static bool IsRead(SyntaxNode node) => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax;

    /// <summary>Returns the types of what an operation passes, and their type arguments.</summary>
    private static IEnumerable<ITypeSymbol> FindPassed(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.Arguments.SelectMany(argument => FindValues(argument.Value).Where(type => IsOwn(type) || IsForAny(argument, call)))
            .Concat(IsInherited(call) ? RequestHandlers.FindParts(call.Instance!.Type!) : [])
            .Concat(FindNamed(call)),
        IObjectCreationOperation { Type: { } type } creation => creation.Arguments.SelectMany(static argument => FindValues(argument.Value))
            .Concat(IsPassedLater(creation) ? [] : RequestHandlers.FindParts(type)).Where(IsOwn),
        _ => [],
    };

    /// <summary>Returns the type arguments of a call. Those of a registration aren't passed.</summary>
    private static IEnumerable<ITypeSymbol> FindNamed(IInvocationOperation call) =>
        call.TargetMethod.TypeArguments.IsEmpty || IsOfSetup(call) ? [] : call.TargetMethod.TypeArguments.SelectMany(RequestHandlers.FindParts).Where(type => IsOwn(type) || !call.IsCallOfPlatform());

    /// <summary>Returns the types of a value, of the elements of an array, and the type that <c>typeof</c> names.</summary>
    private static IEnumerable<ITypeSymbol> FindValues(IOperation value) => value.WithoutConversions() switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements.SelectMany(FindValues),
        ITypeOfOperation { TypeOperand: var type } => IsOfSetup(value) ? [] : RequestHandlers.FindParts(type),
        { Type: { } type } => RequestHandlers.FindParts(type),
        _ => [],
    };

    /// <summary>Determines whether a method that isn't one of .NET receives an argument of any type, as that of a mediator does.</summary>
    private static bool IsForAny(IArgumentOperation argument, IInvocationOperation call) =>
        !call.IsCallOfPlatform() && argument.Parameter?.OriginalDefinition.Type is ITypeParameterSymbol or { SpecialType: SpecialType.System_Object };

    /// <summary>Determines whether a call is one of a method that an object inherits, such as that of a command that executes itself.</summary>
    private static bool IsInherited(IInvocationOperation call) =>
        call.Instance is { Type: INamedTypeSymbol type } and not IInstanceReferenceOperation && IsOwn(type) && !call.IsCallOfPlatform() && !SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType.OriginalDefinition, type.OriginalDefinition);

    /// <summary>Determines whether an object is passed by the operation around its creation, or is the value of a variable of its type.</summary>
    private static bool IsPassedLater(IObjectCreationOperation creation) => creation.WithConversionsAround().Parent switch
    {
        IArgumentOperation => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.Type: var type } } => SymbolEqualityComparer.Default.Equals(type, creation.Type),
        _ => false,
    };

    /// <summary>Returns a type, its bases and its interfaces, without those of .NET and Figma if it isn't one of them.</summary>
    private static IEnumerable<ISymbol> FindKeys(ITypeSymbol type) => type is INamedTypeSymbol named && IsOwn(named)
        ? named.AllInterfaces.Concat(named.WithBaseTypes()).Where(IsOwn).Select(static each => (ISymbol)each.OriginalDefinition)
        : [type.OriginalDefinition];
}
