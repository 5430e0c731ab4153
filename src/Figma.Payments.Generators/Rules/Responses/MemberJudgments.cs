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
/// <remarks>The code of a member that many conditions use is read once.</remarks>
internal sealed class MemberJudgments
{
    private static readonly ConditionalWeakTable<Compilation, MemberJudgments> All = new();

    private readonly MethodUses _uses;
    private readonly ConcurrentDictionary<ISymbol, bool> _understood = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _computed = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _called = new(SymbolEqualityComparer.Default);

    private readonly Lazy<ILookup<ISymbol, INamedTypeSymbol>> _implementing;

    private MemberJudgments(Compilation compilation)
    {
        _uses = MethodUses.Of(compilation);
        _implementing = new(() => compilation.Assembly.GlobalNamespace.FindTypes()
            .Where(static type => type.TypeKind is TypeKind.Class or TypeKind.Struct)
            .SelectMany(static type => type.AllInterfaces.Select(declared => (Declared: declared, Type: type)))
            .ToLookup(static pair => (ISymbol)pair.Declared.OriginalDefinition, static pair => pair.Type, SymbolEqualityComparer.Default));
    }

    public static MemberJudgments Of(Compilation compilation) => All.GetValue(compilation, static key => new MemberJudgments(key));

    /// <summary>Returns whether the code of a method is understood, or null if it wasn't read yet.</summary>
    public bool? FindUnderstood(ISymbol method) => _understood.TryGetValue(method, out bool isUnderstood) ? isUnderstood : null;

    public void SetUnderstood(ISymbol method, bool isUnderstood) => _understood[method] = isUnderstood;

    /// <summary>Returns the types of this compilation that implement a method of an interface by one without code, such as that of a base class of a library. It can call any of their members.</summary>
    public IEnumerable<INamedTypeSymbol> FindTypesWithoutCode(IMethodSymbol method) => method.ContainingType.TypeKind != TypeKind.Interface ? [] : _implementing.Value[method.ContainingType.OriginalDefinition]
        .Where(type => type.AllInterfaces
            .Where(declared => SymbolEqualityComparer.Default.Equals(declared.OriginalDefinition, method.ContainingType.OriginalDefinition))
            .SelectMany(declared => declared.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method) && type.FindImplementationForInterfaceMember(member) is IMethodSymbol { IsAbstract: false } found && _uses.FindBody(found.OriginalDefinition) is null or IMethodBodyOperation { BlockBody: null, ExpressionBody: null }));

    /// <summary>Determines whether the program computes the value of a field or a property, or creates the object that contains it.</summary>
    public bool IsComputed(ISymbol member) => _computed.GetOrAdd(member, key =>
        _uses.FindCreations(key.ContainingType).Any() || _uses.FindMemberReferences(key).Any(static found => found.Reference.Parent is IAssignmentOperation assignment && assignment.Target == found.Reference));

    /// <summary>Determines whether the program calls a method.</summary>
    public bool IsCalled(IMethodSymbol method) => _called.GetOrAdd(method, key => _uses.FindReads(key).Any());
}
