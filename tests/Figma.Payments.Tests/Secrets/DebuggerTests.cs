using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Text;
using Figma.Payments.CompilerServices;
using Figma.Payments.Http;
using Figma.Payments.Tests.Registration;
using Xunit;

namespace Figma.Payments.Tests;

/// <summary>Checks what a debugger shows of the objects that contain secrets.</summary>
public sealed class DebuggerTests
{
    private const int Depth = 6;

    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Names => new("options", "request", "argument", "access token", "payment token", "endpoint", "generated client", "validated request", "response body", "secrets");

    [Theory]
    [MemberData(nameof(Names))]
    public void Debugger_shows_no_secrets(string name)
    {
        using HttpClient http = new(new CannedHandler(Samples.Paid));

        List<string> shown = [];
        Show(Create(name, http), shown, Depth);

        Assert.NotEmpty(shown);
        Assert.DoesNotContain(shown, static text => text.Contains("MARK", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Secret_that_is_not_hidden_is_found_by_this_test()
    {
        List<string> shown = [];
        Show(new Careless(new Inner(Samples.AccessToken)), shown, Depth);

        Assert.Contains(Samples.AccessToken, shown);
    }

    private static object Create(string name, HttpClient http) => name switch
    {
        "options" => Samples.Options(),
        "request" => Samples.TokenRequest,
        "argument" => (PaymentsArgument)Samples.PaymentToken,
        "access token" => new PersonalAccessToken(Samples.AccessToken),
        "payment token" => new PluginPaymentToken(Samples.PaymentToken),
        "endpoint" => PaymentsEndpoint.Create(Samples.Options()),
        "generated client" => new ShopPaymentsClient(http, Samples.Options()),
        "validated request" => ValidatedRequest.TryCreate(Samples.TokenRequest, pinned: null, out ValidatedRequest validated, out _) ? validated : throw new InvalidOperationException(),
        "response body" => CreateBody(),
        _ => new SecretScanner(Samples.PaymentToken, Samples.AccessToken),
    };

    private static ResponseBodyBuffer CreateBody()
    {
        byte[] bytes = Encoding.ASCII.GetBytes(Samples.PaymentToken);
        ResponseBodyBuffer body = new(maxLength: 1_024);
        body.Write(bytes, 0, bytes.Length);
        return body;
    }

    // Like a debugger: the display text, then recursively each member that is not hidden. Types of the framework are not expanded.
    private static void Show(object? value, List<string> shown, int depth)
    {
        if (value is null || depth == 0)
            return;

        shown.Add(value.ToString() ?? "");

        // The buffer of a response body is shown as characters.
        if (value is byte[] bytes)
            shown.Add(Encoding.Latin1.GetString(bytes));

        if (value.GetType().Assembly != typeof(PaymentsEndpoint).Assembly && value.GetType().Assembly != typeof(DebuggerTests).Assembly)
            return;

        foreach (MemberInfo member in value.GetType().GetMembers(Members).Where(static member => member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never))
        {
            // Debuggers hide the backing fields of properties.
            if (member is FieldInfo field && !field.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)))
                Show(field.GetValue(value), shown, depth - 1);
            else if (member is PropertyInfo property && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike)
                Show(GetValue(property, value), shown, depth - 1);
        }
    }

    private static object? GetValue(PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is NotSupportedException)
        {
            return null;
        }
    }

    private sealed record Inner(string Token)
    {
        public override string ToString() => "hidden";
    }

    private sealed record Careless(Inner Inner)
    {
        public override string ToString() => "hidden";
    }
}
