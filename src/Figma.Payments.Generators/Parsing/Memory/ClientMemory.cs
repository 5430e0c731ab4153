using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Figma.Payments.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing.Memory;

/// <summary>
/// The clients that the last compilation was found to declare. Roslyn asks for each of them again with every keystroke, because a name may mean something else by then;
/// where nothing but bodies and comments has changed, none does, and nothing is bound.
/// </summary>
/// <remarks>
/// It decides nothing: what it remembers is what reading again would find. Of the compiler's objects it holds the last compilation's files, which Roslyn's driver holds too,
/// and no symbol. Where runs of one generator cross, each compares before it uses what another has left.
/// </remarks>
internal sealed class ClientMemory
{
    private readonly object _gate = new();
    private Declarations? _seen;
    private Dictionary<SyntaxNode, DeclaredClient?> _clients = [];

    /// <summary>The client of an annotated declaration; null where there is none.</summary>
    public DeclaredClient? Find(SyntaxNode declaration, INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        Dictionary<SyntaxNode, DeclaredClient?> clients;

        lock (_gate)
        {
            Enter(Declarations.Of(compilation));
            clients = _clients;

            if (clients.TryGetValue(declaration, out DeclaredClient? known))
                return known;
        }

        DeclaredClient? client = ClientParser.Parse(type, compilation, cancellationToken).Declared;

        lock (_gate)
            clients[declaration] = client;

        return client;
    }

    private void Enter(Declarations now)
    {
        if (now == _seen)
            return;

        if (_seen is { } seen && now.MeanTheSameAs(seen))
            ForgetReplaced(seen, now);
        else
            _clients = [];

        _seen = now;
    }

    /// <summary>Lets go of the old versions of files, which nobody will ask about again.</summary>
    private void ForgetReplaced(Declarations seen, Declarations now)
    {
        for (int i = 0; i < seen.Files.Length; i++)
        {
            if (ReferenceEquals(seen.Files[i], now.Files[i]))
                continue;

            foreach (SyntaxNode declaration in _clients.Keys.Where(declaration => declaration.SyntaxTree == seen.Files[i]).ToArray())
                _clients.Remove(declaration);
        }
    }
}
