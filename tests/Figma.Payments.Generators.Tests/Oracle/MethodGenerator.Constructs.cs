using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace Figma.Payments.Generators.Tests.Oracle;

/// <content>The constructs of the richer grammar. Each decision of a path is a condition, so that the execution records it.</content>
internal sealed partial class MethodGenerator
{
    private const string Throw = "throw new System.InvalidOperationException();";

    private readonly List<string> _members = [];
    private readonly SortedSet<string> _constructs = new(StringComparer.Ordinal);
    private bool _isRich;
    private bool _isAsync;
    private int _names;

    /// <summary>Generates a random method that also uses fields, closures, user-defined operators and so on.</summary>
    public static RandomMethod MakeRich(int seed)
    {
        MethodGenerator generator = new(seed) { _isRich = true };
        generator._isAsync = generator._random.Next(3) == 0;
        RandomMethod method = generator.Generate(seed);
        return method with { IsRich = true, IsAsync = generator._isAsync, Members = [.. generator._members], Constructs = [.. generator._constructs] };
    }

    private Statement NextConstruct(int depth)
    {
        string v = Target();
        string n = (_names++).ToString(CultureInfo.InvariantCulture);

        return _random.Next(18) switch
        {
            0 => Field(v, n, depth),
            1 => Property(v, n, depth),
            2 => _isAsync ? Await(v, n, depth) : Reference(v, n, depth),
            3 => _isAsync ? Await(v, n, depth) : Reference(v, n, depth),
            4 => Closure(v, n, depth),
            5 => Closure(v, n, depth),
            6 => Tuple(v, n, depth),
            7 => Deconstruction(v, n, depth),
            8 => Number(n, depth),
            9 => Boxing(n, depth),
            10 => Enumeration(n, depth),
            11 => Filter(v, n, depth),
            12 => Operator(v, n, depth),
            13 => Removed(v, n, depth),
            14 => Extension(v, n, depth),
            15 => Iterator(v, n, depth),
            16 => PrimaryConstructor(v, n, depth),
            _ => Throwing(v, n, depth),
        };
    }

    private Construct Field(string v, string n, int depth)
    {
        _members.Add($"private {Type(v)} _s{n};");

        switch (_random.Next(4))
        {
            case 0:
                return Of("field", $"_s{n} = {Any(v)}; {When(Of("field", $"_s{n} = {Any(v)};"))} {v} = _s{n};");

            case 1:
                _members.Add($"private void Clear{n}() => _s{n} = null;");
                return Of("field", $"_s{n} = {Any(v)}; {new If(new Leaf($"_s{n} is not null"), [Of("field", $"Clear{n}(); {v} = _s{n};")], [])}");

            case 2:
                _members.Add($"private int _c{n}; private bool Turn{n}() {{ if (_c{n}++ > 0) _s{n} = null; return true; }}");
                return Of("field", $"_s{n} = {Any(v)}; {new If(new Leaf($"Turn{n}() && _s{n} != null"), [Of("field", $"Turn{n}(); {v} = _s{n};")], Inner(depth))}");

            default:
                _members.Add($"private readonly {Type(v)} _r{n} = {(_random.Next(2) == 0 ? "null" : Given(v))};");
                return Of("field", $"{v} = _r{n}; {new If(new Leaf($"_r{n} is null"), Inner(depth), Inner(depth))}");
        }
    }

    private Statement Property(string v, string n, int depth)
    {
        switch (_random.Next(4))
        {
            case 0:
                _members.Add($"public {Type(v)} P{n} {{ get; set; }}");
                return Of("property", $"P{n} = {Any(v)}; {When(Of("property", $"P{n} = {Any(v)};"))} {new If(new Leaf($"P{n} is null"), Inner(depth), [])} {v} = P{n};");

            case 1:
                _members.Add($"private int _c{n}; private {Type(v)} P{n} => _c{n}++ % 2 == 0 ? {Given(v)} : null;");
                return new If(new Leaf($"P{n} is not null"), [Of("property", $"{v} = P{n};")], Inner(depth));

            case 2:
                _members.Add($"private {Type(v)} _b{n}; private {Type(v)} P{n} {{ get => _b{n}; set => _b{n} = null; }}");
                return Of("property", $"P{n} = {Any(v)}; {v} = P{n};");

            default:
                _members.Add($"public {Type(v)} P{n} {{ get; }} = {(_random.Next(2) == 0 ? "null" : Given(v))};");
                return Of("property", $"{new If(new Leaf($"P{n} is not null"), [Of("property", $"{v} = P{n};")], Inner(depth))}");
        }
    }

