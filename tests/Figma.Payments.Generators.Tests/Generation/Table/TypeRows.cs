using System.Collections.Generic;
using System.Linq;
using static Figma.Payments.Generators.Tests.Generation.Table.Declaration;

namespace Figma.Payments.Generators.Tests.Generation.Table;

/// <summary>Rows for interfaces: their containing types, members, base interfaces, pins and names.</summary>
internal static class TypeRows
{
    private const string Check = "Task<PaymentStatus> CheckAsync(PluginPaymentToken token);";

    public static IEnumerable<Declaration> All =>
    [
        .. DefaultMethods,
        .. Around,
        .. Members,
        .. Inherited,
        .. Pinned,
        .. Named,
        .. Obsolete,
    ];

    private static IEnumerable<Declaration> DefaultMethods =>
    [
        new("an empty interface", Client, "[PaymentsClient] public partial interface IGlyph;"),
        new("an empty interface with braces", Client, "[PaymentsClient] public partial interface IGlyph { }"),
        new("an empty pinned interface", Client, "[PaymentsClient(PluginId = \"1678669904810665842\")] public partial interface IGlyph;"),
        new("an empty interface pinned to a widget", Client, "[PaymentsClient(WidgetId = \"1678669904810665843\")] internal partial interface IGlyph;"),
        new("an empty interface pinned to a file", Client, "[PaymentsClient(CommunityFileId = \"1678669904810665844\")] public partial interface IGlyph;"),
        new("an empty interface pinned by the manifest", Client, "[PaymentsClient(Manifest = \"manifest.json\")] public partial interface IGlyph;"),
        new("an attribute by its full name", Client, "[global::Figma.Payments.PaymentsClientAttribute()] public partial interface IGlyph;"),
        new("an attribute among others", Client, "[System.ComponentModel.Description(\"Checks payments.\"), PaymentsClient, System.Diagnostics.CodeAnalysis.SuppressMessage(\"a\", \"b\")] public partial interface IGlyph;"),
        new("an attribute on the second part", Client, "public partial interface IGlyph { " + Check + " } [PaymentsClient] partial interface IGlyph { }"),
        new("implemented members only", Client, "[PaymentsClient] public partial interface IGlyph { int Count => 1; }"),
        new("the library's methods", Client, "[PaymentsClient] public partial interface IGlyph : IPaymentsClient;"),
        new("the library's methods of a pinned client", Client, "[PaymentsClient(WidgetId = \"1678669904810665843\")] public partial interface IGlyph : IPinnedPaymentsClient;"),
        new("the library's methods of a client pinned by the manifest", Client, "[PaymentsClient(Manifest = \"manifest.json\")] public partial interface IGlyph : IPinnedPaymentsClient;"),
        new("the library's methods of a pinned client without a pin", "FPG1006", "[PaymentsClient] public partial interface IGlyph : IPinnedPaymentsClient;"),
        new("the library's methods of a pinned client for a file", "FPG1006", "[PaymentsClient(CommunityFileId = \"1678669904810665844\")] public partial interface IGlyph : IPinnedPaymentsClient;"),
        new("two of them", Client, "[PaymentsClient] public partial interface IGlyph; [PaymentsClient] public partial interface IDice { " + Check + " }"),
    ];

