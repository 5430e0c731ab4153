using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Emission;

/// <summary>Writes the extension methods that register one client with <c>IHttpClientFactory</c>.</summary>
internal static class RegistrationEmitter
{
    private const string DependencyInjection = "global::Microsoft.Extensions.DependencyInjection.";
    private const string Services = DependencyInjection + "IServiceCollection";
    private const string Builder = DependencyInjection + "IHttpClientBuilder";
    private const string Configure = $"global::System.Action<{Names.Options}>";
    private const string Configuration = "global::Microsoft.Extensions.Configuration.IConfiguration";
    private const string ConfigureWithServices = $"global::System.Action<{Names.Options}, global::System.IServiceProvider>";

    public static void Emit(SourceWriter writer, RegistrationModel registration, string missingGate, Capabilities capabilities)
    {
        string shared = $"global::{SharedRegistrationEmitter.Namespace}.{SharedRegistrationEmitter.ClassName}<{registration.InterfacePath}>";

        writer.Write($"""
            /// <summary>Extension methods that register <see cref="{registration.InterfacePath}"/>.</summary>
            /// <remarks>They are not supported in browsers, where your access token would be public. Send the request from your server.{missingGate}</remarks>
            """);
        writer.WriteAll(registration.Attributes);

        if (capabilities.HasPlatformAttributes)
            writer.Write(Names.UnsupportedInBrowsers);

        writer.Write(ClassEmitter.GeneratedCode);
        writer.Open($"{registration.Accessibility} static class {registration.ClassName}");
        writer.Write($"""
            private static readonly {shared} Registration =
                new {shared}({Literals.Text(registration.OptionsName)}, (httpClient, options) => new {registration.ClientPath}(httpClient, options));
            """);

        EmitMethods(writer, registration, missingGate, capabilities, isKeyed: false);

        if (capabilities.HasKeyedServices)
            EmitMethods(writer, registration, missingGate: "", capabilities, isKeyed: true);

        writer.Close();
    }

    private static void EmitMethods(SourceWriter writer, RegistrationModel registration, string missingGate, Capabilities capabilities, bool isKeyed)
    {
        string method = isKeyed ? registration.MethodName.Insert("Add".Length, "Keyed") : registration.MethodName;
        string head = $"{registration.Accessibility} static {Builder} {method}(this {Services} services{(isKeyed ? ", string serviceKey" : "")}";
        string call = isKeyed ? "Registration.AddKeyed(services, serviceKey, " : "Registration.Add(services, ";
        string body = call + "configure);";

        string summary = isKeyed
            ? $"/// <summary>Registers <see cref=\"{registration.InterfacePath}\"/> as a keyed service that uses <c>IHttpClientFactory</c> and has options of its own.</summary>"
            : $"/// <summary>Registers <see cref=\"{registration.InterfacePath}\"/> as a service that uses <c>IHttpClientFactory</c>.</summary>";

        string name = isKeyed ? $"<c>{registration.OptionsName}/</c> followed by the key" : $"<c>{registration.OptionsName}</c>";
        string validation = capabilities.HasValidateOnStart ? "when the host starts, or on first use if there is no host" : "on first use";
        string keyDocumentation = isKeyed ? "\n/// <param name=\"serviceKey\">The key of the service, for example for <c>[FromKeyedServices(…)]</c>.</param>" : "";

        string rest = Rest("configure", "A delegate that sets the access token and the limits of a request.");

        writer.WriteLine();
        writer.Write($"""
            {summary}
            /// <remarks>
            /// The handler follows no redirects and stores no cookies. The factory's loggers are removed because they log URIs, which can contain payment tokens.
            /// Invalid options are reported {validation}. The options and the <c>HttpClient</c> are named {name}.{missingGate}
            /// </remarks>
            {rest}
            {head}, {Configure} configure) =>
                {body}

            {summary}
            /// <remarks>Use this overload if a service provides the access token. It is otherwise the same as the other overload.</remarks>
            {rest}
            {head}, {ConfigureWithServices} configure) =>
                {body}
            """);

        if (!capabilities.HasConfiguration)
            return;

        writer.WriteLine();
        writer.Write($"""
            {summary}
            /// <remarks>
            /// The section can contain <c>AccessToken</c>, <c>BaseAddress</c>, <c>Timeout</c> and <c>MaxResponseBytes</c>.
            /// If the configuration is reloaded, the next request uses the new access token. Clients that are resolved later use all new settings.
            /// The overload is otherwise the same as the others.
            /// </remarks>
            {Rest("configuration", "The configuration section of the client, for example <c>builder.Configuration.GetSection(\"Figma\")</c>.")}
            {head}, {Configuration} configuration) =>
                {call}configuration);
            """);

        string Rest(string parameter, string description) => $"""
            /// <param name="services">The services to add the client to.</param>{keyDocumentation}
            /// <param name="{parameter}">{description}</param>
            /// <returns>A builder to configure the <c>HttpClient</c>, for example to add handlers.</returns>
            /// <exception cref="global::System.ArgumentNullException">An argument is null.</exception>
            """;
    }
}
