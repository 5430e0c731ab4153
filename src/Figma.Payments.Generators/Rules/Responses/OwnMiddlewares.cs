using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds the middlewares that an application adds to its pipeline and that might deny access.</summary>
internal sealed class OwnMiddlewares(MethodUses uses)
{
    private const int MaxDepth = 16;

    /// <summary>The middlewares of other libraries that serve pages of their own or observe requests. Any other might deny access.</summary>
    private static readonly HashSet<string> HarmlessMiddlewares = new(StringComparer.Ordinal)
    {
        "UseHangfireDashboard", "UseHttpMetrics", "UseMetricServer", "UseMiniProfiler", "UseOpenApi", "UseOpenTelemetryPrometheusScrapingEndpoint", "UseReDoc", "UseSentryTracing", "UseSerilogRequestLogging",
        "UseSwagger", "UseSwaggerUI", "UseSwaggerUi",
    };

    private readonly Middlewares _middlewares = new(uses);

    /// <summary>Returns the middlewares that the application adds to its pipeline and that might deny access, without a type if it isn't known.</summary>
    public IEnumerable<(IInvocationOperation Call, INamedTypeSymbol? Type)> Find() => uses.FindCallsWithPrefix("Use")
        .Where(static found => !IsOwnExtension(found.Body.Member) && AddsToPipeline(found.Call))
        .SelectMany(found => FindDenying(found.Call, 0).Select(type => (found.Call, type)));

    // What an extension method adds is judged where the method is called.
    private static bool IsOwnExtension(ISymbol member) => member is IMethodSymbol { IsExtensionMethod: true } && member.Name.StartsWith("Use", StringComparison.Ordinal);

    /// <summary>Determines whether a call adds to the pipeline of an application. The middlewares of other hosts, such as Azure Functions, are added by a method with the same name, and count.</summary>
    public static bool AddsToPipeline(IInvocationOperation call) => call.TargetMethod.Name == "UseMiddleware" || ((call.Instance ?? call.Arguments.ValueOf(0))?.WithoutConversions().Type is { } type
        && (IsBuilder(type) || type.AllInterfaces.Any(IsBuilder)));

    private static bool IsBuilder(ITypeSymbol type) => type.Is("IApplicationBuilder", "Builder", "AspNetCore", "Microsoft");

    private IEnumerable<INamedTypeSymbol?> FindDenying(IInvocationOperation call, int depth)
    {
        IMethodSymbol method = call.TargetMethod;

        if (!call.IsCallOfPlatform())
            return HarmlessMiddlewares.Contains(method.Name) ? [] : FindDenying(method.ReducedFrom ?? method, depth);

        return method.Name switch
        {
            "UseMiddleware" => FindMiddleware(call) is not { } type ? [null] : type.IsOfPlatform() || _middlewares.Continues(type) ? [] : [type],
            "Use" => _middlewares.Continues(call.Arguments.Last().Value) ? [] : [null],
            _ => [],
        };
    }

    /// <summary>Returns the middlewares that an extension method of the application adds and that might deny access.</summary>
    private IEnumerable<INamedTypeSymbol?> FindDenying(IMethodSymbol extension, int depth) =>
        depth > MaxDepth || !IsOwnExtension(extension) || uses.FindBody(extension) is not { } body
            ? [null]
            : body.WithDescendants().OfType<IInvocationOperation>().SelectMany(call => !call.IsCallOfPlatform() ? [null] : AddsToPipeline(call) ? FindDenying(call, depth + 1) : []);

    private static INamedTypeSymbol? FindMiddleware(IInvocationOperation call) => call.TargetMethod.TypeArguments is [var type]
        ? type as INamedTypeSymbol
        : call.Arguments.ValueOf(1) is ITypeOfOperation { TypeOperand: INamedTypeSymbol named } ? named : null;
}