    private static IEnumerable<Declaration> Around =>
    [
        .. new[] { "public", "internal", "" }.Select(static word => new Declaration($"accessibility '{word}'", Client, $$"""[PaymentsClient] {{word}} partial interface IGlyph { {{Check}} }""")),
        .. new[] { "public", "internal", "private", "protected", "protected internal", "private protected", "" }
            .Select(static word => new Declaration($"nested, accessibility '{word}'", Client, $$"""public partial class Outer { [PaymentsClient] {{word}} partial interface IGlyph { {{Check}} } }""")),
        .. new[] { "partial class", "partial struct", "partial record", "partial record class", "partial record struct", "partial interface", "static partial class", "abstract partial class", "sealed partial class", "readonly partial struct", "ref partial struct" }
            .Select(static kind => new Declaration($"in a {kind}", Client, $$"""public {{kind}} Outer { [PaymentsClient] public partial interface IGlyph { {{Check}} } }""")),
        new("two types deep", Client, "public partial class Outer { internal partial struct Inner { [PaymentsClient] public partial interface IGlyph { " + Check + " } } }"),
        new("one name in two types", Client, "public partial class One { [PaymentsClient] public partial interface IGlyph; } public partial class Two { [PaymentsClient] public partial interface IGlyph; }"),
        new("one name in two namespaces", Client, "[PaymentsClient] public partial interface IGlyph;\n} namespace Deeper.Row { using Figma.Payments; [PaymentsClient] public partial interface IGlyph;"),
        new("not partial", "FPG1001", "[PaymentsClient] public interface IGlyph { }"),
        new("a type around that is not partial", "FPG1001", "public class Outer { [PaymentsClient] public partial interface IGlyph { } }"),
        new("two types around that are not partial", "FPG1001 FPG1001", "public class Outer { public struct Inner { [PaymentsClient] public partial interface IGlyph { } } }"),
        new("generic", "FPG1002", "[PaymentsClient] public partial interface IGlyph<T> { }"),
        new("in a generic type", "FPG1002", "public partial class Outer<T> { [PaymentsClient] public partial interface IGlyph { } }"),
        new("file-local", "FPG1002", "[PaymentsClient] file partial interface IGlyph { }"),
        new("in a file-local type", "FPG1002", "file partial class Outer { [PaymentsClient] public partial interface IGlyph { } }"),
    ];

    private static IEnumerable<Declaration> Members =>
    [
        .. new[]
        {
            "static Task<PaymentInformation> CheckAsync<T>(T any) => throw new NotSupportedException();", "static virtual Task<bool> CheckAsync(int any) => throw new NotSupportedException();", "static int Count { get; set; }", "const int Limit = 300;",
            "bool Paid => true;", "bool IsPaid(int any) => true;", "private void Help() { }", "event EventHandler Paid { add { } remove { } }", "class Nested { }", "interface INested { int Value { get; } }", "enum Kind { One }", "delegate void Handler();",
            "static IEnumerable<int> operator +(IGlyph left, int right) => [right];", "sealed int Half() => 1;", "Task<PaymentStatus> GetAsync(UserId user, PluginId plugin);", "Task<PaymentStatus> Create(PluginPaymentToken token);", "Task<PaymentStatus> GlyphClient(PluginPaymentToken token);",
            "Task<PaymentStatus> _endpoint(PluginPaymentToken token);", "Task<PaymentStatus> ToString(PluginPaymentToken token);", "Task<PaymentStatus> GetHashCode(UserId user, PluginId plugin);", "Task<PaymentStatus> @return(PluginPaymentToken token);",
        }.Select(static member => OfMember(Client, member)),
        .. new[] { "bool Paid { get; }", "string Name { set; }", "bool Paid { get => true; } string Other { get; set; }", "int this[int index] { get; }", "event EventHandler Paid;", "static abstract Task<PaymentInformation> CheckAsync(PluginPaymentToken token);", "static abstract int Count { get; }", "Task<PaymentInformation> CheckAsync<T>(PluginPaymentToken token);" }
            .Select(static member => OfMember("FPG1002", member)),
    ];

