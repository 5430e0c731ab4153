using System.Collections.Generic;
using System.Linq;
using static Figma.Payments.Generators.Tests.Generation.Table.Declaration;

namespace Figma.Payments.Generators.Tests.Generation.Table;

/// <summary>Rows for the return types and parameters of client methods.</summary>
internal static class MethodRows
{
    private const string Plugin = "PluginId = \"1678669904810665842\"";
    private const string File = "CommunityFileId = \"1678669904810665844\"";
    private const string Widget = "WidgetId = \"1678669904810665843\"";

    public static IEnumerable<Declaration> All =>
    [
        .. Results,
        .. Parameters(Client, Typed),
        .. Parameters(Client, Named),
        .. Parameters(Client, Marked),
        .. Parameters("FPG1004", WithoutRole),
        .. Parameters("FPG1005", Twice),
        .. Parameters("FPG1006", Impossible),
        .. Parameters(Client, ["UserId u", "PluginPaymentToken t", "PluginPaymentToken t, CancellationToken c = default", "string userId", "ulong user_id", "UserId? u"], Plugin),
        .. Parameters(Client, ["PluginPaymentToken t, UserId expectedUser", "PluginPaymentToken t, UserId? expected_user_id = null"], Plugin),
        .. Parameters(Client, ["UserId u", "PluginPaymentToken t", "UserId expectedUser, PluginPaymentToken t"], Widget),
        .. Parameters(Client, ["UserId u", "string user_id, CancellationToken c"], File),
        .. Parameters("FPG1006", ["PluginPaymentToken t", "string pluginPaymentToken", "UserId expectedUser", "PluginPaymentToken t, UserId expectedUser"], File),
        .. Parameters(Client, ["UserId u", "PluginPaymentToken t"], "Manifest = \"manifest.json\""),
        .. Parameters("FPG1006", ["", "CancellationToken c", "UserId u, PluginId p", "UserId u, WidgetId? w = null", "UserId u, ResourceId r", "PluginPaymentToken t, UserId u", "PluginId p", "UserId expectedUser", "UserId u, UserId expectedUser"], Plugin),
    ];

    private static IEnumerable<Declaration> Results =>
    [
        .. new[] { "Task", "ValueTask" }.SelectMany(static wrapper => new[] { "PaymentInformation", "PaymentInformation?", "PaymentsResult", "PaymentsResult?", "PaymentStatus" }
            .Select(result => OfMethod($"{wrapper} of {result}", Client, $"{wrapper}<{result}> CheckAsync(UserId u, PluginId p);"))),
        OfMethod("a task by its full name", Client, "global::System.Threading.Tasks.Task<global::Figma.Payments.PaymentStatus> CheckAsync(global::Figma.Payments.PluginPaymentToken t);"),
        .. new[]
        {
            "void", "bool", "string", "Task", "ValueTask", "Task<bool>", "ValueTask<bool>", "Task<string>", "Task<PaymentStatus?>", "Task<Task<PaymentStatus>>", "PaymentInformation",
            "PaymentStatus", "PaymentsResult", "IAsyncEnumerable<PaymentStatus>", "Task<IEnumerable<PaymentStatus>>", "ref readonly PaymentStatus", "ref Task<PaymentStatus>", "(Task<PaymentStatus>, int)", "dynamic",
        }.Select(static type => OfMethod($"{type} as a return type", "FPG1003", $"{type} CheckAsync(PluginPaymentToken token);")),
    ];

    private static readonly string[] Typed =
    [
        "PluginPaymentToken t", "PluginPaymentToken? t", "in PluginPaymentToken t", "PluginPaymentToken t, CancellationToken c", "CancellationToken c, PluginPaymentToken t",
        "PluginPaymentToken t, UserId expectedUser", "UserId? expectedUserId, PluginPaymentToken? t", "PluginPaymentToken t, UserId? EXPECTED_USER_ID = null, CancellationToken c = default", "in UserId _expected_user, in PluginPaymentToken t",
        "UserId u, PluginId r", "UserId? u, WidgetId? r", "UserId u, CommunityFileId r, CancellationToken c", "UserId u, ResourceId r, CancellationToken c = default", "UserId u, ResourceId? r = null",
        "CancellationToken c, PluginId r, UserId u", "in UserId u, in PluginId r, in CancellationToken c", "in UserId? u, in WidgetId? r", "UserId u, CancellationToken c, PluginId r",
        "UserId u, PluginId? p = null, CancellationToken c = default", "UserId u, PluginId? p, CancellationToken c = default(CancellationToken)", "UserId u, PluginId? p = default", "UserId u, PluginId? p = default(PluginId?)",
        "UserId u, PluginId p, WidgetId? w = null", "UserId u, PluginId? p, WidgetId? w", "UserId u, CommunityFileId? f = null, PluginId? p = null, WidgetId? w = null", "UserId u, ResourceId? r = null, PluginId? p = null",
        "UserId @this, PluginId @class", "UserId async, PluginId await", "UserId ψευδώνυμο, PluginId プラグイン", "UserId endpoint, PluginId options, CancellationToken httpClient", "UserId _endpoint, PluginId IGlyph", "UserId pluginId, PluginId userId",
    ];