    private Statement Await(string v, string n, int depth)
    {
        switch (_random.Next(5))
        {
            case 0:
                _members.Add($"private {Type(v)} _s{n}; private async Task ChangeAsync{n}() {{ await Task.Yield(); _s{n} = null; }}");
                return Of("await", $"_s{n} = {Any(v)}; {new If(new Leaf($"_s{n} is not null"), [Of("await", $"await ChangeAsync{n}(); {v} = _s{n};")], [])}");

            case 1:
                return new If(new Leaf($"{v} is not null"), [Of("await", $"await Task.CompletedTask; {Inner(depth)}")], Inner(depth));

            case 2:
                _members.Add($"private static async Task<{Type(v)}> GetAsync{n}({Type(v)} x) {{ await Task.CompletedTask; return x; }}");
                return Of("await", $"{v} = await GetAsync{n}({Any(v)});");

            case 3:
                return Of("await", $"async Task Local{n}() {{ await Task.Yield(); {v} = {Any(v)}; }} Task task{n} = Local{n}(); {Inner(depth)} await task{n};");

            default:
                _members.Add($"private static async Task FailAsync{n}(bool x) {{ await Task.CompletedTask; if (x) {Throw} }}");
                return Of("await", $"try {{ {v} = {Any(v)}; await FailAsync{n}({Boolean()}); {Inner(depth)} }} catch (System.InvalidOperationException) {{ {Inner(depth)} }}");
        }
    }

    private Statement Reference(string v, string n, int depth)
    {
        if (_isAsync)
            return Closure(v, n, depth);

        string type = Type(v);
        string other = SameType(v);

        switch (_random.Next(9))
        {
            case 0:
                return Of("ref", $"ref {type} r{n} = ref {v}; {Inner(depth)} r{n} = {Any(v)};");

            case 1:
                return Of("ref", $"({Test(1)} ? ref {v} : ref {other}) = {Any(v)};");

            case 2:
                _members.Add($"private static ref {type} Ref{n}(ref {type} x) => ref x;");
                return Of("ref", $"Ref{n}(ref {v}) = {Any(v)};");

            case 3:
                _members.Add($"private static void Set{n}(ref {type} x, {type} y) {{ if (x is null) x = y; else x = null; }}");
                return Of("ref", $"Set{n}(ref {v}, {Any(v)});");

            case 4:
                _members.Add($"private static bool TryGet{n}(bool x, out {type} y) {{ y = x ? {Given(v)} : null; return x; }}");
                return new If(new Leaf($"TryGet{n}({Boolean()}, out {v})"), Inner(depth), Inner(depth));

            case 5:
                return Of("ref", $"System.Span<{type}> span{n} = new(ref {v}); {Inner(depth)} span{n}[0] = {Any(v)};");

            case 6:
                return Of("ref", $"foreach (ref {type} r{n} in new System.Span<{type}>(ref {v})) r{n} = {Any(v)};");

            case 7:
                return Of("ref", $"System.Runtime.CompilerServices.Unsafe.AsRef(in {v}) = {Any(v)};");

            default:
                return Of("ref", $"ref {type} r{n} = ref {v}; r{n} = ref {other}; r{n} = {Any(v)}; {Inner(depth)}");
        }
    }

