using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using Figma.Payments.Generators.Tests.Rules;

namespace Figma.Payments.Generators.Tests.Oracle;

/// <summary>The style in which a method is written. Styles don't change the behavior.</summary>
/// <param name="IsTraced">A value that indicates whether decisions are traced, for running.</param>
/// <param name="IsReordered">A value that indicates whether the arguments are reversed.</param>
/// <param name="IsWrapped">A value that indicates whether values and conditions are in parentheses and casts.</param>
/// <param name="IsSuppressed">A value that indicates whether the operator <c>!</c> is applied to the arguments.</param>
/// <param name="IsNegated">A value that indicates whether conditions are negated and branches swapped.</param>
/// <param name="IsExtracted">A value that indicates whether the arguments are assigned to locals first.</param>
internal sealed record Style(bool IsTraced = false, bool IsReordered = false, bool IsWrapped = false, bool IsSuppressed = false, bool IsNegated = false, bool IsExtracted = false);

/// <summary>Writes a random method as C#.</summary>
internal sealed class MethodText
{
    /// <summary>The types that the methods use.</summary>
    public const string Shared = """
        #nullable enable
        using System.Threading.Tasks;
        using Figma.Payments;

        [PaymentsClient]
        public partial interface IIds
        {
            Task<PaymentsResult> RequestAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        [PaymentsClient]
        public partial interface ITexts
        {
            Task<PaymentsResult> RequestAsync(UserId userId, string? communityFileId = null, string? pluginId = null, string? widgetId = null);
        }

        [PaymentsClient]
        public partial interface INumbers
        {
            Task<PaymentsResult> RequestAsync(UserId userId, long? communityFileId = null, long? pluginId = null, long? widgetId = null);
        }

        public static class Wrapper
        {
            [ExactlyOneResource]
            public static void Request(INumbers ids, long? communityFileId = null, long? pluginId = null, long? widgetId = null) =>
                ids.RequestAsync(G.User, communityFileId, pluginId, widgetId);

            [ExactlyOneResource]
            public static void Request(IIds ids, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null) =>
                ids.RequestAsync(G.User, communityFileId, pluginId, widgetId);

            [ExactlyOneResource]
            public static void Request(ITexts ids, string? communityFileId = null, string? pluginId = null, string? widgetId = null) =>
                ids.RequestAsync(G.User, communityFileId, pluginId, widgetId);
        }

        public static class G
        {
            public static readonly UserId User = new("1");
            public static readonly PluginId P = new("1");
            public static readonly WidgetId W = new("1");
            public static readonly CommunityFileId F = new("1");

            public static double D(int k) => k == 3 ? double.NaN : k;
            public static double? N(int k) => k == 1 ? null : D(k);
        }

        public enum Color { Red, Green, Blue }

        public enum Shade : byte { Light, Dark }

        public sealed class Point(int x, bool y)
        {
            public int X => x;
            public bool Y => y;
            public void Deconstruct(out int a, out bool b) => (a, b) = x == 3 ? throw new System.InvalidOperationException() : (x, y);
        }

        #pragma warning disable CS0660, CS0661
        public readonly struct Op(int n)
        {
            public readonly int N = n;
            public static bool operator ==(Op x, Op y) => x.N > 1;
            public static bool operator !=(Op x, Op y) => y.N > 1;
            public static bool operator <(Op x, Op y) => y.N == 1;
            public static bool operator >(Op x, Op y) => x.N == 1;
            public static bool operator true(Op x) => x.N > 0;
            public static bool operator false(Op x) => x.N == 2;
            public static bool operator !(Op x) => x.N == 0;
            public static Op operator &(Op x, Op y) => new(x.N - y.N);
            public static Op operator |(Op x, Op y) => new(x.N + y.N);
            public static Op operator +(Op x, Op y) => new(x.N - y.N);
            public static Op operator ++(Op x) => new(x.N + 2);
        }

        public static class Extensions
        {
            public static bool IsThere<TX>(this TX x) => x is null;
            public static void Wipe(this ref long? x) => x = null;
            public static void Wipe(this ref PluginId? x) => x = null;
            public static void Wipe(this ref WidgetId? x) => x = null;
            public static void Wipe(this ref CommunityFileId? x) => x = null;
        }


        public static class T
        {
            public static ulong Trace;

            public static bool Note(int site, bool outcome)
            {
                Trace = (Trace * 1099511628211ul) ^ (ulong)((site * 2) + (outcome ? 1 : 0) + 1);
                return outcome;
            }
        }

        """;

