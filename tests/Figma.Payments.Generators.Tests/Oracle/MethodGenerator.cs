using System;
using System.Collections.Immutable;
using System.Linq;

namespace Figma.Payments.Generators.Tests.Oracle;

/// <summary>Generates a random method from a seed. The same seed always generates the same method.</summary>
internal sealed partial class MethodGenerator
{
    public static readonly ImmutableArray<string> Parameters = ["communityFileId", "pluginId", "widgetId"];

    private static readonly string[] Ids = ["f", "p", "w"];
    private readonly Random _random;
    private readonly IdKind _kind;
    private int _loops;
    private int _handlers;

    private MethodGenerator(int seed)
    {
        _random = new Random(seed);
        _kind = (IdKind)Math.Max(0, _random.Next(5) - 2);
    }

    public static RandomMethod Make(int seed) => new MethodGenerator(seed).Generate(seed);

    private RandomMethod Generate(int seed)
    {
        ImmutableArray<Statement> start = _random.Next(4) == 0 ? [] : [.. Ids.Where(_ => _random.Next(4) > 0).Select(id => new Assign(id, "=", new Plain(_random.Next(5) == 0 ? Given(id) : "null")))];
        ImmutableArray<Statement> body = [.. start, .. Block(depth: 0, isInLoop: false)];

        ImmutableArray<(string Parameter, Value Value)> arguments =
        [
            .. Enumerable.Range(0, 3)
                .Where(_ => _random.Next(10) > 0)
                .Select(i => (Parameters[i], _random.Next(6) == 0 ? Expression(Ids[i], 1) : new Plain(Variable(Ids[i])))),
        ];

        return new RandomMethod(seed, _kind, body, arguments, _random.Next(8) == 0);
    }

    private ImmutableArray<Statement> Block(int depth, bool isInLoop) =>
        [.. Enumerable.Range(0, 1 + _random.Next(depth == 0 ? 4 : 2)).Select(_ => Next(depth, isInLoop))];

    private Statement Next(int depth, bool isInLoop)
    {
        if (_isRich && _random.Next(3) == 0)
            return NextConstruct(depth);

        int kind = _random.Next(depth >= 3 ? 8 : 20);

        switch (kind)
        {
            case < 5:
                string target = Target();
                return new Assign(target, _random.Next(6) == 0 ? "??=" : "=", Expression(target, 0));

            case 5:
                return new AssignBoolean(_random.Next(5) == 0 ? "abc"[_random.Next(3)].ToString() : "v" + _random.Next(2), Test(1));

            case 6:
                return _random.Next(3) == 0 ? new Jump(isInLoop ? _random.Next(2) == 0 ? "break;" : "continue;" : "return;") : new Assign("p", "=", Expression("p", 0));

            case 7:
                return new Swap("p", "w", Expression("p", 1), Expression("w", 1));

            case < 14:
                return new If(Test(0), Block(depth + 1, isInLoop), _random.Next(2) == 0 ? Block(depth + 1, isInLoop) : []);

            case 14:
                return new If(Test(0), [new Jump(_random.Next(2) == 0 ? "return;" : "throw new System.InvalidOperationException();")], []);

            case < 17:
                return new Switch(
                    [.. Enumerable.Range(0, 1 + _random.Next(3)).Select(constant => (constant, Block(depth + 1, isInLoop: false)))],
                    _random.Next(2) == 0 ? Block(depth + 1, isInLoop: false) : null);

            case 17 when _loops++ < 2:
                return new Loop(_random.Next(4), _random.Next(3) == 0, Block(depth + 1, isInLoop: true));

            case 18 when _handlers++ < 2:
                return new Guarded(Block(depth + 1, isInLoop), Caught: null, WithoutJumps(depth));

            case 19 when _handlers++ < 2:
                return new Guarded(
                    [.. Block(depth + 1, isInLoop), new If(Test(0), [new Jump("throw new System.InvalidOperationException();")], []), .. Block(depth + 1, isInLoop)],
                    Block(depth + 1, isInLoop),
                    _random.Next(2) == 0 ? WithoutJumps(depth) : []);

            default:
                return new If(Test(0), Block(depth + 1, isInLoop), Block(depth + 1, isInLoop));
        }
    }

    /// <summary>Generates statements without jumps, for a <c>finally</c>.</summary>
    private ImmutableArray<Statement> WithoutJumps(int depth) =>
        _random.Next(2) == 0 ? [new Assign("f", "=", Expression("f", 1))] : [new If(Test(1), [new Assign("w", "=", Expression("w", depth))], [])];

    private string Target() => _random.Next(4) == 0 ? "q" + Ids[_random.Next(3)] : Ids[_random.Next(3)];

    private string Kind(string variable) => _kind != IdKind.Ids ? Ids[_random.Next(3)] : variable[^1].ToString();

    private string Variable(string kind) => _random.Next(5) == 0 ? "q" + Kind(kind) : Kind(kind);

    private string Given(string variable) => _kind switch
    {
        IdKind.Texts => "\"1\"",
        IdKind.Numbers => "1L",
        _ => $"G.{char.ToUpperInvariant(variable[^1])}",
    };

    private Value Expression(string target, int depth) => _random.Next(depth > 1 ? 7 : 11) switch
    {
        < 3 => new Plain(Given(target)),
        3 or 4 => new Plain(_kind == IdKind.Texts && _random.Next(3) == 0 ? "\"\"" : "null"),
        5 or 6 => new Plain(Variable(target)),
        7 or 8 => new Choice(Test(1), Expression(target, depth + 1), Expression(target, depth + 1)),
        9 => new Fallback(Variable(target), Expression(target, depth + 1)),
        _ => new Arms([.. Enumerable.Range(0, 1 + _random.Next(2)).Select(constant => (constant, Expression(target, 2)))], Expression(target, 2)),
    };

    private Condition Test(int depth)
    {
        switch (_random.Next(depth > 1 ? 9 : 13))
        {
            case < 4:
                return new Leaf("abc"[_random.Next(3)].ToString());

            case 4:
                return new Leaf("v" + _random.Next(2));

            case 5:
                return new Leaf(_random.Next(4) switch
                {
                    0 => "k is 0 or 2",
                    1 => $"k != {_random.Next(3)}",
                    _ => $"k == {_random.Next(3)}",
                });

            case 6:
                string first = "abc"[_random.Next(3)].ToString();
                string second = "abc"[_random.Next(3)].ToString();

                return new Leaf(_random.Next(6) switch
                {
                    0 => $"{first} == {second}",
                    1 => $"{first} ^ {second}",
                    2 => $"{first} & v0",
                    3 => $"{first} is not true",
                    4 => "(p, w) is (null, not null)",
                    _ => "p is null != w is null",
                });

            case < 9:
                string id = Variable(Ids[_random.Next(3)]);

                return new Leaf((_random.Next(6), _kind) switch
                {
                    (0, _) => $"{id} is null",
                    (1, _) => $"{id} != null",
                    (2, IdKind.Texts) => $"string.IsNullOrEmpty({id})",
                    (2, _) => $"{id}.HasValue",
                    (3, _) => $"{id} is {{ }}",
                    (4, IdKind.Numbers) => $"{id} is long",
                    (4, IdKind.Texts) => $"{id} is string",
                    _ => $"{id} is not null",
                });

            case 9:
                return new Not(Test(depth + 1));

            default:
                return new Both(Test(depth + 1), Test(depth + 1), _random.Next(2) == 0);
        }
    }
}