    private Construct Closure(string v, string n, int depth)
    {
        switch (_random.Next(8))
        {
            case 0:
                return Of("closure", $"System.Action c{n} = () => {v} = {Any(v)}; {Inner(depth)} c{n}();");

            case 1:
                return Of("closure", $"System.Action c{n} = () => {{ System.Action d{n} = () => {v} = {Any(v)}; d{n}(); }}; {When(Of("closure", $"c{n}();"))}");

            case 2:
                return Of("closure", $"{new If(Test(1), Inner(depth), [Of("closure", $"Local{n}();")])} void Local{n}() {{ {v} = {Any(v)}; }}");

            case 3:
                return Of("closure", $"void Local{n}(bool x) {{ {new If(new Leaf("x"), [new Assign(v, "=", Any(v))], [])} }} Local{n}({Boolean()}); {Inner(depth)}");

            case 4:
                _members.Add($"private event System.Action? Event{n}; private void Raise{n}() => Event{n}?.Invoke();");
                return Of("closure", $"Event{n} += () => {v} = {Any(v)}; {When(Of("closure", $"Raise{n}();"))}");

            case 5:
                return Of("closure", $"new System.Collections.Generic.List<int> {{ 1, 2 }}.ForEach(x => {{ {v} = {Any(v)}; }});");

            case 6:
                return Of("closure", $"foreach (int x{n} in System.Linq.Enumerable.Select(new[] {{ 1, 2 }}, x => {{ {v} = {Any(v)}; return x; }})) {{ {When(new Jump(_random.Next(2) == 0 ? "break;" : "continue;"))} }}");

            default:
                return Of("closure", $"{Type(v)} l{n} = {Any(v)}; {Type(v)} Local{n}() => l{n}; {When(Of("closure", $"l{n} = {Any(v)};"))} {v} = Local{n}();");
        }
    }

    private Construct Tuple(string v, string n, int depth)
    {
        string type = Type(v);
        string other = SameType(v);

        return _random.Next(6) switch
        {
            0 => Of("tuple", $"({type} A, ({type} B, int N) In) t{n} = ({Any(v)}, ({Any(v)}, k)); {When(Of("tuple", $"t{n}.In.B = {Any(v)};"))} {v} = t{n}.In.B;"),
            1 => Of("tuple", $"({type} A, {type} B) t{n} = ({v}, {other}); t{n}.B = {Any(v)}; {Inner(depth)} ({v}, {other}) = (t{n}.B, t{n}.A);"),
            2 => Of("tuple", $"(({v}, int x{n}), {other}) = (({Any(v)}, k), {Any(v)});"),
            3 => Of("tuple", $"({type} A, {type} B) t{n} = ({Any(v)}, null); t{n}.A ??= {Any(v)}; var s{n} = t{n}; t{n}.A = null; {v} = s{n}.A;"),
            4 => Of("tuple", $"({type} A, {type} B) t{n} = ({Any(v)}, {Any(v)}); {new If(new Leaf($"t{n} is (null, not null)"), [Of("tuple", $"{v} = t{n}.B;")], Inner(depth))}"),
            _ => Of("tuple", $"({type} A, ({type} B, ({type} C, bool D) Q) In) t{n} = default; {When(Of("tuple", $"t{n}.In.Q.C = {Any(v)};"))} {When(Of("tuple", $"t{n}.In = default;"))} {v} = t{n}.In.Q.C;"),
        };
    }

    private Statement Deconstruction(string v, string n, int depth)
    {
        string type = Type(v);
        string other = SameType(v);

        switch (_random.Next(4))
        {
            case 0:
                _members.Add($"private readonly record struct Pair{n}({type} A, {type} B);");
                return Of("deconstruction", $"({v}, {other}) = new Pair{n}({Any(v)}, {Any(v)});");

            case 1:
                _members.Add($"private sealed class Source{n}({type} x) {{ public void Deconstruct(out {type} a, out int b) {{ a = x; b = 1; if (x is null) {Throw} }} }}");
                return Of("deconstruction", $"try {{ ({v}, _) = new Source{n}({Any(v)}); {Inner(depth)} }} catch (System.InvalidOperationException) {{ {Inner(depth)} }}");

            case 2:
                return new If(new Leaf(Pick("new Point(k, a) is (1, true)", "new Point(k, b) is ( > 1, _)", "new Point(k, a) is { X: 0 or 2, Y: false }", "new Point(k, c) is (var x" + n + ", _) && x" + n + " > 1")), Inner(depth), Inner(depth));

            default:
                _members.Add($"private sealed class Source{n}({type} x) {{ public void Deconstruct(out {type} a, out {type} b) => (a, b) = (null, x); }}");
                return Of("deconstruction", $"({type} x{n}, {type} y{n}) = new Source{n}({Any(v)}); {v} = {(_random.Next(2) == 0 ? "x" : "y")}{n};");
        }
    }

