using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>The code of a member and the references to its variables. The code is walked only once, however many requests it contains.</summary>
internal sealed class MemberBody
{
    private static readonly ConditionalWeakTable<IOperation, MemberBody> Bodies = new();

    private readonly Dictionary<ISymbol, List<IOperation>> _references = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IVariableDeclaratorOperation> _declarators = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, LocalUses?> _locals = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, VariableUses> _variables = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ClientUses> _clients = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IOperation, MessageUses> _messages = new();

    private readonly bool _hasJumps;

    private MemberBody(IOperation root)
    {
        foreach (IOperation operation in root.WithDescendants())
        {
            if (operation is ILabeledOperation)
                _hasJumps = true;
            else if (operation is IVariableDeclaratorOperation declarator)
                _declarators[declarator.Symbol] = declarator;
            else if (operation is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation && ClientSymbol.Find(operation) is { } symbol)
                Add(symbol, operation);
        }
    }

    /// <summary>Returns the code that contains an operation.</summary>
    public static MemberBody Of(IOperation operation) => Bodies.GetValue(operation.Root(), static root => new MemberBody(root));

    /// <summary>Returns the references to a variable or to a member of the same object, in source order.</summary>
    public IReadOnlyList<IOperation> FindReferences(ISymbol symbol) => _references.TryGetValue(symbol, out List<IOperation>? references) ? references : [];

    /// <summary>Returns the declarator of a local variable, or null if another construct declares the variable.</summary>
    public IVariableDeclaratorOperation? FindDeclarator(ISymbol symbol) => _declarators.TryGetValue(symbol, out IVariableDeclaratorOperation? declarator) ? declarator : null;

    /// <summary>Returns the uses of a local variable, or null if it isn't assigned exactly once, or if statements might not be executed in source order.</summary>
    public LocalUses? FindLocal(ILocalSymbol local) => _hasJumps ? null : _locals.GetOrAdd(local, symbol => LocalUses.Create((ILocalSymbol)symbol, this));

    /// <summary>Returns what the member shows about the values of a local variable or a parameter.</summary>
    public VariableUses FindVariable(ISymbol variable) => _variables.GetOrAdd(variable, symbol => VariableUses.Create(symbol, this));

    /// <summary>Returns the uses of an <c>HttpClient</c>.</summary>
    public ClientUses FindClient(ISymbol client) => _clients.GetOrAdd(client, symbol => ClientUses.Create(symbol, this));

    /// <summary>Returns the uses of a request message.</summary>
    public MessageUses FindMessage(IObjectCreationOperation creation) => _messages.GetOrAdd(creation, message => MessageUses.Create((IObjectCreationOperation)message, this));

    private void Add(ISymbol symbol, IOperation reference)
    {
        if (!_references.TryGetValue(symbol, out List<IOperation>? references))
            _references.Add(symbol, references = []);

        references.Add(reference);
    }
}
