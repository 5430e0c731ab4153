using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Emission;

/// <summary>The extension methods that register a client with <c>IHttpClientFactory</c>.</summary>
internal static class RegistrationEmitter
{
    private const string DependencyInjection = "global::Microsoft.Extensions.DependencyInjection.";
    private const string Services = DependencyInjection + "IServiceCollection";
    private const string Builder = DependencyInjection + "IHttpClientBuilder";
    private const string Configure = $"global::System.Action<{Names.Options}>";
    private const string ConfigureWithServices = $"global::System.Action<{Names.Options}, global::System.IServiceProvider>";

    public static void Emit(SourceWriter writer, ClientModel client, RegistrationModel registration, Capabilities capabilities)
    {
        string scope = client.Namespace.Length == 0 ? "global::" : $"global::{client.Namespace}.";
        string clientInterface = scope + registration.InterfacePath;

        writer.Write($"/// <summary>Registers <see cref=\"{clientInterface}\"/>.</summary>");
        writer.WriteAll(registration.Attributes);
        writer.Write(ClassEmitter.GeneratedCode);
        writer.Open($"{registration.Accessibility} static class {registration.ClassName}");
        writer.Write($"private const string Name = {Literals.Text(registration.OptionsName)};");

        EmitMethods(writer, registration, clientInterface, isKeyed: false);

        if (capabilities.HasKeyedServices)
            EmitMethods(writer, registration, clientInterface, isKeyed: true);

        EmitParts(writer, scope + registration.ClientPath, capabilities);
        writer.Close();
    }

    private static void EmitMethods(SourceWriter writer, RegistrationModel registration, string clientInterface, bool isKeyed)
    {
        string method = isKeyed ? registration.MethodName.Insert("Add".Length, "Keyed") : registration.MethodName;
        string keyParameter = isKeyed ? ", string serviceKey" : "";
        string key = isKeyed ? ", serviceKey" : "";
        string name = isKeyed ? "Name + Separator + serviceKey" : "Name";

        string summary = isKeyed
            ? $"/// <summary>Registers <see cref=\"{clientInterface}\"/> under a key: one of several, with a credential of its own.</summary>"
            : $"/// <summary>Registers <see cref=\"{clientInterface}\"/> with a client over <c>IHttpClientFactory</c>.</summary>";

        string keyDocumentation = isKeyed ? "\n/// <param name=\"serviceKey\">What it is asked for by: <c>[FromKeyedServices(…)]</c>.</param>" : "";

        writer.WriteLine();
        writer.Write($$"""
            {{summary}}
            /// <remarks>
            /// The handler follows no redirect and keeps no cookie, and the factory's loggers are taken away: they print addresses, and a payment token is in the address.
            /// The options are checked when the host starts, or else when they are first used. Their name is that of the <c>HttpClient</c>.
            /// </remarks>
            /// <param name="services">The services.</param>{{keyDocumentation}}
            /// <param name="configure">Sets your credential and the bounds of a question.</param>
            /// <returns>The builder, for handlers and resilience of your own.</returns>
            /// <exception cref="global::System.ArgumentNullException">An argument is null.</exception>
            {{registration.Accessibility}} static {{Builder}} {{method}}(this {{Services}} services{{keyParameter}}, {{Configure}} configure)
            {
                if (configure is null)
                    throw new global::System.ArgumentNullException(nameof(configure));

                return {{method}}(services{{key}}, (options, _) => configure(options));
            }

            {{summary}}
            /// <remarks>As the other overload, with the services at hand: for a token that one of them knows.</remarks>
            /// <param name="services">The services.</param>{{keyDocumentation}}
            /// <param name="configure">Sets your credential and the bounds of a question.</param>
            /// <returns>The builder, for handlers and resilience of your own.</returns>
            /// <exception cref="global::System.ArgumentNullException">An argument is null.</exception>
            {{registration.Accessibility}} static {{Builder}} {{method}}(this {{Services}} services{{keyParameter}}, {{ConfigureWithServices}} configure)
            {
                if (services is null)
                    throw new global::System.ArgumentNullException(nameof(services));
            """);

        if (isKeyed)
        {
            writer.Write("""

                    if (serviceKey is null)
                        throw new global::System.ArgumentNullException(nameof(serviceKey));
                """);
        }

        string register = isKeyed
            ? $"{DependencyInjection}ServiceCollectionServiceExtensions.AddKeyedTransient<{clientInterface}>(services, serviceKey, (provider, _) => Make(provider, {name}));"
            : $"{DependencyInjection}ServiceCollectionServiceExtensions.AddTransient<{clientInterface}>(services, provider => Make(provider, {name}));";

        writer.Write($$"""

                if (configure is null)
                    throw new global::System.ArgumentNullException(nameof(configure));

                {{register}}
                return AddParts(services, {{name}}, configure);
            }
            """);
    }

