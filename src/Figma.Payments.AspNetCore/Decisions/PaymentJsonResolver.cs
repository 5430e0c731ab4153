using System;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Figma.Payments.AspNetCore.Decisions;

/// <summary>
/// Gives the exception a message that names the solution if an endpoint reads a <see cref="FigmaPayment"/> from JSON. Without it, reading fails too, because there is no public constructor.
/// </summary>
/// <remarks>A JSON converter would hide the members of the type from OpenAPI documents.</remarks>
internal sealed class PaymentJsonResolver : IJsonTypeInfoResolver
{
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        if (type != typeof(FigmaPayment))
            return null;

        foreach (IJsonTypeInfoResolver resolver in options.TypeInfoResolverChain)
        {
            if (resolver is PaymentJsonResolver || resolver.GetTypeInfo(type, options) is not { } info)
                continue;

            if (info is { Kind: JsonTypeInfoKind.Object, CreateObject: null })
                info.CreateObject = static () => throw new NotSupportedException($"A {nameof(FigmaPayment)} can't be created from a request, because the caller could write it. Remove it from the type that is read from the body, and declare it as a parameter of the handler.");

            return info;
        }

        return null;
    }

    /// <summary>Adds the resolver to the options of an application, after their configuration.</summary>
    public static void AddTo(JsonSerializerOptions options)
    {
        if (!options.IsReadOnly)
            options.TypeInfoResolverChain.Insert(0, new PaymentJsonResolver());
    }
}
