using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Tests.Oracle;
using Figma.Payments.Testing;

namespace Figma.Payments.Generators.Tests.Generation.Table;

/// <summary>Asks every question of a client, of which it knows nothing but the interface, about a user who has paid for all that there is.</summary>
internal sealed class Questioner
{
    private readonly FakeFigmaPayments _figma = new();
    private readonly UserId _user;
    private readonly PluginId _plugin;
    private readonly WidgetId _widget;
    private readonly CommunityFileId _file;

    public Questioner()
    {
        _user = _figma.AddUser();
        _plugin = _figma.AddPlugin(new PluginId("1678669904810665842"));
        _widget = _figma.AddWidget(new WidgetId("1678669904810665843"));
        _file = _figma.AddCommunityFile(new CommunityFileId("1678669904810665844"));
        _figma.Pay(_user, _plugin);
        _figma.Pay(_user, _widget);
        _figma.Pay(_user, _file);
    }

    /// <summary>The answers to all questions of an annotated interface, as "paid" or what they are instead.</summary>
    public async Task<IReadOnlyList<string>> AskAllAsync(Type type)
    {
        using HttpClient http = new(_figma.CreateHandler());
        Type client = type.Assembly.GetTypes().Single(candidate => candidate.IsClass && Directly(candidate).Contains(type));
        object instance = Activator.CreateInstance(client, http, new PaymentsClientOptions { AccessToken = _figma.AccessToken })!;
        List<string> answers = [];

        foreach (MethodInfo method in type.GetInterfaces().Prepend(type).SelectMany(static candidate => candidate.GetMethods()).Where(IsQuestion))
            answers.Add($"{method.Name}: {Describe(await AnswerOf(method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, Arguments(method, type), culture: null)!))}");

        return answers;
    }

    private static IEnumerable<Type> Directly(Type client) => client.GetInterfaces().Except(client.GetInterfaces().SelectMany(static inherited => inherited.GetInterfaces()));

    private static bool IsQuestion(MethodInfo method) =>
        !method.IsStatic && method.ReturnType is { IsGenericType: true } returned && returned.GenericTypeArguments[0].Assembly == typeof(PaymentStatus).Assembly;

    private static async Task<object?> AnswerOf(object task)
    {
        Task awaited = task as Task ?? (Task)task.GetType().GetMethod("AsTask")!.Invoke(task, null)!;
        await awaited;
        return awaited.GetType().GetProperty("Result")!.GetValue(awaited);
    }

    private static string Describe(object? answer) => answer switch
    {
        PaymentInformation { IsPaid: true } or PaymentsResult { IsPaid: true } or PaymentStatus.Paid => "paid",
        PaymentsResult { Error: { } error } => error.ToString(),
        _ => answer?.ToString() ?? "nothing",
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

    // Written apart from the generator's own reading of parameters: the two must agree.
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
