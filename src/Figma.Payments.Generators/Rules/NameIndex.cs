using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Rules;

/// <summary>The uses of a name.</summary>
internal enum NameUse
{
    /// <summary>It is called.</summary>
    Call,

    /// <summary>It is in a place where a method can be converted to a delegate.</summary>
    Value,

    /// <summary>It isn't called.</summary>
    Other,
}

/// <summary>The positions of the names in a file that are called, or whose value is used.</summary>
internal sealed class NameIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, NameIndex> Indexes = new();

    private readonly Dictionary<string, List<int>> _calls = [];
    private readonly Dictionary<string, List<int>> _values = [];
    private readonly Dictionary<string, List<int>> _others = [];
    private readonly List<SyntaxNode> _unnamedCreations = [];
    private readonly List<(string Name, string Alias)> _aliases = [];

    private NameIndex(SyntaxTree tree)
    {
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            if (node is ImplicitObjectCreationExpressionSyntax)
                _unnamedCreations.Add(node);

            if (node is UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: var alias, Name: { } target })
                _aliases.Add((FindLast(target), alias));

            if (node is not SimpleNameSyntax { Identifier.ValueText: var name } simple)
                continue;

            ExpressionSyntax expression = FindExpression(simple);

            bool isCall = expression.Parent is InvocationExpressionSyntax call && call.Expression == expression;
            Add(isCall ? _calls : _others, name, node.SpanStart);

            if (!isCall && IsValue(expression))
                Add(_values, name, node.SpanStart);
        }
    }

    /// <summary>Gets the creations that don't name the type, as in <c>new(1)</c>.</summary>
    public IReadOnlyList<SyntaxNode> UnnamedCreations => _unnamedCreations;

    /// <summary>Gets the last part of each name that a <c>using</c> directive has an alias for, and the alias.</summary>
    public IReadOnlyList<(string Name, string Alias)> Aliases => _aliases;

    public static NameIndex Of(SyntaxTree tree) => Indexes.GetValue(tree, static key => new NameIndex(key));

    /// <summary>Returns the expression that a name is the last part of.</summary>
    public static ExpressionSyntax FindExpression(SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access
        : name.Parent is MemberBindingExpressionSyntax binding ? binding
        : name;

    public List<int> Find(string name, NameUse use) => (use switch { NameUse.Call => _calls, NameUse.Value => _values, _ => _others }).TryGetValue(name, out List<int>? positions) ? positions : [];

    /// <summary>Returns the names that begin with a text and are called.</summary>
    public IEnumerable<string> FindCalled(string prefix) => _calls.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Determines whether an expression is in a place where a method can be converted to a delegate.</summary>
    private static bool IsValue(ExpressionSyntax expression) => expression.Parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => false,
        AssignmentExpressionSyntax assignment => assignment.Right == expression,
        ConditionalExpressionSyntax choice => choice.Condition != expression,
        ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or YieldStatementSyntax or ArrowExpressionClauseSyntax or CastExpressionSyntax or ParenthesizedExpressionSyntax
            or LambdaExpressionSyntax or SwitchExpressionArmSyntax or InitializerExpressionSyntax or CollectionElementSyntax => true,
        BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.CoalesceExpression or SyntaxKind.AsExpression or SyntaxKind.AddExpression or SyntaxKind.SubtractExpression,
        PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } => true,
        _ => false,
    };

    private static string FindLast(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    private static void Add(Dictionary<string, List<int>> positions, string name, int position)
    {
        if (!positions.TryGetValue(name, out List<int>? list))
            positions.Add(name, list = []);

        list.Add(position);
    }
}