    private Construct Number(string n, int depth)
    {
        (string kind, string setup, string condition) = _random.Next(13) switch
        {
            0 => ("narrow", "", "unchecked((byte)(k + 255)) > 1"),
            1 => ("narrow", $"byte y{n} = (byte)k; y{n} -= 2;", $"y{n} == {Pick("254", "255", "0", "1")}"),
            2 => ("unsigned", $"uint u{n} = (uint)k; u{n}--;", $"u{n} {Pick("> 2", "== 0", "< 1", "== uint.MaxValue")}"),
            3 => ("unsigned", "", "(uint)k - 2u > 5u"),
            4 => ("narrow", $"sbyte y{n} = (sbyte)(k + 126); y{n}++;", $"y{n} {Pick("< 0", "> 126", "== -128")}"),
            5 => ("narrow", $"int i{n} = k; i{n} += int.MaxValue - 1;", $"i{n} {Pick("< 0", "> 0", "== int.MinValue")}"),
            6 => ("narrow", $"char h{n} = (char)(65534 + k); h{n}++;", $"h{n} {Pick("== 0", "< 2", "== '\\uffff'")}"),
            7 => ("unsigned", $"ulong u{n} = (ulong)k; u{n} = unchecked(u{n} - 1);", $"u{n} {Pick("> 100", "== 0", "== ulong.MaxValue")}"),
            8 => ("narrow", $"ushort y{n} = (ushort)(k * 30000);", $"y{n} {Pick("> 40000", "== 24464", "< 1")}"),
            9 => ("double", $"double d{n} = G.D(k);", Pick($"d{n} < 1", $"!(d{n} >= 1)", $"d{n} == d{n}", $"d{n} != d{n}", $"d{n} is 1 or 2", $"d{n}.Equals(d{n})", $"d{n} is >= 0")),
            10 => ("double", $"double? d{n} = G.N(k);", Pick($"d{n} < 1", $"d{n} >= 0", $"d{n} == d{n}", $"d{n} is null")),
            11 => ("unsigned", $"uint u{n} = unchecked((uint)(k - 1));", $"u{n} {Pick("< 2", "> 1 && u" + n + " < 100", "== 4294967295")}"),
            _ => ("narrow", $"long l{n} = k; int i{n} = unchecked((int)(l{n} + 4294967296L));", $"i{n} {Pick("== 1", "< 1", "!= k")}"),
        };

        return Of(kind, $"{setup} {new If(new Leaf(condition), Inner(depth), Inner(depth))}");
    }

    private Construct Boxing(string n, int depth)
    {
        string condition = Pick(
            $"o{n} is 1", $"o{n} is 1L", $"o{n}.Equals(1L)", $"o{n} is byte", $"object.Equals(o{n}, 1)", $"o{n} == (object)k", $"ReferenceEquals(o{n}, o{n})", $"o{n} is int i{n} && i{n} > 1",
            $"(int)o{n} == 2", $"(o{n} as long?) is null", $"o{n} is not (0 or 1)", $"(object)a == (object)a", $"((object)b).Equals(true)", $"o{n} is System.IComparable");

        return Of("boxing", $"object o{n} = {Pick("k", "(byte)k", "k + 1", "(object)k")}; {new If(new Leaf(condition.Contains("(int)o", StringComparison.Ordinal) ? $"o{n} is int && " + condition : condition), Inner(depth), Inner(depth))}");
    }

