using System;
using Microsoft.AspNetCore.Authentication;

namespace Figma.Payments.AspNetCore.Authentication;

/// <summary>Keeps the only scheme of an application its default one. With the scheme of a gate, there would be several, and ASP.NET Core would choose none.</summary>
internal static class OnlyScheme
{
    private const string Switch = "Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme";

    public static void Keep(AuthenticationOptions options)
    {
        if (options.DefaultScheme is not null || (AppContext.TryGetSwitch(Switch, out bool isSuppressed) && isSuppressed))
            return;

        string? only = null;

        foreach (AuthenticationSchemeBuilder scheme in options.Schemes)
        {
            if (scheme.HandlerType == typeof(GateAuthenticationHandler))
                continue;

            if (only is not null)
                return;

            only = scheme.Name;
        }

        options.DefaultScheme = only;
    }
}
