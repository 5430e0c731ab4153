using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Generators.Model;
using Figma.Payments.Testing;

namespace Figma.Payments.Generators.Tests.Generation.Table;

/// <summary>Calls every method of a client for a user who has paid for all resources. It knows only the interface.</summary>
internal sealed class ClientCaller
{
    private readonly FakeFigmaPayments _figma = new();
    private readonly UserId _user;
    private readonly PluginId _plugin;
    private readonly WidgetId _widget;
    private readonly CommunityFileId _file;

    public ClientCaller()
    {
        _user = _figma.AddUser();
        _plugin = _figma.AddPlugin(new PluginId("1678669904810665842"));
        _widget = _figma.AddWidget(new WidgetId("1678669904810665843"));
        _file = _figma.AddCommunityFile(new CommunityFileId("1678669904810665844"));
        _figma.Pay(_user, _plugin);
        _figma.Pay(_user, _widget);
        _figma.Pay(_user, _file);
    }

    /// <summary>Calls all client methods of an annotated interface. Returns "paid" or another description of the result for each.</summary>
    public async Task<IReadOnlyList<string>> CallAllAsync(Type type)
    {
        using HttpClient http = new(_figma.CreateHandler());
        Type client = type.Assembly.GetTypes().Single(candidate => candidate.IsClass && Directly(candidate).Contains(type));
        object instance = Activator.CreateInstance(client, http, new PaymentsClientOptions { AccessToken = _figma.AccessToken })!;
        List<string> results = [];

        foreach (MethodInfo method in type.GetInterfaces().Prepend(type).SelectMany(static candidate => candidate.GetMethods()).Where(IsClientMethod))
            results.Add($"{method.Name}: {Describe(await AwaitAsync(method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, Arguments(method, type), culture: null)!))}");

        return results;
    }

    private static IEnumerable<Type> Directly(Type client) => client.GetInterfaces().Except(client.GetInterfaces().SelectMany(static inherited => inherited.GetInterfaces()));

    private static bool IsClientMethod(MethodInfo method) =>
        !method.IsStatic && method.ReturnType is { IsGenericType: true } returned && returned.GenericTypeArguments[0].Assembly == typeof(PaymentStatus).Assembly;

    private static async Task<object?> AwaitAsync(object task)
    {
        Task awaited = task as Task ?? (Task)task.GetType().GetMethod("AsTask")!.Invoke(task, null)!;
        await awaited;
        return awaited.GetType().GetProperty("Result")!.GetValue(awaited);
    }

    private static string Describe(object? result) => result switch
    {
        PaymentInformation { IsPaid: true } or PaymentsResult { IsPaid: true } or PaymentStatus.Paid => "paid",
        PaymentsResult { Error: { } error } => error.ToString(),
        _ => result?.ToString() ?? "nothing",
    };

    private object?[] Arguments(MethodInfo method, Type type)
    {
        ParameterInfo[] parameters = method.GetParameters();
        ParameterInfo? resource = parameters.Where(static parameter => RoleOf(parameter) is "PLUGINID" or "WIDGETID" or "COMMUNITYFILEID" or "RESOURCEID").OrderBy(IsNullable).FirstOrDefault();
        return [.. parameters.Select(parameter => RoleOf(parameter) is "PLUGINID" or "WIDGETID" or "COMMUNITYFILEID" or "RESOURCEID" && parameter != resource ? null : Argument(parameter, type))];
    }

    private object? Argument(ParameterInfo parameter, Type type)
    {
        string text = RoleOf(parameter) switch
        {
            "USERID" => _user.Value,
            "PLUGINID" or "RESOURCEID" => _plugin.Value,
            "WIDGETID" => _widget.Value,
            "COMMUNITYFILEID" => _file.Value,
            "PLUGINPAYMENTTOKEN" => _figma.IssuePaymentToken(_user, PinOf(type)),
            _ => "",
        };

        Type bare = Bare(parameter);
        return bare == typeof(string) ? text
            : bare == typeof(long) ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : bare == typeof(ulong) ? ulong.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : bare == typeof(CancellationToken) ? CancellationToken.None
            : bare == typeof(ResourceId) ? (ResourceId)_plugin
            : Activator.CreateInstance(bare, text);
    }

    private ResourceId PinOf(Type type) => type.GetCustomAttribute<PaymentsClientAttribute>() switch
    {
        { WidgetId: not null } => _widget,
        { CommunityFileId: not null } => _file,
        _ => _plugin,
    };

    // Independent of the generator's own parser, which must come to the same result.
    private static string RoleOf(ParameterInfo parameter)
    {
        Type bare = Bare(parameter);

        string name = bare == typeof(string) || bare == typeof(long) || bare == typeof(ulong)
            ? parameter.CustomAttributes.FirstOrDefault(static attribute => attribute.AttributeType == typeof(PaymentsParameterAttribute))?.ConstructorArguments[0].Value as string ?? parameter.Name!
            : bare.Name;

        return name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
    }

    private static bool IsNullable(ParameterInfo parameter) =>
        Nullable.GetUnderlyingType(Value(parameter)) is not null || (!Value(parameter).IsValueType && new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable);

    private static Type Bare(ParameterInfo parameter) => Nullable.GetUnderlyingType(Value(parameter)) ?? Value(parameter);

    private static Type Value(ParameterInfo parameter) => parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
}