    private Construct Enumeration(string n, int depth)
    {
        if (_random.Next(4) == 0)
        {
            return Of("enum", $"Color e{n} = (Color)k; {new If(new Leaf($"e{n} == Color.Red"), Inner(depth), [new If(new Leaf($"e{n} == Color.Green"), Inner(depth), [new If(new Leaf($"e{n} == Color.Blue"), Inner(depth), Inner(depth))])])}");
        }

        string condition = Pick(
            $"e{n} == Color.Green", $"e{n} is Color.Red or Color.Blue", $"(Shade)(k + 256) == Shade.Light", $"(Shade)e{n} == Shade.Dark", $"e{n} > Color.Red", $"e{n}.HasFlag(Color.Green)",
            $"(Color?)e{n} == null", $"e{n} switch {{ Color.Red => a, Color.Green => b, Color.Blue => true, _ => c }}", $"(int)e{n} == k", $"e{n} + 1 == Color.Blue", $"System.Enum.IsDefined(e{n})");

        return Of("enum", $"Color e{n} = (Color)k; {new If(new Leaf(condition), Inner(depth), Inner(depth))}");
    }

    private Construct Filter(string v, string n, int depth)
    {
        If fails = new(Test(1), [new Jump(Throw)], []);

        switch (_random.Next(5))
        {
            case 0:
                return Of("filter", $"try {{ {Inner(depth)} {fails} {Inner(depth)} }} catch (System.InvalidOperationException) when ({Test(1)}) {{ {Inner(depth)} }}");

            case 1:
                return Of("filter", $"try {{ try {{ {v} = {Any(v)}; {fails} }} finally {{ {v} = {Any(v)}; }} }} catch (System.Exception) when ({new Leaf($"{v} is null")}) {{ {v} = {Any(v)}; }}");

            case 2:
                return Of("filter", $"try {{ {fails} {Inner(depth)} }} finally {{ try {{ {v} = {Any(v)}; }} finally {{ {WithoutJumps(depth)} }} }}");

            case 3:
                _members.Add($"private int _c{n}; private bool Filter{n}() => _c{n}++ > 0;");
                return Of("filter", $"try {{ {v} = {Any(v)}; {fails} {v} = {Any(v)}; }} catch (System.InvalidOperationException) when ({new Leaf($"Filter{n}()")}) {{ {Inner(depth)} }} catch {{ {Inner(depth)} }}");

            default:
                return Of("filter", $"try {{ try {{ {fails} {Inner(depth)} }} catch (System.ArgumentException) {{ {Inner(depth)} }} finally {{ {WithoutJumps(depth)} }} }} catch (System.InvalidOperationException e{n}) {{ {new If(new Leaf($"e{n} is not null"), Inner(depth), Inner(depth))} }}");
        }
    }

    private Statement Operator(string v, string n, int depth)
    {
        string type = Type(v);

        switch (_random.Next(4))
        {
            case 0:
                return new If(
                    new Leaf(Pick("new Op(k) == new Op(k)", "new Op(k) != new Op(k)", "(new Op(k) && new Op(1)).N > 0", "(new Op(k) || new Op(0)).N > 1", "new Op(k) ? a : b", "new Op(k) < new Op(1)", "(Op?)new Op(k) == null", "!new Op(k)")),
                    Inner(depth),
                    Inner(depth));

            case 1:
                _members.Add($"private readonly struct Box{n}({type} x) {{ private readonly {type} _x = x; public static implicit operator {type}(Box{n} box) => box._x is null ? {Given(v)} : null; }}");
                return Of("operator", $"{v} = new Box{n}({Any(v)});");

            case 2:
                return Of("operator", $"Op o{n} = new(k); o{n}++; o{n} += new Op(1); {new If(new Leaf($"o{n}.N {Pick("> 2", "== 1", "< 0")}"), Inner(depth), Inner(depth))}");

            default:
                _members.Add($"private readonly struct Box{n}({type} x) {{ private readonly {type} _x = x; public static implicit operator {type}(Box{n} box) => {Pick("null", "box._x")}; }}");
                return Of("operator", $"({type} A, int B) t{n} = (new Box{n}({Any(v)}), k); {v} = t{n}.A;");
        }
    }

