using System;
using System.Linq;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>The file that all registrations of a project share is generated if needed, once, and conflicts with no other type.</summary>
public sealed class SharedRegistrationTests
{
    private const string Shared = "ClientRegistration-shared.g.cs";

    private static readonly Consumer Inner = Consumer.Of("""
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Outer")]

        namespace Inner
        {
            [PaymentsClient] public partial interface IInnerPayments { }
        }
        """) with { AssemblyName = "Inner", References = References.WithHttpClientFactory };

    [Fact]
    public void All_clients_share_one_file() =>
        Assert.Equal(
            [Shared, "IOne.g.cs", "ITwo.g.cs"],
            FilesOf(Registered("[PaymentsClient] public partial interface IOne { } [PaymentsClient] public partial interface ITwo { }")));

    [Fact]
    public void Project_without_the_http_client_factory_gets_no_shared_file() =>
        Assert.Equal(["IOne.g.cs"], FilesOf(Consumer.Of("[PaymentsClient] public partial interface IOne { }")));

    [Fact]
    public void Project_without_a_registrable_client_gets_no_shared_file() =>
        Assert.Equal(["Outer+IHidden.g.cs"], FilesOf(Registered("public partial class Outer { [PaymentsClient] private partial interface IHidden { } }")));

    [Fact]
    public void Assembly_with_clients_can_access_the_internals_of_another_with_clients()
    {
        Consumer outer = Registered("""
            namespace Outer
            {
                [PaymentsClient] public partial interface IOuterPayments { }

                public static class Startup
                {
                    public static void Add(Microsoft.Extensions.DependencyInjection.IServiceCollection services)
                    {
                        Inner.InnerPaymentsClientServiceCollectionExtensions.AddInnerPayments(services, options => { });
                        OuterPaymentsClientServiceCollectionExtensions.AddOuterPayments(services, options => { });
                    }
                }
            }
            """);

        AssertNoWarning(outer with { AssemblyName = "Outer", References = outer.References.Add(Inner.Emit()) });
    }

    [Fact]
    public void Assembly_without_clients_can_access_the_internals_of_another_with_clients()
    {
        Consumer outer = Registered("""
            public static class Startup
            {
                public static void Add(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
                    Inner.InnerPaymentsClientServiceCollectionExtensions.AddInnerPayments(services, options => { });
            }
            """) with { AssemblyName = "Outer" };

        outer = outer with { References = outer.References.Add(Inner.Emit()) };
        Assert.Empty(FilesOf(outer));
        AssertNoWarning(outer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("namespace Figma { TYPES }")]
    [InlineData("namespace Figma.Payments { TYPES }")]
    [InlineData("namespace Shop { TYPES }")]
    [InlineData("namespace Figma.Payments.Generated { TYPES }")]
    [InlineData("namespace Figma.System { TYPES } namespace Figma.Payments.Microsoft { TYPES }")]
    public void Types_with_names_that_generated_code_uses_cause_no_conflict(string declaration)
    {
        string types = string.Concat(new[] { "HttpClient", "IServiceCollection", "IHttpClientBuilder", "Action", "Func", "IServiceProvider", "Timeout", "IOptionsMonitor", "IValidateOptions", "ServiceDescriptor", "IConfiguration", "IConfigurationSection", "IOptionsChangeTokenSource", "ConfigurationChangeTokenSource", "PaymentsConfiguration", "ClientRegistration" }
            .Select(static name => $"internal class {name} {{ }} "));

        AssertNoWarning(Registered(
            declaration.Length == 0 ? types : declaration.Replace("TYPES", types, StringComparison.Ordinal),
            "namespace Shop { [PaymentsClient] public partial interface IGlyph { } } [PaymentsClient] public partial interface IGlyph { }"));
    }

    [Fact]
    public void Global_usings_with_names_that_generated_code_uses_cause_no_conflict() =>
        AssertNoWarning(Registered(
            "global using HttpClient = Shop.Mine; global using IServiceCollection = Shop.Mine; global using Timeout = Shop.Mine; global using IConfiguration = Shop.Mine; global using static Shop.Mine; global using Shop;",
            """
            namespace Shop
            {
                public class Mine
                {
                    public class IHttpClientBuilder { }
                }

                public static class Extensions
                {
                    public static void AddTransient(this object services, object factory) { }
                    public static object GetRequiredService<T>(this System.IServiceProvider provider) => provider;
                }

                [PaymentsClient] public partial interface IGlyph { }
            }
            """));

    [Theory]
    [InlineData("Microsoft.Extensions.Http.dll")]
    [InlineData("Microsoft.Extensions.Options.dll")]
    public void Assembly_that_generated_code_cannot_name_is_not_used(string name)
    {
        MetadataReference aliased = References.WithConfiguration.Single(reference => reference.Display!.EndsWith(name, StringComparison.Ordinal));

        Consumer consumer = Registered("[PaymentsClient] public partial interface IOne { }") with
        {
            References = References.WithConfiguration.Replace(aliased, aliased.WithAliases(["other"])),
        };

        Assert.Equal(["IOne.g.cs"], FilesOf(consumer));
        AssertNoWarning(consumer);
    }

    private static Consumer Registered(params string[] sources) => Consumer.Of(sources) with { References = References.WithConfiguration };

    private static string[] FilesOf(Consumer consumer) => [.. consumer.Generate().Files.Select(static file => file.HintName)];

    /// <summary>Asserts that no file has a warning, except for missing documentation in the developer's files.</summary>
    private static void AssertNoWarning(Consumer consumer) =>
        Assert.Empty(consumer.Generate().Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591"));
}