    private static IEnumerable<Declaration> Inherited =>
    [
        new("an inherited method", Client, "public interface IBase { " + Check + " } [PaymentsClient] public partial interface IGlyph : IBase;"),
        new("a method inherited twice", Client, "public interface IBase { " + Check + " } public interface ILeft : IBase; public interface IRight : IBase; [PaymentsClient] public partial interface IGlyph : ILeft, IRight;"),
        new("inherited methods that differ in their result", Client, "public interface ILeft { " + Check + " } public interface IRight { Task<PaymentsResult> CheckAsync(PluginPaymentToken token); } [PaymentsClient] public partial interface IGlyph : ILeft, IRight { new ValueTask<PaymentInformation> CheckAsync(PluginPaymentToken token); }"),
        new("inherited methods that differ in their roles", Client, "public interface ILeft { Task<PaymentStatus> CheckAsync(string userId, string pluginId); } public interface IRight { Task<PaymentStatus> CheckAsync(string widgetId, string userId); } [PaymentsClient] public partial interface IGlyph : ILeft, IRight;"),
        new("inherited methods that are the same", Client, "public interface ILeft { " + Check + " } public interface IRight { Task<PaymentStatus> CheckAsync(PluginPaymentToken other); } [PaymentsClient] public partial interface IGlyph : ILeft, IRight;"),
        new("an explicit re-declaration", Client, "public interface IBase { Task<PaymentStatus> CheckAsync(PluginPaymentToken token) => throw new NotSupportedException(); } [PaymentsClient] public partial interface IGlyph : IBase { abstract Task<PaymentStatus> IBase.CheckAsync(PluginPaymentToken token); }"),
        new("a base's method that gets a body", Client, "public interface IBase { Task<bool> IsPaidAsync(string name); } [PaymentsClient] public partial interface IGlyph : IBase { " + Check + " Task<bool> IBase.IsPaidAsync(string name) => Task.FromResult(false); }"),
        new("a disposable base that is implemented", Client, "[PaymentsClient] public partial interface IGlyph : IDisposable { " + Check + " void IDisposable.Dispose() { } }"),
        new("a client that inherits a client", Client, "[PaymentsClient] public partial interface IBase { " + Check + " } [PaymentsClient] public partial interface IGlyph : IBase { Task<PaymentStatus> CheckAsync(UserId u, PluginId p); }"),
        new("a client that inherits default methods", Client, "[PaymentsClient] public partial interface IBase; [PaymentsClient] public partial interface IGlyph : IBase { Task<PaymentStatus> CheckAsync(UserId u, WidgetId w); }"),
        new("an empty client that inherits default methods", Client, "[PaymentsClient] public partial interface IBase; [PaymentsClient] public partial interface IGlyph : IBase;"),
        new("a generic base", Client, "public interface IBase<T> { Task<T> CheckAsync(PluginPaymentToken token); } [PaymentsClient] public partial interface IGlyph : IBase<PaymentStatus>;"),
        new("a generic base of a parameter", Client, "public interface IBase<TUser, TResource> { Task<PaymentStatus> CheckAsync(TUser user, TResource resource); } [PaymentsClient] public partial interface IGlyph : IBase<UserId, PluginId>;"),
        new("a generic base with an unsupported result", "FPG1003", "public interface IBase<T> { Task<T> CheckAsync(PluginPaymentToken token); } [PaymentsClient] public partial interface IGlyph : IBase<bool>;"),
        new("a disposable base", "FPG1002", "[PaymentsClient] public partial interface IGlyph : IDisposable { " + Check + " }"),
        new("a pinned client that inherits an unpinned method", "FPG1006", "public interface IBase { Task<PaymentStatus> CheckAsync(UserId u, PluginId p); } [PaymentsClient(PluginId = \"1\")] public partial interface IGlyph : IBase;"),
        new("a client that inherits another pin", "FPG1007", "[PaymentsClient(PluginId = \"1\")] public partial interface IBase; [PaymentsClient(PluginId = \"2\")] public partial interface IGlyph : IBase;"),
    ];

    private static IEnumerable<Declaration> Pinned =>
    [
        new("a pin by a constant", Client, "public static class Ids { public const string Glyph = \"16786699048106658\" + \"42\"; } [PaymentsClient(PluginId = Ids.Glyph)] public partial interface IGlyph { Task<PaymentStatus> CheckAsync(UserId u); }"),
        new("a pin to null", Client, "[PaymentsClient(PluginId = null)] public partial interface IGlyph { Task<PaymentStatus> CheckAsync(UserId u, PluginId p); }"),
        new("two pins", "FPG1007", "[PaymentsClient(PluginId = \"1\", WidgetId = \"2\")] public partial interface IGlyph;"),
        new("three pins", "FPG1007", "[PaymentsClient(PluginId = \"1\", WidgetId = \"2\", CommunityFileId = \"3\")] public partial interface IGlyph;"),
        new("a pin beside the manifest", "FPG1007", "[PaymentsClient(PluginId = \"1\", Manifest = \"manifest.json\")] public partial interface IGlyph;"),
        .. new[] { "", " ", "1 2", "https://www.figma.com/community/plugin/1" }.Select(static id => new Declaration($"a pin to '{id}'", "FPG1007", $"[PaymentsClient(PluginId = \"{id}\")] public partial interface IGlyph;")),
        new("a manifest that is not there", "FPG1008", "[PaymentsClient(Manifest = \"elsewhere/manifest.json\")] public partial interface IGlyph;"),
        new("a manifest without a name", "FPG1008", "[PaymentsClient(Manifest = \"\")] public partial interface IGlyph;"),
    ];

