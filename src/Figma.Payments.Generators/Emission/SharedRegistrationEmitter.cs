using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Emission;

/// <summary>Writes the class that the registrations of all clients in a project share.</summary>
/// <remarks>
/// The using directives are inside a namespace of its own, so that they take precedence over the developer's types
/// in the global namespace and in the library's namespace.
/// </remarks>
internal static class SharedRegistrationEmitter
{
    public const string Namespace = "Figma.Payments.Generators";
    public const string ClassName = "ClientRegistration";

    /// <summary>The name of the file. No client's file has it, because after a hyphen there is a hash.</summary>
    public const string HintName = ClassName + "-shared";

    public static string Emit(Capabilities capabilities)
    {
        SourceWriter writer = new();
        FileHeader.Emit(writer, capabilities);

        // The banned API analyzer also analyzes generated code.
        FileHeader.AllowDuplicateRegistration(writer, ", RS0030");
        writer.WriteLine();
        writer.Open("namespace " + Namespace);

        string configuration = capabilities.HasConfiguration ? "\nusing global::Microsoft.Extensions.Configuration;" : "";

        writer.Write($$"""
            using global::System;
            using global::System.Net.Http;
            using global::System.Threading;{{configuration}}
            using global::Microsoft.Extensions.DependencyInjection;
            using global::Microsoft.Extensions.DependencyInjection.Extensions;
            using global::Microsoft.Extensions.Http;
            using global::Microsoft.Extensions.Http.Logging;
            using global::Microsoft.Extensions.Options;

            /// <summary>Registers a client with <c>IHttpClientFactory</c> under the name of its interface, validates its options, removes the factory's loggers, and disables redirects and cookies.</summary>
            {{ClassEmitter.GeneratedCode}}
            internal sealed class {{ClassName}}<TClient> : IValidateOptions<PaymentsClientOptions>, IHttpMessageHandlerBuilderFilter
                where TClient : class
            """);
        writer.Open();

        EmitMethods(writer, capabilities);
        writer.WriteLine();
        EmitCore(writer, capabilities);

        writer.Close();
        writer.Close();
        return writer.Finish();
    }

    private static void EmitMethods(SourceWriter writer, Capabilities capabilities)
    {
        writer.Write($$"""
            private readonly string _name;
            private readonly Func<HttpClient, PaymentsClientOptions, TClient> _factory;

            public {{ClassName}}(string name, Func<HttpClient, PaymentsClientOptions, TClient> factory)
            {
                _name = name;
                _factory = factory;
            }

            public IHttpClientBuilder Add(IServiceCollection services, Action<PaymentsClientOptions> configure) =>
                Add(services, WithoutServices(configure));

            public IHttpClientBuilder Add(IServiceCollection services, Action<PaymentsClientOptions, IServiceProvider> configure)
            {
                IHttpClientBuilder builder = AddCore(services, _name, configure);
                services.AddTransient(provider => CreateClient(provider, _name));
                return builder;
            }
            """);

        if (capabilities.HasConfiguration)
        {
            writer.WriteLine();
            writer.Write("""
                public IHttpClientBuilder Add(IServiceCollection services, IConfiguration configuration)
                {
                    IHttpClientBuilder builder = Add(services, Read(configuration));
                    Reload(services, _name, configuration);
                    return builder;
                }
                """);
        }

        if (!capabilities.HasKeyedServices)
            return;

        writer.WriteLine();
        writer.Write("""
            public IHttpClientBuilder AddKeyed(IServiceCollection services, string serviceKey, Action<PaymentsClientOptions> configure) =>
                AddKeyed(services, serviceKey, WithoutServices(configure));

            public IHttpClientBuilder AddKeyed(IServiceCollection services, string serviceKey, Action<PaymentsClientOptions, IServiceProvider> configure)
            {
                if (serviceKey is null)
                    throw new ArgumentNullException(nameof(serviceKey));

                string name = _name + "/" + serviceKey;
                IHttpClientBuilder builder = AddCore(services, name, configure);
                services.AddKeyedTransient(serviceKey, (provider, _) => CreateClient(provider, name));
                return builder;
            }
            """);

        if (!capabilities.HasConfiguration)
            return;

        writer.WriteLine();
        writer.Write("""
            public IHttpClientBuilder AddKeyed(IServiceCollection services, string serviceKey, IConfiguration configuration)
            {
                IHttpClientBuilder builder = AddKeyed(services, serviceKey, Read(configuration));
                Reload(services, _name + "/" + serviceKey, configuration);
                return builder;
            }
            """);
    }

