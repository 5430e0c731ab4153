using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Emission;

/// <summary>Writes the extension methods that register one client with <c>IHttpClientFactory</c>.</summary>
internal static class RegistrationEmitter
{
    private const string DependencyInjection = "global::Microsoft.Extensions.DependencyInjection.";
    private const string Services = DependencyInjection + "IServiceCollection";
    private const string Builder = DependencyInjection + "IHttpClientBuilder";
    private const string Configure = $"global::System.Action<{Names.Options}>";
    private const string ConfigureWithServices = $"global::System.Action<{Names.Options}, global::System.IServiceProvider>";

    public static void Emit(SourceWriter writer, RegistrationModel registration, Capabilities capabilities)
    {
        string shared = $"global::{SharedRegistrationEmitter.Namespace}.{SharedRegistrationEmitter.ClassName}<{registration.InterfacePath}>";

        writer.Write($"/// <summary>Registers <see cref=\"{registration.InterfacePath}\"/>.</summary>");
        writer.WriteAll(registration.Attributes);
        writer.Write(ClassEmitter.GeneratedCode);
        writer.Open($"{registration.Accessibility} static class {registration.ClassName}");
        writer.Write($"""
            private static readonly {shared} Registration =
                new {shared}({Literals.Text(registration.OptionsName)}, (httpClient, options) => new {registration.ClientPath}(httpClient, options));
            """);

        EmitMethods(writer, registration, isKeyed: false);

        if (capabilities.HasKeyedServices)
            EmitMethods(writer, registration, isKeyed: true);

        writer.Close();
    }

    private static void EmitMethods(SourceWriter writer, RegistrationModel registration, bool isKeyed)
    {
        string method = isKeyed ? registration.MethodName.Insert("Add".Length, "Keyed") : registration.MethodName;
        string head = $"{registration.Accessibility} static {Builder} {method}(this {Services} services{(isKeyed ? ", string serviceKey" : "")}";
        string body = isKeyed ? "Registration.AddKeyed(services, serviceKey, configure);" : "Registration.Add(services, configure);";

        string summary = isKeyed
            ? $"/// <summary>Registers <see cref=\"{registration.InterfacePath}\"/> under a key: one of several, with a credential of its own.</summary>"
            : $"/// <summary>Registers <see cref=\"{registration.InterfacePath}\"/> with a client over <c>IHttpClientFactory</c>.</summary>";

        string name = isKeyed ? $"<c>{registration.OptionsName}/</c> and the key" : $"<c>{registration.OptionsName}</c>";
        string keyDocumentation = isKeyed ? "\n/// <param name=\"serviceKey\">What it is asked for by: <c>[FromKeyedServices(…)]</c>.</param>" : "";

        string rest = $"""
            /// <param name="services">The services.</param>{keyDocumentation}
            /// <param name="configure">Sets your credential and the bounds of a question.</param>
            /// <returns>The builder, for handlers and resilience of your own.</returns>
            /// <exception cref="global::System.ArgumentNullException">An argument is null.</exception>
            """;

        writer.WriteLine();
        writer.Write($"""
            {summary}
            /// <remarks>
            /// The handler follows no redirect and keeps no cookie, and the factory's loggers are taken away: they print addresses, and a payment token is in the address.
            /// The options are checked when the host starts, or else when they are first used. They and the <c>HttpClient</c> are named {name}.
            /// </remarks>
            {rest}
            {head}, {Configure} configure) =>
                {body}

            {summary}
            /// <remarks>As the other overload, with the services at hand: for a token that one of them knows.</remarks>
            {rest}
            {head}, {ConfigureWithServices} configure) =>
                {body}
            """);
    }
}