    private static void EmitParts(SourceWriter writer, string clientClass, Capabilities capabilities)
    {
        string name = capabilities.HasNullableReferenceTypes ? "string?" : "string";
        string options = $"{DependencyInjection}OptionsServiceCollectionExtensions.AddOptions<{Names.Options}>(services, name).Configure(configure)";

        writer.WriteLine();
        writer.Write($$"""
            // No name of a type has it, so that no other client's begins with this one's and it.
            private const string Separator = "/";

            private static bool IsOurs({{name}} name)
            {
                return name == Name || (name != null && name.StartsWith(Name + Separator, global::System.StringComparison.Ordinal));
            }

            private static {{clientClass}} Make(global::System.IServiceProvider provider, string name)
            {
                var httpClient = {{DependencyInjection}}ServiceProviderServiceExtensions.GetRequiredService<global::System.Net.Http.IHttpClientFactory>(provider).CreateClient(name);

                // The options' time-out covers the whole answer; this one would not.
                httpClient.Timeout = global::System.Threading.Timeout.InfiniteTimeSpan;

                return new {{clientClass}}(httpClient, {{DependencyInjection}}ServiceProviderServiceExtensions.GetRequiredService<global::Microsoft.Extensions.Options.IOptionsMonitor<{{Names.Options}}>>(provider).Get(name));
            }

            private static {{Builder}} AddParts({{Services}} services, string name, {{ConfigureWithServices}} configure)
            {
                {{(capabilities.HasValidateOnStart ? $"{DependencyInjection}OptionsBuilderExtensions.ValidateOnStart({options});" : options + ";")}}
                {{DependencyInjection}}Extensions.ServiceCollectionDescriptorExtensions.TryAddEnumerable(services, {{DependencyInjection}}ServiceDescriptor.Singleton<global::Microsoft.Extensions.Options.IValidateOptions<{{Names.Options}}>, OptionsValidation>());

                // The first filter has the last word, so that it sees the loggers which the others add.
                services.Insert(0, {{DependencyInjection}}ServiceDescriptor.Singleton<global::Microsoft.Extensions.Http.IHttpMessageHandlerBuilderFilter>(new NoLoggers()));

                return {{DependencyInjection}}HttpClientBuilderExtensions.ConfigurePrimaryHttpMessageHandler({{DependencyInjection}}HttpClientFactoryServiceCollectionExtensions.AddHttpClient(services, name), {{Names.Endpoint}}.CreateHandler);
            }

            private sealed class OptionsValidation : global::Microsoft.Extensions.Options.IValidateOptions<{{Names.Options}}>
            {
                public global::Microsoft.Extensions.Options.ValidateOptionsResult Validate({{name}} name, {{Names.Options}} options)
                {
                    if (!IsOurs(name))
                        return global::Microsoft.Extensions.Options.ValidateOptionsResult.Skip;

                    return options.TryValidate(out var fault)
                        ? global::Microsoft.Extensions.Options.ValidateOptionsResult.Success
                        : global::Microsoft.Extensions.Options.ValidateOptionsResult.Fail(name + ": " + fault);
                }
            }

            private sealed class NoLoggers : global::Microsoft.Extensions.Http.IHttpMessageHandlerBuilderFilter
            {
                public global::System.Action<global::Microsoft.Extensions.Http.HttpMessageHandlerBuilder> Configure(global::System.Action<global::Microsoft.Extensions.Http.HttpMessageHandlerBuilder> next)
                {
                    return builder =>
                    {
                        next(builder);

                        if (!IsOurs(builder.Name))
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
    }
}