    /// <summary>The extension members of C# 14, for compilers that know them.</summary>
    public const string ExtensionMembers = """
        #nullable enable

        public static class MoreExtensions
        {
            extension<TX>(TX x)
            {
                public bool There => x is not null;
                public bool HasValues => x is null;
            }

            extension(ref long? x)
            {
                public bool Gone { get => x is null; set => x = value ? null : 1; }
            }
        }
        """;

    private readonly StringBuilder _text = new();
    private readonly Style _style;
    private readonly RandomMethod _method;
    private int _sites;
    private int _names;

    private MethodText(RandomMethod method, Style style) => (_method, _style) = (method, style);

    public static string Write(RandomMethod method, Style style)
    {
        MethodText writer = new(method, style);
        writer.Write();
        return writer._text.ToString();
    }

    private void Write()
    {
        (string client, string f, string p, string w) = _method.Kind switch
        {
            IdKind.Texts => ("ITexts", "string?", "string?", "string?"),
            IdKind.Numbers => ("INumbers", "long?", "long?", "long?"),
            _ => ("IIds", "CommunityFileId?", "PluginId?", "WidgetId?"),
        };

        string parameters = $"{client} ids, bool a, bool b, bool c, int k, {f} f, {p} p, {w} w";

        if (_method.IsRich)
        {
            string end = _method.IsAsync ? ".GetAwaiter().GetResult()" : "";
            _text.Append(CultureInfo.InvariantCulture, $"public sealed partial class M{_method.Seed}(bool own)\n{{\npublic static void Run({parameters}) => new M{_method.Seed}(false).Body(ids, a, b, c, k, f, p, w){end};\n");
            _text.Append("private void Flip() => own = !own;\n").AppendJoin('\n', _method.Members);
            _text.Append(CultureInfo.InvariantCulture, $"\npublic {(_method.IsAsync ? "async Task" : "void")} Body({parameters})\n{{\n");
        }
        else
        {
            _text.Append(CultureInfo.InvariantCulture, $"public static class M{_method.Seed}\n{{\npublic static void Run({parameters})\n{{\n");
        }

        _text.Append(CultureInfo.InvariantCulture, $"{f} qf = null; {p} qp = null; {w} qw = null; bool v0 = false; bool v1 = a;\n");
        Write(_method.Body);
        string[] types = [f, p, w];
        string[] arguments = [.. _method.Arguments.Select(argument => $"{argument.Parameter}: {Argument(argument.Value, types[MethodGenerator.Parameters.IndexOf(argument.Parameter)])}")];

        if (_style.IsReordered)
            arguments = [.. arguments.Reverse()];

        string list = string.Join("", arguments.Select(static argument => ", " + argument));
        _text.Append(_method.IsWrapped ? $"Wrapper.Request(ids{list});\n" : $"ids.RequestAsync(G.User{list});\n").Append("}\n}\n");
    }

    private string Argument(Value value, string type)
    {
        string code = Code(value);

        if (_style.IsExtracted)
        {
            string name = "e" + _names++.ToString(CultureInfo.InvariantCulture);
            _text.Append(CultureInfo.InvariantCulture, $"{type} {name} = {code};\n");
            code = name;
        }

        if (_style.IsWrapped)
            code = code == "null" ? $"({type})null" : $"({type})({code})";

        // '(p)!' is parsed as a cast.
        return !_style.IsSuppressed ? code : value is Plain ? code + "!" : $"({code})!";
    }

    private void Write(ImmutableArray<Statement> statements)
    {
        foreach (Statement statement in statements)
            Write(statement);
    }

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case Assign assign:
                _text.Append(CultureInfo.InvariantCulture, $"{assign.Target} {assign.Operator} {Code(assign.Value)};\n");
                break;

            case AssignBoolean assign:
                _text.Append(CultureInfo.InvariantCulture, $"{assign.Target} = {Code(assign.Value, isDecision: false)};\n");
                break;

            case Swap swap:
                _text.Append(CultureInfo.InvariantCulture, $"({swap.First}, {swap.Second}) = ({Code(swap.ForFirst)}, {Code(swap.ForSecond)});\n");
                break;

