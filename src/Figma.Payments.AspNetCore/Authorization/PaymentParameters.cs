using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>
/// Finds parameters of the type <see cref="FigmaPayment"/> of minimal API handlers, controller actions and Razor page handlers. Members of a type with
/// <see cref="AsParametersAttribute"/> and properties that MVC sets are found too.
/// </summary>
internal static class PaymentParameters
{
    // Trimmed applications can disable the feature.
    private static readonly bool CanReadNullability = !AppContext.TryGetSwitch("System.Reflection.NullabilityInfoContext.IsSupported", out bool isSupported) || isSupported;

    /// <summary>Returns the name of the first parameter of an endpoint, or null if there is none.</summary>
    public static string? Find(Endpoint endpoint) => ParametersOf(endpoint).FirstOrDefault()?.Name ?? PropertiesOf(endpoint).FirstOrDefault()?.Name;

    /// <summary>Returns the name of the first parameter of an endpoint that needs a payment, or null if there is none. A nullable parameter can be null.</summary>
    public static string? FindRequired(Endpoint endpoint)
    {
        if (!CanReadNullability)
            return null;

        NullabilityInfoContext nullability = new();

        return ParametersOf(endpoint).FirstOrDefault(parameter => !parameter.HasDefaultValue && nullability.Create(parameter).ReadState == NullabilityState.NotNull)?.Name
            ?? PropertiesOf(endpoint).FirstOrDefault(property => nullability.Create(property).WriteState == NullabilityState.NotNull)?.Name;
    }

    /// <summary>Returns the name of the first parameter of an endpoint whose attribute tells the framework to get the payment from the request or from the services, or null if there is none.</summary>
    public static string? FindFromElsewhere(Endpoint endpoint) =>
        ParametersOf(endpoint).FirstOrDefault(static parameter => IsFromElsewhere(parameter.GetCustomAttributes(inherit: true)))?.Name
        ?? PropertiesOf(endpoint).Concat(PropertiesOfParameters(endpoint)).FirstOrDefault(static property => IsFromElsewhere(property.GetCustomAttributes(inherit: true)))?.Name;

    private static bool IsFromElsewhere(object[] attributes) => attributes.Any(static attribute => attribute
        is IBindingSourceMetadata { BindingSource: not null } or FromKeyedServicesAttribute
        or IFromBodyMetadata or IFromFormMetadata or IFromHeaderMetadata or IFromQueryMetadata or IFromRouteMetadata or IFromServiceMetadata);

    private static IEnumerable<ParameterInfo> ParametersOf(Endpoint endpoint)
    {
        IEnumerable<ParameterInfo> parameters = MethodsOf(endpoint).SelectMany(static method => method.GetParameters());
        return parameters.Concat(ArgumentTypesOf(endpoint).SelectMany(ConstructorParametersOf)).Where(static parameter => parameter.ParameterType == typeof(FigmaPayment));
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(Endpoint endpoint) => ArgumentTypesOf(endpoint)
        .Where(static type => ConstructorParametersOf(type).Length == 0)
        .SelectMany(SettablePropertiesOf)
        .Concat(BoundPropertiesOf(endpoint))
        .Where(static property => property.PropertyType == typeof(FigmaPayment));

    /// <summary>Returns the properties whose attributes ASP.NET Core adds to those of the constructor's parameters, for example those of a record.</summary>
    private static IEnumerable<PropertyInfo> PropertiesOfParameters(Endpoint endpoint) => ArgumentTypesOf(endpoint).SelectMany(static type => ConstructorParametersOf(type)
        .Where(static parameter => parameter.ParameterType == typeof(FigmaPayment))
        .SelectMany(parameter => PropertiesOf(type).Where(property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))));

    private static IEnumerable<MethodInfo> MethodsOf(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page ? page.HandlerMethods.Select(static handler => handler.MethodInfo)
        : (endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.MethodInfo ?? endpoint.Metadata.GetMetadata<MethodInfo>()) is { } method ? [method]
        : [];

    private static IEnumerable<PropertyInfo> BoundPropertiesOf(Endpoint endpoint) => (endpoint.Metadata.GetMetadata<ActionDescriptor>()?.BoundProperties ?? [])
        .Where(property => property.ParameterType == typeof(FigmaPayment) && IsBound(endpoint, property))
        .Select(static property => property is PageBoundPropertyDescriptor page ? page.Property : (property as ControllerBoundPropertyDescriptor)?.PropertyInfo)
        .OfType<PropertyInfo>();

    /// <summary>Determines whether MVC sets a property for one of the methods of an endpoint. By default, it doesn't for GET.</summary>
    private static bool IsBound(Endpoint endpoint, ParameterDescriptor property)
    {
        if (property.BindingInfo?.RequestPredicate is not { } predicate || endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods)
            return true;

        return methods.Any(method => predicate(new ActionContext { HttpContext = new DefaultHttpContext { Request = { Method = method } } }));
    }

    private static IEnumerable<Type> ArgumentTypesOf(Endpoint endpoint) => MethodsOf(endpoint)
        .SelectMany(static method => method.GetParameters())
        .Where(static parameter => parameter.IsDefined(typeof(AsParametersAttribute), inherit: false))
        .Select(static parameter => parameter.ParameterType);

    /// <summary>Returns the parameters of the constructor that ASP.NET Core calls: the only one, or the one without parameters. Without parameters, it sets the properties.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that was removed isn't bound either.")]
    private static ParameterInfo[] ConstructorParametersOf(Type type) => type.GetConstructors() is [{ } only] ? only.GetParameters() : [];

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that was removed isn't bound either.")]
    private static IEnumerable<PropertyInfo> SettablePropertiesOf(Type type) => type.GetProperties().Where(static property => property.SetMethod is { IsPublic: true });

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that was removed isn't bound either.")]
    private static PropertyInfo[] PropertiesOf(Type type) => type.GetProperties();
}