    private static void EmitCore(SourceWriter writer, Capabilities capabilities)
    {
        string name = capabilities.HasNullableReferenceTypes ? "string?" : "string";

        // A type's name doesn't contain a slash, so another client's name never starts with this one's followed by a slash.
        string hasName = capabilities.HasKeyedServices
            ? $"""private bool HasName({name} name) => name == _name || name?.StartsWith(_name + "/", StringComparison.Ordinal) == true;"""
            : $"private bool HasName({name} name) => name == _name;";

        // The filter is inserted first, because the first filter runs after all others: it can remove the loggers that they add, and it sees the final primary handler.
        // AddCore doesn't check the services, because AddOptions does, with the same parameter name.

        writer.Write($$"""
            public ValidateOptionsResult Validate({{name}} name, PaymentsClientOptions options)
            {
                if (!HasName(name))
                    return ValidateOptionsResult.Skip;

                return options.TryValidate(out var error)
                    ? ValidateOptionsResult.Success
                    : ValidateOptionsResult.Fail(name + ": " + error);
            }

            public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
            {
                next(builder);

                if (!HasName(builder.Name))
                    return;

                for (int i = builder.AdditionalHandlers.Count - 1; i >= 0; i--)
                {
                    if (builder.AdditionalHandlers[i] is LoggingHttpMessageHandler || builder.AdditionalHandlers[i] is LoggingScopeHttpMessageHandler)
                        builder.AdditionalHandlers.RemoveAt(i);
                }

                global::Figma.Payments.CompilerServices.PaymentsHandlers.DisableRedirectsAndCookies(builder.PrimaryHandler, builder.Name);
            };

            private IHttpClientBuilder AddCore(IServiceCollection services, string name, Action<PaymentsClientOptions, IServiceProvider> configure)
            {
                if (configure is null)
                    throw new ArgumentNullException(nameof(configure));

                services.AddOptions<PaymentsClientOptions>(name).Configure(configure){{(capabilities.HasValidateOnStart ? ".ValidateOnStart()" : "")}};
                services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PaymentsClientOptions>>(this));
                services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(this));

                return services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(PaymentsHttpHandler.Create);
            }

            private TClient CreateClient(IServiceProvider provider, string name)
            {
                HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);

                // This timeout would not cover the body.
                http.Timeout = Timeout.InfiniteTimeSpan;

                return _factory(http, provider.GetRequiredService<IOptionsMonitor<PaymentsClientOptions>>().Get(name));
            }

            {{hasName}}

            private static Action<PaymentsClientOptions, IServiceProvider> WithoutServices(Action<PaymentsClientOptions> configure)
            {
                if (configure is null)
                    throw new ArgumentNullException(nameof(configure));

                return (options, _) => configure(options);
            }
            """);

        if (capabilities.HasConfiguration)
            EmitConfiguration(writer);
    }

    private static void EmitConfiguration(SourceWriter writer)
    {
        writer.WriteLine();
        writer.Write("""
            private static Action<PaymentsClientOptions> Read(IConfiguration configuration)
            {
                if (configuration is null)
                    throw new ArgumentNullException(nameof(configuration));

                return options => global::Figma.Payments.CompilerServices.PaymentsConfiguration.Read(options, name => configuration[name], (configuration as IConfigurationSection)?.Path ?? "");
            }

            private static void Reload(IServiceCollection services, string name, IConfiguration configuration) =>
                services.AddSingleton<IOptionsChangeTokenSource<PaymentsClientOptions>>(new ConfigurationChangeTokenSource<PaymentsClientOptions>(name, configuration));
            """);
    }
}
