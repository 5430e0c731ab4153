using System.Collections.Immutable;
using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Parsing;

/// <summary>The methods that the generator adds to an interface that declares none.</summary>
internal static class DefaultMethods
{
    private const string MethodName = "GetPaymentsAsync";

    private static readonly ParameterModel Token = Required("token", ParameterType.PluginPaymentToken, PaymentsRole.PluginPaymentToken);
    private static readonly ParameterModel User = Required("userId", ParameterType.UserId, PaymentsRole.UserId);

    private static readonly ParameterModel Cancellation =
        new("cancellationToken", ParameterType.CancellationToken, IsNullable: false, PaymentsRole.CancellationToken, IsIn: false, "default");

    private static readonly ImmutableArray<MethodModel> PinnedToFile = ImmutableArray.Create(Method(User));

    private static readonly ImmutableArray<MethodModel> Pinned = PinnedToFile.Insert(0, Method(Token));

    private static readonly ImmutableArray<MethodModel> NotPinned = ImmutableArray.Create(
        Method(Token),
        Method(User, Required("pluginId", ParameterType.PluginId, PaymentsRole.PluginId)),
        Method(User, Required("widgetId", ParameterType.WidgetId, PaymentsRole.WidgetId)),
        Method(User, Required("communityFileId", ParameterType.CommunityFileId, PaymentsRole.CommunityFileId)),
        Method(User, Required("resourceId", ParameterType.ResourceId, PaymentsRole.ResourceId)),
        Method(
            User,
            Optional("communityFileId", ParameterType.CommunityFileId, PaymentsRole.CommunityFileId),
            Optional("pluginId", ParameterType.PluginId, PaymentsRole.PluginId),
            Optional("widgetId", ParameterType.WidgetId, PaymentsRole.WidgetId)));

    public static ImmutableArray<MethodModel> Get(Pin pin) => pin.IsFile ? PinnedToFile : pin.IsSet ? Pinned : NotPinned;

    private static MethodModel Method(params ParameterModel[] parameters) => new(
        MethodName,
        ReturnWrapper.Task,
        ResultKind.Information,
        new EquatableArray<ParameterModel>(ImmutableArray.Create(parameters).Add(Cancellation)),
        Attributes: default,
        IsDocumented: true,
        ExplicitInterface: null);

    private static ParameterModel Required(string name, ParameterType type, PaymentsRole role) =>
        new(name, type, IsNullable: false, role, IsIn: false, Default: null);

    private static ParameterModel Optional(string name, ParameterType type, PaymentsRole role) =>
        new(name, type, IsNullable: true, role, IsIn: false, "null");
}
