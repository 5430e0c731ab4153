using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Authentication;

namespace Figma.Payments.AspNetCore.Authentication;

/// <summary>Keeps the only scheme of an application its default one. With the scheme of a gate, there would be several, and ASP.NET Core would choose none.</summary>
internal static class OnlyScheme
{
    private const string Switch = "Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme";

    public static void Keep(AuthenticationOptions options) => Keep(options, options.Schemes.Select(static scheme => (scheme.Name, scheme.HandlerType)));

    /// <summary>Includes the schemes that the application added to the provider.</summary>
    public static void Keep(AuthenticationOptions options, IEnumerable<AuthenticationScheme> schemes) => Keep(options, schemes.Select(static scheme => (scheme.Name, (Type?)scheme.HandlerType)));

    private static void Keep(AuthenticationOptions options, IEnumerable<(string Name, Type? Handler)> schemes)
    {
        if (options.DefaultScheme is not null || (AppContext.TryGetSwitch(Switch, out bool isSuppressed) && isSuppressed))
            return;

        string[] others = [.. schemes.Where(static scheme => scheme.Handler != typeof(GateAuthenticationHandler)).Select(static scheme => scheme.Name).Take(2)];

        if (others.Length == 1)
            options.DefaultScheme = others[0];
    }
}