            case If choice:
                bool isNegated = _style.IsNegated;
                _text.Append(CultureInfo.InvariantCulture, $"if ({(isNegated ? "!(" : "")}{Code(choice.Condition)}{(isNegated ? ")" : "")})\n{{\n");
                Write(isNegated ? choice.Else : choice.Then);
                _text.Append("}\nelse\n{\n");
                Write(isNegated ? choice.Then : choice.Else);
                _text.Append("}\n");
                break;

            case Switch choice:
                WriteSwitch(choice);
                break;

            case Loop loop:
                string index = "index" + _names++.ToString(CultureInfo.InvariantCulture);

                _text.Append(loop.IsWhile
                    ? $"int {index} = 0;\nwhile ({index}++ < {loop.Bound})\n{{\n"
                    : $"for (int {index} = 0; {index} < {loop.Bound}; {index}++)\n{{\n");

                Write(loop.Body);
                _text.Append("}\n");
                break;

            case Guarded guarded:
                _text.Append("try\n{\n");
                Write(guarded.Body);

                if (guarded.Caught is { } caught)
                {
                    _text.Append("}\ncatch (System.InvalidOperationException)\n{\n");
                    Note();
                    Write(caught);
                }

                if (guarded.Caught is null || !guarded.Finally.IsEmpty)
                    _text.Append("}\nfinally\n{\n");

                Write(guarded.Finally);
                _text.Append("}\n");
                break;

            case Construct construct:
                WriteParts(construct);
                break;

            case Jump jump:
                _text.Append("if (true) ").Append(jump.Code).Append('\n');
                break;
        }
    }

    private void WriteParts(Construct construct)
    {
        foreach (object part in construct.Parts)
        {
            switch (part)
            {
                case Condition condition:
                    _text.Append(Code(condition));
                    break;

                case Value value:
                    _text.Append(Code(value));
                    break;

                case Statement statement:
                    _text.Append('\n');
                    Write(statement);
                    break;

                case ImmutableArray<Statement> block:
                    _text.Append('\n');
                    Write(block);
                    break;

                default:
                    _text.Append(part);
                    break;
            }
        }
    }

    private void WriteSwitch(Switch choice)
    {
        _text.Append("switch (k)\n{\n");

        foreach ((int constant, ImmutableArray<Statement> body) in choice.Cases)
        {
            _text.Append(CultureInfo.InvariantCulture, $"case {constant}:\n");
            Note();
            Write(body);
            _text.Append("break;\n");
        }

        if (choice.Default is { } otherwise)
        {
            _text.Append("default:\n");
            Note();
            Write(otherwise);
            _text.Append("break;\n");
        }

        _text.Append("}\n");
    }

    private void Note()
    {
        if (_style.IsTraced)
            _text.Append(CultureInfo.InvariantCulture, $"T.Note({_sites++}, true);\n");
    }

    private string Code(Value value)
    {
        string code = value switch
        {
            Plain plain => plain.Code,
            Choice choice => _style.IsNegated
                ? $"(!({Code(choice.Condition)}) ? {Code(choice.Else)} : {Code(choice.Then)})"
                : $"({Code(choice.Condition)} ? {Code(choice.Then)} : {Code(choice.Else)})",
            Fallback fallback => $"({fallback.Variable} ?? {Code(fallback.Else)})",
            Arms arms => "(k switch { " + string.Join(", ", arms.Cases.Select(arm => $"{arm.Constant} => {Traced(Code(arm.Value))}")) + $", _ => {Traced(Code(arms.Default))} }})",
            _ => "",
        };

        return _style.IsWrapped && value is Plain and not { Code: "null" } ? $"({code})" : code;
    }

    private string Traced(string code) =>
        _style.IsTraced ? $"T.Note({(_sites++).ToString(CultureInfo.InvariantCulture)}, true) ? {code} : {code}" : code;

    /// <param name="condition">The condition.</param>
    /// <param name="isDecision">true if the code branches on the condition; false if it only stores the value.</param>
    private string Code(Condition condition, bool isDecision = true) => condition switch
    {
        Leaf leaf when _style.IsTraced && isDecision => $"T.Note({(_sites++).ToString(CultureInfo.InvariantCulture)}, {leaf.Code})",
        Leaf leaf => _style.IsWrapped ? $"({leaf.Code})" : leaf.Code,
        Not not => $"!({Code(not.Inner, isDecision)})",
        Both both => $"({Code(both.Left, isDecision: true)} {(both.IsAnd ? "&&" : "||")} {Code(both.Right, isDecision)})",
        _ => "",
    };
}
