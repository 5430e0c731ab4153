using System;
using System.IO;
using System.Net.Http;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;

namespace Figma.Payments.Generators.Tests.Behaviour;

/// <summary>A developer's project with its generated clients, compiled and loaded. Tests call the methods of its static class <c>Program</c>.</summary>
internal sealed class LoadedProject : IDisposable
{
    private readonly AssemblyLoadContext _context = new("developer", isCollectible: true);
    private readonly Type _program;

    public LoadedProject(params string[] sources)
    {
        Consumer consumer = Consumer.Of([.. sources, "global using System.Net.Http;\nglobal using Microsoft.Extensions.DependencyInjection;"]) with { References = References.Loadable };
        using MemoryStream image = new(consumer.EmitImage());
        _program = _context.LoadFromStream(image).GetType("Program", throwOnError: true)!;
    }

    public static PaymentsClientOptions Options => new() { AccessToken = new PersonalAccessToken("figd_test") };

    /// <summary>Calls a method of <c>Program</c> and returns the result of its task.</summary>
    public async Task<object?> CallAsync(string method, params object?[] arguments)
    {
        MethodInfo found = _program.GetMethod(method, BindingFlags.Public | BindingFlags.Static) ?? throw new MissingMethodException(method);
        Task task = (Task)found.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)!;
        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }

    /// <summary>Calls a method of <c>Program</c> with an <c>HttpClient</c> over the handler and with <see cref="Options"/>.</summary>
    public async Task<object?> CallAsync(string method, CannedFigma figma)
    {
        using HttpClient http = new(figma, disposeHandler: false);
        return await CallAsync(method, http, Options);
    }

    public void Dispose() => _context.Unload();
}
