using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Figma.Payments.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing.Memory;

/// <summary>
/// Remembers the clients of the previous compilation. It exists for speed alone.
/// </summary>
/// <remarks>
/// <para>
/// Roslyn runs the transform of <c>ForAttributeWithMetadataName</c> for every client on every keystroke, because a name can mean something else by then.
/// If only method bodies and comments changed, no name does, and the client is returned without binding anything (see <see cref="BodyEdit"/>).
/// </para>
/// <para>
/// What it saves: in a project with 200 interfaces of five methods, a keystroke in a method body takes 6.5 ms and 2.1 MB. A keystroke in a declaration,
/// for which all clients are parsed again, takes 27.6 ms and 4.2 MB (measured; see tests/Figma.Payments.Benchmarks/README.md, "The generator").
/// <c>ClientMemoryTests</c> proves after single edits and after random sequences of edits that the clients equal those of a generator that remembers nothing.
/// </para>
/// <para>
/// It keeps the syntax trees of the previous compilation, which the generator driver keeps too, but no symbols.
/// If runs of one generator overlap, each run compares the compilations before it uses what another has remembered.
/// </para>
/// </remarks>
internal sealed class ClientMemory
{
    private readonly object _gate = new();
    private Declarations? _seen;
    private Dictionary<SyntaxNode, DeclaredClient?> _clients = [];

    /// <summary>Returns the client of an annotated declaration, or null if none can be generated.</summary>
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

    /// <summary>Removes the clients of replaced files.</summary>
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