    private static IEnumerable<Declaration> Named =>
    [
        .. new[] { "IGlyph", "Glyph", "I", "IItem", "Item", "IClient", "IGlyphClient", "iGlyph", "_Glyph", "IΩplata", "@interface", "await", "IGlyph_2" }
            .Select(static name => new Declaration($"the name {name}", Client, $$"""[PaymentsClient] public partial interface {{name}} { {{Check}} }""")),
        new("an own part of the client", Client, "internal sealed partial class GlyphClient { internal Task<PaymentStatus> AgainAsync(PluginPaymentToken token) => CheckAsync(token); } [PaymentsClient] public partial interface IGlyph { " + Check + " }"),
        new("an own part without modifiers", Client, "partial class GlyphClient : IDisposable { public void Dispose() { } } [PaymentsClient] public partial interface IGlyph { " + Check + " }"),
        new("names that differ in case", Client, "[PaymentsClient] public partial interface IGlyph; [PaymentsClient] public partial interface IGLYPH;"),
        new("types with names that generated code uses", Client, "public class Task { } public class HttpClient { } public class PaymentsEndpoint { } public class String { } [PaymentsClient] public partial interface IGlyph { System.Threading.Tasks.Task<PaymentStatus> CheckAsync(PluginPaymentToken token); }"),
        new("a client's own name", "FPG1009", "[PaymentsClient] public partial interface GlyphClient;"),
        new("a client's name that is taken", "FPG1009", "public class GlyphClient; [PaymentsClient] public partial interface IGlyph;"),
        new("a client's name that an enum has", "FPG1009", "public enum GlyphClient { One } [PaymentsClient] public partial interface IGlyph;"),
        new("a client's name that a static class has", "FPG1009", "public static partial class GlyphClient; [PaymentsClient] public partial interface IGlyph;"),
        new("a client's name that a record has", "FPG1009", "public partial record GlyphClient; [PaymentsClient] public partial interface IGlyph;"),
        new("a client's name that a field has", "FPG1009", "public partial class Outer { internal int GlyphClient; [PaymentsClient] public partial interface IGlyph; }"),
        new("a client's name of the type around", "FPG1009", "public partial class GlyphClient { [PaymentsClient] public partial interface IGlyph; }"),
        new("two clients of one name", "FPG1009 FPG1009", "[PaymentsClient] public partial interface IGlyph; [PaymentsClient] public partial interface Glyph;"),
        new("an own part with a primary constructor", "FPG1009", "public sealed partial class GlyphClient(int count) { public int Count => count; } [PaymentsClient] public partial interface IGlyph;"),
        .. new[]
        {
            "private int _endpoint;", "public int _endpoint() => 1;", "public static GlyphClient Create(PaymentsClientOptions options) => null!;", "public const int Create = 1;", "private sealed class Create<T>;",
            "public GlyphClient(System.Net.Http.HttpClient http, PaymentsClientOptions options) { }", "private GlyphClient(PaymentsEndpoint endpoint) { }", "public Task<PaymentStatus> CheckAsync(PluginPaymentToken token) => null!;",
        }.Select(static member => new Declaration($"an own part with {member}", "FPG1009", $$"""public sealed partial class GlyphClient { {{member}} } [PaymentsClient] public partial interface IGlyph { {{Check}} }""")),
        .. new[]
        {
            "internal static GlyphClient Create(string token) => Create(new PaymentsClientOptions { AccessToken = new PersonalAccessToken(token) });", "internal Task<PaymentStatus> CheckAsync(string token) => CheckAsync(new PluginPaymentToken(token));",
            "static GlyphClient() { }", "internal int Checked;", "internal GlyphClient(System.Net.Http.HttpClient http) : this(http, new PaymentsClientOptions()) { }",
        }.Select(static member => new Declaration($"an own part with {member}", Client, $$"""public sealed partial class GlyphClient { {{member}} } [PaymentsClient] public partial interface IGlyph { {{Check}} }""")),
        .. new[]
        {
            "public Task<PaymentStatus> GetPaymentsAsync(PluginPaymentToken token, System.Threading.CancellationToken cancellationToken) => null!;", "public Task? GetPaymentsAsync;",
            "internal void GetPaymentsAsync(UserId user, CommunityFileId? file, PluginId? plugin, WidgetId? widget, System.Threading.CancellationToken cancellationToken) { }",
        }.Select(static member => new Declaration($"an own part of an empty interface with {member}", "FPG1009", $$"""public sealed partial class GlyphClient { {{member}} } [PaymentsClient] public partial interface IGlyph;""")),
        .. new[]
        {
            "internal Task<PaymentInformation> GetPaymentsAsync(string token) => GetPaymentsAsync(new PluginPaymentToken(token));", "internal void GetPaymentsAsync(PluginPaymentToken? token, System.Threading.CancellationToken cancellationToken) { }",
            "internal void GetPaymentsAsync<T>(PluginPaymentToken token, System.Threading.CancellationToken cancellationToken) { }", "internal void GetPaymentsAsync(ref PluginPaymentToken token, System.Threading.CancellationToken cancellationToken) { }",
        }.Select(static member => new Declaration($"an own part of an empty interface with {member}", Client, $$"""public sealed partial class GlyphClient { {{member}} } [PaymentsClient] public partial interface IGlyph;""")),
        new("a registration of one name", "FPG1009 FPG1009", "public partial class Outer { [PaymentsClient] public partial interface IGlyph; } [PaymentsClient] public partial interface IOuterGlyph;"),
    ];