    private Construct Removed(string v, string n, int depth)
    {
        string type = Type(v);

        switch (_random.Next(5))
        {
            case 0:
                _members.Add($"[System.Diagnostics.Conditional(\"NEVER\")] private static void Off{n}({type} x) {{ }}");
                return Of("conditional", $"Off{n}({v} = {Any(v)}); {Inner(depth)}");

            case 1:
                return Of("conditional", $"System.Diagnostics.Debug.Assert({v} is not null); {Inner(depth)}");

            case 2:
                _members.Add($"[System.Diagnostics.Conditional(\"ALWAYS\")] private static void On{n}({type} x) {{ if (x is null) {Throw} }}");
                return Of("conditional", $"On{n}({v} = {Any(v)});");

            case 3:
                _members.Add($"static partial void Missing{n}({type} x);");
                return Of("conditional", $"Missing{n}({v} = {Any(v)}); {Inner(depth)}");

            default:
                return Of("conditional", $"_ = $\"{{({v} = {Any(v)})}}\"; System.FormattableString text{n} = $\"{{k}}\"; {Inner(depth)}");
        }
    }

    private Statement Extension(string v, string n, int depth)
    {
        bool hasMembers = LanguageVersion.Latest.MapSpecifiedToEffectiveVersion() >= (LanguageVersion)1400;

        return _random.Next(hasMembers ? 5 : 2) switch
        {
            0 => new If(new Leaf($"{v}.IsThere()"), Inner(depth), Inner(depth)),
            1 => _kind == IdKind.Texts ? new If(new Leaf($"!{v}.IsThere()"), Inner(depth), []) : Of("extension", $"{v}.Wipe(); {When(new Assign(v, "=", Any(v)))}"),
            2 => new If(new Leaf($"{v}.There"), Inner(depth), Inner(depth)),
            3 => new If(new Leaf($"{v}.HasValues"), Inner(depth), Inner(depth)),
            _ => _kind == IdKind.Numbers ? Of("extension", $"{v}.Gone = {Boolean()}; {Inner(depth)}") : new If(new Leaf($"!{v}.There"), Inner(depth), []),
        };
    }

    private Construct Iterator(string v, string n, int depth)
    {
        FormattableString iterator = $"System.Collections.Generic.IEnumerable<int> Iterator{n}() {{ yield return 1; {v} = {Any(v)}; yield return 2; }}";

        return _random.Next(4) switch
        {
            0 => Of("iterator", $"{Of("iterator", iterator)} foreach (int x{n} in Iterator{n}()) {{ {When(new Jump("break;"))} }}"),
            1 => Of("iterator", $"{Of("iterator", iterator)} Iterator{n}(); {Inner(depth)}"),
            2 => Of("iterator", $"{Of("iterator", iterator)} int[] all{n} = [.. Iterator{n}()]; {Inner(depth)}"),
            _ => Of("iterator", $"{Of("iterator", iterator)} var iterator{n} = Iterator{n}().GetEnumerator(); {When(Of("iterator", $"iterator{n}.MoveNext();"))} {Inner(depth)} iterator{n}.MoveNext();"),
        };
    }

    private Construct PrimaryConstructor(string v, string n, int depth)
    {
        string type = Type(v);

        switch (_random.Next(3))
        {
            case 0:
                _members.Add($"private sealed class Holder{n}({type} x) {{ public {type} X => x; public void Clear() => x = null; }}");
                return Of("primary constructor", $"var h{n} = new Holder{n}({Any(v)}); {new If(new Leaf($"h{n}.X is not null"), [Of("primary constructor", $"{When(Of("primary constructor", $"h{n}.Clear();"))} {v} = h{n}.X;")], Inner(depth))}");

            case 1:
                return Of("primary constructor", $"own = {Boolean()}; Flip(); {new If(new Leaf("own"), Inner(depth), Inner(depth))} {new If(new Leaf("own"), Inner(depth), [])}");

            default:
                _members.Add($"private readonly record struct Holder{n}({type} X, {type} Y);");
                return Of("primary constructor", $"var h{n} = new Holder{n}({Any(v)}, null); h{n} = h{n} with {{ Y = {Any(v)} }}; {v} = h{n}.{Pick("X", "Y")};");
        }
    }

