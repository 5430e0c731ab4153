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
        FileHeader.AllowDuplicateRegistration(writer);
        writer.WriteLine();
        writer.Open("namespace " + Namespace);

        writer.Write($$"""
            using global::System;
            using global::System.Net.Http;
            using global::System.Threading;
            using global::Microsoft.Extensions.DependencyInjection;
            using global::Microsoft.Extensions.DependencyInjection.Extensions;
            using global::Microsoft.Extensions.Http;
            using global::Microsoft.Extensions.Http.Logging;
            using global::Microsoft.Extensions.Options;

            /// <summary>Registers one client with <c>IHttpClientFactory</c> by its interface's name, checks the options of that name, and takes the factory's loggers away from it.</summary>
            {{ClassEmitter.GeneratedCode}}
            internal sealed class {{ClassName}}<TClient> : IValidateOptions<PaymentsClientOptions>, IHttpMessageHandlerBuilderFilter
                where TClient : class
            """);
        writer.Open();

        EmitMethods(writer, capabilities);
        writer.WriteLine();
        EmitParts(writer, capabilities);

        writer.Close();
        writer.Close();
        return writer.ToString();
    }

    private static void EmitMethods(SourceWriter writer, Capabilities capabilities)
    {
        writer.Write($$"""
            private readonly string _name;
            private readonly Func<HttpClient, PaymentsClientOptions, TClient> _make;

            public {{ClassName}}(string name, Func<HttpClient, PaymentsClientOptions, TClient> make)
            {
                _name = name;
                _make = make;
            }

            public IHttpClientBuilder Add(IServiceCollection services, Action<PaymentsClientOptions> configure) =>
                Add(services, WithoutServices(configure));

            public IHttpClientBuilder Add(IServiceCollection services, Action<PaymentsClientOptions, IServiceProvider> configure)
            {
                IHttpClientBuilder builder = AddParts(services, _name, configure);
                services.AddTransient(provider => Make(provider, _name));
                return builder;
            }
            """);

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
                IHttpClientBuilder builder = AddParts(services, name, configure);
                services.AddKeyedTransient(serviceKey, (provider, _) => Make(provider, name));
                return builder;
            }
            """);
    }

    private static void EmitParts(SourceWriter writer, Capabilities capabilities)
    {
        string name = capabilities.HasNullableReferenceTypes ? "string?" : "string";

        // A type's name doesn't contain a slash, so another client's name never starts with this one's followed by a slash.
        string isOurs = capabilities.HasKeyedServices
            ? $"""private bool IsOurs({name} name) => name == _name || name?.StartsWith(_name + "/", StringComparison.Ordinal) == true;"""
            : $"private bool IsOurs({name} name) => name == _name;";

        // The filter is inserted first, because the first filter runs after all others and can remove the loggers that they add.

        writer.Write($$"""
            public ValidateOptionsResult Validate({{name}} name, PaymentsClientOptions options)
            {
                if (!IsOurs(name))
                    return ValidateOptionsResult.Skip;

                return options.TryValidate(out var fault)
                    ? ValidateOptionsResult.Success
                    : ValidateOptionsResult.Fail(name + ": " + fault);
            }

            public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
            {
                next(builder);

                if (!IsOurs(builder.Name))
                    return;

                for (int i = builder.AdditionalHandlers.Count - 1; i >= 0; i--)
                {
                    if (builder.AdditionalHandlers[i] is LoggingHttpMessageHandler || builder.AdditionalHandlers[i] is LoggingScopeHttpMessageHandler)
                        builder.AdditionalHandlers.RemoveAt(i);
                }
            };

            private IHttpClientBuilder AddParts(IServiceCollection services, string name, Action<PaymentsClientOptions, IServiceProvider> configure)
            {
                if (services is null)
                    throw new ArgumentNullException(nameof(services));

                if (configure is null)
                    throw new ArgumentNullException(nameof(configure));

                services.AddOptions<PaymentsClientOptions>(name).Configure(configure){{(capabilities.HasValidateOnStart ? ".ValidateOnStart()" : "")}};
                services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PaymentsClientOptions>>(this));
                services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(this));

                return services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(PaymentsHttpHandler.Create);
            }

            private TClient Make(IServiceProvider provider, string name)
            {
                HttpClient httpClient = provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);

                // The options' time-out covers the whole answer; this one would not.
                httpClient.Timeout = Timeout.InfiniteTimeSpan;

                return _make(httpClient, provider.GetRequiredService<IOptionsMonitor<PaymentsClientOptions>>().Get(name));
            }

            {{isOurs}}

            private static Action<PaymentsClientOptions, IServiceProvider> WithoutServices(Action<PaymentsClientOptions> configure)
            {
                if (configure is null)
                    throw new ArgumentNullException(nameof(configure));

                return (options, _) => configure(options);
            }
            """);
    }
}
