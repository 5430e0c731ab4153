using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Keeps what is known of the members of a compilation that conditions use, whichever condition asks.</summary>
/// <remarks>A member is understood if nothing that can be reached from it isn't.</remarks>
internal sealed class MemberJudgments
{
    /// <summary>Limits how many implementations of a method are read.</summary>
    private const int MaxImplementations = 50;

    private static readonly ConditionalWeakTable<Compilation, MemberJudgments> All = new();

    private readonly MethodUses _uses;
    private readonly Lazy<ILookup<ISymbol, INamedTypeSymbol>> _implementing;
    private readonly Reachability _notUnderstood;
    private readonly Reachability _readingUser;
    private readonly ConcurrentDictionary<ISymbol, bool> _computed = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _filled = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _passed = new(SymbolEqualityComparer.Default);

    private MemberJudgments(Compilation compilation)
    {
        _uses = MethodUses.Of(compilation);
        _notUnderstood = new(method => FindCalled((IMethodSymbol)method) is { } called ? (false, called) : (true, []));
        _readingUser = new(method => FindUser((IMethodSymbol)method));
        _implementing = new(() => compilation.Assembly.GlobalNamespace.FindTypes()
            .Where(static type => type.TypeKind is TypeKind.Class or TypeKind.Struct)
            .SelectMany(static type => type.AllInterfaces.Select(declared => (Declared: declared, Type: type)))
            .ToLookup(static pair => (ISymbol)pair.Declared.OriginalDefinition, static pair => pair.Type, SymbolEqualityComparer.Default));
    }

    public static MemberJudgments Of(Compilation compilation) => All.GetValue(compilation, static key => new MemberJudgments(key));

    /// <summary>Determines whether the code of a method is understood, with that of all methods that it can reach.</summary>
    public bool IsUnderstood(IMethodSymbol method) => !_notUnderstood.Leads(method);

    /// <summary>Returns the members of this compilation that the code of a method uses, or null if something else in it isn't understood.</summary>
    private HashSet<IMethodSymbol>? FindCalled(IMethodSymbol method)
    {
        HashSet<IMethodSymbol> called = new(SymbolEqualityComparer.Default);

        if (_uses.FindCode(method) is { } code && !new ConditionSources(_uses.FindReads(method, code), called).AreUnderstood(code))
            return null;

        if (method.IsAbstract || method.IsVirtual || method.IsOverride)
        {
            List<IMethodSymbol> implementations =
            [
                .. _uses.FindImplementations(method).Take(MaxImplementations + 1),
                .. FindTypesWithoutCode(method).SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>().Where(static member => !member.IsImplicitlyDeclared)),
            ];

            if (implementations.Count > MaxImplementations || !implementations.All(static each => ConditionSources.IsNeutral(each.ContainingType)))
                return null;

            called.UnionWith(implementations.Select(static each => each.OriginalDefinition));
        }

        return called;
    }

    /// <summary>Returns the types of this compilation that implement a method of an interface by one without code, such as that of a base class of a library. It can call any of their members.</summary>
    private IEnumerable<INamedTypeSymbol> FindTypesWithoutCode(IMethodSymbol method) => method.ContainingType.TypeKind != TypeKind.Interface ? [] : _implementing.Value[method.ContainingType.OriginalDefinition]
        .Where(type => type.AllInterfaces
            .Where(declared => SymbolEqualityComparer.Default.Equals(declared.OriginalDefinition, method.ContainingType.OriginalDefinition))
            .SelectMany(declared => declared.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method) && type.FindImplementationForInterfaceMember(member) is IMethodSymbol { IsAbstract: false } found && _uses.FindCode(found.OriginalDefinition) is null));

    /// <summary>Determines whether this compilation contains the code of a method, or that of an implementation.</summary>
    public bool HasCode(IMethodSymbol method) => _uses.FindCode(method) is not null || _uses.FindImplementations(method).Any();

    /// <summary>Determines whether a method of this compilation reads who the user is, so that it might return it.</summary>
    public bool ReadsUser(IMethodSymbol method) => _readingUser.Leads((method.ReducedFrom ?? method).OriginalDefinition);

    private (bool ReadsUser, IEnumerable<ISymbol> Called) FindUser(IMethodSymbol method)
    {
        HashSet<ISymbol> called = new(SymbolEqualityComparer.Default);

        foreach (IOperation part in _uses.FindCode(method)?.WithDescendants() ?? [])
        {
            if (part is IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } reference && ConditionSources.IsUser(reference.Member.Name, reference.Type!))
                return (true, []);

            if (part is IPropertyReferenceOperation { Property.GetMethod: { } getter })
                called.Add(getter.OriginalDefinition);
            else if (part is IInvocationOperation { TargetMethod: var target })
                called.Add((target.ReducedFrom ?? target).OriginalDefinition);
        }

        return (false, called);
    }

    /// <summary>Determines whether the program changes a collection in a field or a property after it has created it.</summary>
    public bool IsFilled(ISymbol member) => _filled.GetOrAdd(member, key => _uses.FindMemberReferences(key).Any(static found =>
        !CollectionReads.IsRead(found.Reference) && !(found.Body.Member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor })));

    /// <summary>Determines whether the program computes the value of a field or a property, or creates the object that contains it.</summary>
    public bool IsComputed(ISymbol member) => _computed.GetOrAdd(member, key =>
        _uses.FindCreations(key.ContainingType).Any() || _uses.FindMemberReferences(key).Any(static found => found.Reference.Parent is IAssignmentOperation assignment && assignment.Target == found.Reference));

    /// <summary>Determines whether the program passes the arguments of a method.</summary>
    public bool IsCalled(IMethodSymbol method) => _passed.GetOrAdd(method, key => Callers.FindDeclarations(key).Any(declaration => _uses.FindReads(declaration).Any()));
}
