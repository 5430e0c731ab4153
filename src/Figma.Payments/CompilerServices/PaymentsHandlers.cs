using System;
using System.ComponentModel;
using System.Net.Http;
#if NETSTANDARD2_0
using System.Reflection;
#endif

namespace Figma.Payments.CompilerServices;

/// <summary>
/// This API supports generated code and is not intended to be used directly from your code.
/// </summary>
/// <remarks>Secures the primary handlers with which a developer replaces <see cref="PaymentsHttpHandler"/> in a registration.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PaymentsHandlers
{
    /// <summary>Disables the redirects and the cookies of a handler, and of the handlers that it wraps.</summary>
    /// <param name="handler">The primary handler of the client. Handlers of other types than the framework's are not changed.</param>
    /// <param name="clientName">The name of the client, for the message of the exception.</param>
    /// <exception cref="InvalidOperationException">The handler follows redirects or keeps cookies, and has already sent a request, so that it can't be changed.</exception>
    public static void DisableRedirectsAndCookies(HttpMessageHandler? handler, string? clientName)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
            handler = inner;

        try
        {
            Disable(handler);
        }
        catch (InvalidOperationException)
        {
            throw new InvalidOperationException(
                $"The primary handler of the HttpClient '{clientName}' follows redirects or keeps cookies, and can't be changed because it has already sent a request. It would send the access token to other hosts. Set AllowAutoRedirect and UseCookies to false when you create it, or use {nameof(PaymentsHttpHandler)}.{nameof(PaymentsHttpHandler.Create)}().");
        }
    }

    // The properties are set only if necessary, because their setters throw after the first request.
    private static void Disable(HttpMessageHandler? handler)
    {
        if (handler is HttpClientHandler client)
        {
            if (client.AllowAutoRedirect)
                client.AllowAutoRedirect = false;

            if (client.UseCookies)
                client.UseCookies = false;
        }
#if NETSTANDARD2_0
        else if (handler is not null)
        {
            // This target has no reference to SocketsHttpHandler and WinHttpHandler.
            Disable(handler, "AllowAutoRedirect");
            Disable(handler, "AutomaticRedirection");
            Disable(handler, "UseCookies");
        }
#else
        else if (handler is SocketsHttpHandler sockets)
        {
            if (sockets.AllowAutoRedirect)
                sockets.AllowAutoRedirect = false;

            if (sockets.UseCookies)
                sockets.UseCookies = false;
        }
#endif
    }

#if NETSTANDARD2_0
    private static void Disable(HttpMessageHandler handler, string propertyName)
    {
        if (handler.GetType().GetProperty(propertyName, typeof(bool)) is not { CanRead: true, CanWrite: true } property || !(bool)property.GetValue(handler)!)
            return;

        try
        {
            property.SetValue(handler, false);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is InvalidOperationException inner)
        {
            throw inner;
        }
    }
#endif
}