    private Statement Throwing(string v, string n, int depth)
    {
        string type = Type(v);

        switch (_random.Next(8))
        {
            case 0:
                _members.Add($"private static void Always{n}() => {Throw}");
                return new If(Test(0), Inner(depth), [Of("throwing", $"Always{n}();")]);

            case 1:
                _members.Add($"private static void Sometimes{n}(bool x) {{ if (x) {Throw} }}");
                return Of("throwing", $"Sometimes{n}({Pick(Boolean(), v + " is null", "a && b")}); {Inner(depth)}");

            case 2:
                _members.Add($"private static {type} Check{n}({type} x) {{ if (x is null) {Throw} return x; }}");
                return Of("throwing", $"{v} = Check{n}({Any(v)});");

            case 3:
                _members.Add($"private static void Deep{n}(int k) {{ if (k > 1) Deeper{n}(); }} private static void Deeper{n}() {{ {Throw} }}");
                return Of("throwing", $"try {{ {v} = {Any(v)}; Deep{n}(k); {Inner(depth)} }} catch (System.InvalidOperationException) {{ {Inner(depth)} }}");

            case 4:
                _members.Add($"private static bool Flag{n}() => {Pick("true", "false")};");
                return Of("throwing", $"{new If(new Leaf($"Flag{n}()"), Inner(depth), Inner(depth))} {new If(new Leaf($"Flag{n}()"), Inner(depth), [])}");

            case 5:
                _members.Add($"private static void Classify{n}(bool x, out bool y, out bool z) {{ y = x; z = !x; }}");
                return Of("throwing", $"Classify{n}({Boolean()}, out bool y{n}, out bool z{n}); {new If(new Leaf("y" + n), Inner(depth), [])} {new If(new Leaf("z" + n), Inner(depth), [])}");

            case 6:
                _members.Add($"private static void Unless{n}({type} x, bool y) {{ if (y) {Throw} if (x is null) return; {Throw} }}");
                return Of("throwing", $"try {{ Unless{n}({v}, {Boolean()}); {Inner(depth)} }} catch {{ {Inner(depth)} throw; }}");

            default:
                _members.Add($"private sealed class Loud{n} {{ public override string ToString() => {Throw} }}");
                return Of("throwing", $"try {{ {v} = {Any(v)}; string s{n} = \"\" + new Loud{n}(); {Inner(depth)} }} catch (System.InvalidOperationException) {{ {Inner(depth)} }}");
        }
    }

    private ImmutableArray<Statement> Inner(int depth) => Block(depth + 1, isInLoop: false);

    private Value Any(string v) => Expression(v, 1);

    private If When(Statement statement) => new(Test(1), [statement], []);

    private string Boolean() => Pick("a", "b", "c", "v0", "v1");

    private string Pick(params string[] codes) => codes[_random.Next(codes.Length)];

    private string Type(string v) => _kind switch
    {
        IdKind.Texts => "string?",
        IdKind.Numbers => "long?",
        _ => v[^1] switch
        {
            'f' => "CommunityFileId?",
            'p' => "PluginId?",
            _ => "WidgetId?",
        },
    };

    private static string SameType(string v) => v.Length == 2 ? v[1..] : "q" + v;

    /// <summary>Creates a construct from an interpolated text, whose holes are code or nodes.</summary>
    private Construct Of(string kind, FormattableString text)
    {
        _constructs.Add(kind);
        ImmutableArray<object>.Builder parts = ImmutableArray.CreateBuilder<object>();
        string format = text.Format + "\n";

        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] is '{' && format[i + 1] is not '{')
            {
                int end = format.IndexOf('}', i);
                parts.Add(text.GetArgument(int.Parse(format.AsSpan(i + 1, end - i - 1), NumberStyles.None, CultureInfo.InvariantCulture))!);
                i = end;
                continue;
            }

            // A brace is written twice.
            if (format[i] is '{' or '}')
                i++;

            parts.Add(format[i].ToString());
        }

        return new Construct(kind, parts.ToImmutable());
    }
}