    private static readonly string[] Named =
    [
        "string user_id, string plugin_id", "string userId, string pluginId", "string UserID, string PluginID", "string USER_ID, string WIDGET_ID", "string _user_Id_, string __pluginid", "string userid, string widgetid",
        "string userId, string communityFileId", "string user_id, string community_file_id", "long userId, long pluginId", "ulong userId, ulong pluginId", "long? userId, ulong? widget_id", "string? userId, string? pluginId = null",
        "string userId, string? pluginId = null, long? widgetId = null", "string userId, long pluginId = 1678669904810665842", "string userId, ulong pluginId = 1678669904810665842", "string userId, string pluginId = \"1678669904810665842\"",
        "in string userId, in long pluginId", "string pluginPaymentToken", "string plugin_payment_token", "string? pluginPaymentToken", "UserId u, string plugin_id", "string userId, PluginId p", "System.String userId, System.Int64 pluginId",
    ];

    private static readonly string[] Marked =
    [
        "[PaymentsParameter(\"user_id\")] string who, [PaymentsParameter(\"plugin_id\")] string what", "[PaymentsParameter(\"userId\")] long who, [PaymentsParameter(\"WidgetID\")] ulong what",
        "[PaymentsParameter(\"user\" + \"_id\")] string who, [PaymentsParameter(\"community_\" + \"file_id\")] string what", "[PaymentsParameter(name: \"plugin_payment_token\")] string secret",
        "[PaymentsParameter(\"user_id\")] string plugin_id, [PaymentsParameter(\"plugin_id\")] string user_id", "[PaymentsParameter(\"user_id\")] UserId u, [PaymentsParameter(\"plugin_id\")] PluginId p",
        "PluginPaymentToken t, [PaymentsParameter(\"expected_user\")] UserId who", "[PaymentsParameter(\"expectedUserId\")] UserId? userId, string plugin_payment_token", "[PaymentsParameter(\"user_id\")] UserId expectedUser, PluginId p",
        "[Figma.Payments.PaymentsParameterAttribute(\"user_id\")] in string who, [System.ComponentModel.Description(\"which\"), PaymentsParameter(\"plugin_id\")] string? what = null",
    ];

    private static readonly string[] WithoutRole =
    [
        "UserId u, string name", "UserId u, long id", "UserId u, string resourceId", "string token", "UserId u, string pluginIds", "UserId u, int pluginId", "UserId u, double pluginId", "UserId u, object pluginId", "UserId u, Guid? pluginId",
        "UserId u, string[] pluginId", "UserId u, dynamic pluginId", "UserId u, PluginId p, CancellationToken? c", "PersonalAccessToken accessToken", "UserId u, ref PluginId p", "UserId u, out PluginId p", "UserId u, ref readonly PluginId p",
        "UserId u, params string[] p", "UserId u, [PaymentsParameter(\"nothing\")] string pluginId", "UserId u, [PaymentsParameter(\"\")] string pluginId", "UserId u, [PaymentsParameter(null!)] string pluginId",
        "PluginPaymentToken t, string expectedUser", "PluginPaymentToken t, ulong expected_user_id", "PluginPaymentToken t, [PaymentsParameter(\"expected_user\")] string who", "PluginPaymentToken t, [PaymentsParameter(\"expected_user\")] WidgetId who",
        "UserId u, [PaymentsParameter(\"widget_id\")] PluginId p", "[PaymentsParameter(\"plugin_payment_token\")] long secret", "ulong pluginPaymentToken", "UserId u, PluginId p, bool force", "UserId u, (PluginId, WidgetId) both", "UserId u, nint pluginId", "UserId u, decimal pluginId",
    ];

    private static readonly string[] Twice =
    [
        "UserId buyer, UserId seller, PluginId p", "UserId u, PluginId first, PluginId second", "UserId u, PluginId p, string pluginId", "PluginPaymentToken t, string pluginPaymentToken", "UserId u, PluginId p, CancellationToken a, CancellationToken b",
        "UserId u, PluginId p, PluginId? q = null", "UserId u, ResourceId a, ResourceId b", "[PaymentsParameter(\"plugin_id\")] string userId, long plugin_id, UserId u",
        "PluginPaymentToken t, UserId expectedUser, UserId expectedUserId", "PluginPaymentToken t, [PaymentsParameter(\"expected_user\")] UserId? first, UserId expected_user",
    ];

    private static readonly string[] Impossible =
    [
        "", "CancellationToken c", "PluginPaymentToken t, UserId u", "PluginPaymentToken t, PluginId p", "PluginPaymentToken? t, UserId? u = null, PluginId? p = null", "PluginPaymentToken? t = null", "PluginPaymentToken t = default",
        "UserId? u = null, PluginId? p = null", "UserId u = default, PluginId? p = null", "PluginId p", "ResourceId? r", "UserId u", "UserId u, PluginId p, WidgetId w", "UserId u, ResourceId r, PluginId p", "string user_id, string plugin_id, long widget_id",
        "UserId u, CommunityFileId f, PluginId? p, WidgetId w", "UserId u, PluginId p = default", "UserId u, ResourceId r = default(ResourceId)", "UserId u, PluginId p = default, WidgetId w = default", "UserId u, PluginId? p = null, WidgetId w = default",
        "UserId expectedUser", "UserId expectedUser, PluginId p", "UserId u, UserId? expectedUser, PluginId p", "PluginPaymentToken t, UserId expectedUser = default", "PluginPaymentToken t, UserId u, UserId expectedUser", "[PaymentsParameter(\"expected_user\")] UserId u, ResourceId r",
    ];

    private static IEnumerable<Declaration> Parameters(string yields, string[] all, string arguments = "") => all.Select(parameters => OfParameters(yields, parameters, arguments));
}
