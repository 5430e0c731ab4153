using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Emission;

/// <summary>The extension method that registers a client with <c>IHttpClientFactory</c>.</summary>
internal static class RegistrationEmitter
{
    public static void Emit(SourceWriter writer, ClientModel client, RegistrationModel registration, Capabilities capabilities)
    {
        string name = capabilities.HasNullableReferenceTypes ? "string?" : "string";
        string scope = client.Namespace.Length == 0 ? "global::" : $"global::{client.Namespace}.";
        string clientInterface = scope + registration.InterfacePath;
        string clientClass = scope + registration.ClientPath;

        writer.Write($"/// <summary>Registers <see cref=\"{clientInterface}\"/>.</summary>");
        writer.WriteAll(registration.Attributes);
        writer.Write(ClassEmitter.GeneratedCode);
        writer.Open($"{registration.Accessibility} static class {registration.ClassName}");

        writer.Write($$"""
            private const string Name = {{Literals.Text(registration.OptionsName)}};

            /// <summary>Registers <see cref="{{clientInterface}}"/> with a client over <c>IHttpClientFactory</c>.</summary>
            /// <remarks>
            /// The handler follows no redirect and keeps no cookie, and the factory's loggers are taken away: they print addresses, and a payment token is in the address.
            /// The options have the name of the interface with its namespace; they are checked when they are first used, and at the start where <c>ValidateOnStart</c> is asked for.
            /// </remarks>
            /// <param name="services">The services.</param>
            /// <param name="configure">Sets your credential and the bounds of a question.</param>
            /// <returns>The builder, for handlers and resilience of your own.</returns>
            /// <exception cref="global::System.ArgumentNullException">An argument is null.</exception>
            {{registration.Accessibility}} static global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder {{registration.MethodName}}(this global::Microsoft.Extensions.DependencyInjection.IServiceCollection services, global::System.Action<{{Names.Options}}> configure)
            {
                if (services is null)
                    throw new global::System.ArgumentNullException(nameof(services));

                if (configure is null)
                    throw new global::System.ArgumentNullException(nameof(configure));

                global::Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions.Configure(services, Name, configure);
                global::Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<global::Microsoft.Extensions.Options.IValidateOptions<{{Names.Options}}>>(services, new OptionsValidation());

                // The first filter has the last word, so that it sees the loggers which the others add.
                services.Insert(0, global::Microsoft.Extensions.DependencyInjection.ServiceDescriptor.Singleton<global::Microsoft.Extensions.Http.IHttpMessageHandlerBuilderFilter>(new NoLoggers()));

                global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder builder = global::Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions.AddHttpClient<{{clientInterface}}, {{clientClass}}>(services, Name, (httpClient, provider) =>
                {
                    // The options' time-out covers the whole answer; this one would not.
                    httpClient.Timeout = global::System.Threading.Timeout.InfiniteTimeSpan;
                    return new {{clientClass}}(httpClient, global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<global::Microsoft.Extensions.Options.IOptionsMonitor<{{Names.Options}}>>(provider).Get(Name));
                });

                return global::Microsoft.Extensions.DependencyInjection.HttpClientBuilderExtensions.ConfigurePrimaryHttpMessageHandler(builder, {{Names.Endpoint}}.CreateHandler);
            }

            private sealed class OptionsValidation : global::Microsoft.Extensions.Options.IValidateOptions<{{Names.Options}}>
            {
                public global::Microsoft.Extensions.Options.ValidateOptionsResult Validate({{name}} name, {{Names.Options}} options)
                {
                    if (name != Name)
                        return global::Microsoft.Extensions.Options.ValidateOptionsResult.Skip;

                    return options.TryValidate(out var fault)
                        ? global::Microsoft.Extensions.Options.ValidateOptionsResult.Success
                        : global::Microsoft.Extensions.Options.ValidateOptionsResult.Fail(fault);
                }
            }

            private sealed class NoLoggers : global::Microsoft.Extensions.Http.IHttpMessageHandlerBuilderFilter
            {
                public global::System.Action<global::Microsoft.Extensions.Http.HttpMessageHandlerBuilder> Configure(global::System.Action<global::Microsoft.Extensions.Http.HttpMessageHandlerBuilder> next)
                {
                    return builder =>
                    {
                        next(builder);

                        if (builder.Name != Name)
                            return;

                        for (int i = builder.AdditionalHandlers.Count - 1; i >= 0; i--)
                        {
                            if (builder.AdditionalHandlers[i] is global::Microsoft.Extensions.Http.Logging.LoggingHttpMessageHandler || builder.AdditionalHandlers[i] is global::Microsoft.Extensions.Http.Logging.LoggingScopeHttpMessageHandler)
                                builder.AdditionalHandlers.RemoveAt(i);
                        }
                    };
                }
            }
            """);

        writer.Close();
    }
}
