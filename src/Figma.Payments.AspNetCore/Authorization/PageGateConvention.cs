using System;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>
/// Reports gates of the handlers of Razor pages: ASP.NET Core ignores attributes for authorization on handlers, so the page would be open.
/// It runs when the host starts, or when a page is first requested that wasn't compiled with the application.
/// </summary>
internal sealed class PageGateConvention : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        if (FindMethod(model.HandlerType) is { } method)
            throw new InvalidOperationException($"The method '{method.Name}' of the page '{model.RelativePath}' has an attribute for a gate, but ASP.NET Core authorizes pages, not their methods. Move the attribute to the class of the page model, or to the page with @attribute.");
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Razor pages don't support trimming.")]
    private static MethodInfo? FindMethod(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .FirstOrDefault(static method => method.GetCustomAttributes(inherit: true).OfType<IGateMetadata>().Any());
}