    private static IEnumerable<Declaration> Obsolete =>
    [
        .. new[] { "Obsolete", "Obsolete(\"Use another method.\")", "Obsolete(\"Use another method.\", true)", "Obsolete(null, false)", "Obsolete(\"Use another method.\", DiagnosticId = \"SHOP1\", UrlFormat = \"https://shop.example/{0}\")" }.SelectMany(static attribute => new[]
        {
            new Declaration($"[{attribute}] on the interface", Client, $$"""[{{attribute}}] [PaymentsClient] public partial interface IGlyph { {{Check}} }"""),
            new Declaration($"[{attribute}] on a method", Client, $$"""[PaymentsClient] public partial interface IGlyph { [{{attribute}}] {{Check}} }"""),
            new Declaration($"[{attribute}] on an empty interface", Client, $$"""[{{attribute}}] [PaymentsClient] public partial interface IGlyph;"""),
        }),
        new("an obsolete type around", Client, "[Obsolete(\"Use another method.\", true)] public partial class Outer { [PaymentsClient] public partial interface IGlyph { " + Check + " } }"),
        new("an obsolete base", Client, "[Obsolete(\"Use another method.\", true)] public interface IBase { " + Check + " } [Obsolete] [PaymentsClient] public partial interface IGlyph : IBase;"),
        new("an obsolete method of a base", Client, "public interface ILeft { [Obsolete(\"Use another method.\", true)] " + Check + " } public interface IRight { [Obsolete] Task<PaymentsResult> CheckAsync(PluginPaymentToken token); } [PaymentsClient] public partial interface IGlyph : ILeft, IRight;"),
        new("an experimental interface", Client, "[System.Diagnostics.CodeAnalysis.Experimental(\"SHOP2\")] [PaymentsClient] public partial interface IGlyph { " + Check + " }"),
    ];
}
