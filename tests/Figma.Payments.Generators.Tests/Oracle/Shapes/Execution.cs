using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>How many IDs the call of a shape specified, over all inputs that reached it.</summary>
/// <param name="None">The number of times that the call specified no ID.</param>
/// <param name="One">The number of times that the call specified exactly one ID.</param>
/// <param name="Several">The number of times that the call specified several IDs.</param>
/// <param name="IsComplete">Whether every execution ended in time.</param>
internal readonly record struct Counts(int None, int One, int Several, bool IsComplete)
{
    public bool IsReached => None + One + Several > 0;

    public override string ToString() => $"{None} calls with none, {One} with one, {Several} with several";
}

/// <summary>Executes shapes over all values of their parameters, public fields and switches.</summary>
internal static class Execution
{
    private const int MaxInputs = 4000;
    private const BindingFlags Everything = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>The known values and a client that counts the IDs of each call.</summary>
    public const string Shared = """
        #nullable enable
        [PaymentsClient]
        public partial interface IPayments
        {
            Task<PaymentInformation> GetPaymentsAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        public enum Kind { File, Plugin, Widget }

        public static class KnownClient
        {
            public static readonly IPayments payments = new Counter();
        }

        public static class Known
        {
            public static readonly UserId user = new("1");
            public static readonly CommunityFileId someFile = new("1");
            public static readonly PluginId somePlugin = new("1");
            public static readonly WidgetId someWidget = new("1");
        }

        public sealed class Counter : IPayments
        {
            public static readonly List<int> Seen = [];

            public Task<PaymentInformation> GetPaymentsAsync(UserId userId, CommunityFileId? communityFileId, PluginId? pluginId, WidgetId? widgetId)
            {
                lock (Seen)
                    Seen.Add((communityFileId is null ? 0 : 1) + (pluginId is null ? 0 : 1) + (widgetId is null ? 0 : 1));

                return Task.FromResult<PaymentInformation>(null!);
            }
        }
        """;

    public static ImmutableDictionary<string, Counts> Run(ImmutableArray<Shape> shapes, byte[] image)
    {
        AssemblyLoadContext context = new(null, isCollectible: true);

        try
        {
            using MemoryStream stream = new(image);
            Assembly assembly = context.LoadFromStream(stream);
            List<int> seen = (List<int>)assembly.GetType("Counter")!.GetField("Seen")!.GetValue(null)!;
            return shapes.ToImmutableDictionary(static shape => shape.Name, shape => Run(shape, assembly, seen));
        }
        finally
        {
            context.Unload();
        }
    }

    private static Counts Run(Shape shape, Assembly assembly, List<int> seen)
    {
        seen.Clear();

        // A shape that does not end keeps its thread; the others are executed all the same.
        Task running = Task.Factory.StartNew(() => RunAll(shape, assembly), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        bool isComplete = running.Wait(Deadline);

        lock (seen)
            return new Counts(seen.Count(static ids => ids == 0), seen.Count(static ids => ids == 1), seen.Count(static ids => ids > 1), isComplete);
    }

    private static void RunAll(Shape shape, Assembly assembly)
    {
        Type type = assembly.GetType(shape.Name + ".Code")!;
        MethodInfo method = type.GetMethod("Run")!;
        ParameterInfo[] parameters = method.GetParameters();
        FieldInfo[] switches = [.. type.GetFields().Where(static field => !field.IsInitOnly && !field.IsLiteral)];

        FieldInfo[] state =
        [
            .. assembly.GetTypes()
                .Where(other => other.Namespace == shape.Name && !other.IsNested && !other.ContainsGenericParameters)
                .SelectMany(static other => other.GetFields(Everything))
                .Where(static field => !field.IsInitOnly && !field.IsLiteral),
        ];

        object?[] before = [.. state.Select(static field => field.GetValue(null))];
        NullabilityInfoContext nullability = new();
        object?[][] domains = [.. parameters.Select(parameter => Values.Of(parameter, nullability)), .. switches.Select(field => Values.Of(field, nullability))];
        int inputs = domains.Aggregate(1, static (product, domain) => Math.Min(MaxInputs + 1, product * domain.Length));

        if (inputs > MaxInputs)
            throw new InvalidOperationException($"{shape.Name} has more than {MaxInputs} inputs.");

        for (int input = 0; input < inputs; input++)
        {
            for (int i = 0; i < state.Length; i++)
                state[i].SetValue(null, before[i]);

            int rest = input;
            object?[] values = new object?[domains.Length];

            for (int i = 0; i < domains.Length; i++)
            {
                values[i] = domains[i][rest % domains[i].Length];
                rest /= domains[i].Length;
            }

            RunOnce(type, method, switches, values[..parameters.Length], values[parameters.Length..]);
        }
    }

    private static void RunOnce(Type type, MethodInfo method, FieldInfo[] switches, object?[] arguments, object?[] switchValues)
    {
        // Whatever a shape throws, the calls before count.
        try
        {
            object? instance = method.IsStatic ? null : Activator.CreateInstance(type);

            for (int i = 0; i < switches.Length; i++)
                switches[i].SetValue(instance, switchValues[i]);

            if (method.Invoke(instance, arguments) is Task task)
                task.Wait(Deadline);
        }
        catch (Exception exception) when (exception is TargetInvocationException or AggregateException)
        {
        }
    }
}
