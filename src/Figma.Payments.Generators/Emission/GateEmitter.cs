using System;
using System.Linq;
using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Emission;

/// <summary>Writes the gate of a client: the extension methods that add it and require it, and its attributes. They only call <c>Figma.Payments.AspNetCore</c>.</summary>
internal static class GateEmitter
{
    private const string Library = Names.Library + "AspNetCore.";
    private const string Client = Library + "CompilerServices.GateClient";
    private const string Options = Library + "FigmaPaymentsGateOptions";
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
    private const string AddGate = "global::Microsoft.Extensions.DependencyInjection.GateServiceCollectionExtensions.AddFigmaPaymentsGate";
    private const string Configuration = "global::Microsoft.Extensions.Configuration.IConfiguration";
    private const string EndpointExtensions = "global::Microsoft.AspNetCore.Builder.GateEndpointExtensions.";
    private const string EndpointBuilder = "global::Microsoft.AspNetCore.Builder.IEndpointConventionBuilder";

    public static void Emit(SourceWriter writer, GateModel gate, ClientFile file)
    {
        RegistrationModel registration = file.Registration!;

        writer.Write($"""
            /// <summary>Extension methods for the gate of <see cref="{registration.InterfacePath}"/>, which only users who have paid pass.</summary>
            """);
        writer.WriteAll(registration.Attributes);
        writer.Write(ClassEmitter.GeneratedCode);
        writer.Open($"{registration.Accessibility} static class {gate.ClassName}");

        writer.Write($"""
            /// <summary>The name of the gate.</summary>
            public const string GateName = {Literals.Text(registration.OptionsName)};
            """);

        EmitAdd(writer, gate, registration, file.Capabilities);
        EmitEndpointMethod(writer, registration, gate.RequireMethod, "RequireFigmaPayments", Documentation.RequireGate);
        EmitEndpointMethod(writer, registration, gate.ReadMethod, "ReadFigmaPayments", Documentation.ReadGate);
        EmitConfigure(writer, gate, registration, file.Client.Pinned!, file.Capabilities);
        writer.Close();

        EmitAttribute(writer, gate, registration, gate.RequireMethod, "RequireFigmaPaymentsAttribute", Documentation.RequireGate);
        EmitAttribute(writer, gate, registration, gate.ReadMethod, "ReadFigmaPaymentsAttribute", Documentation.ReadGate);
    }

    private static void EmitAdd(SourceWriter writer, GateModel gate, RegistrationModel registration, Capabilities capabilities)
    {
        string configure = Configure(capabilities);
        string head = $"public static {Services} {gate.AddMethod}(this {Services} services, ";

        writer.WriteLine();
        writer.Write($"""
            /// <summary>Adds the gate of <see cref="{registration.InterfacePath}"/>. Register the client with <c>{registration.MethodName}</c> too: the gate sends its requests through it.</summary>
            {Documentation.GateRemarks(gate)}
            /// <param name="services">The services to add the gate to.</param>
            /// <param name="configure">A delegate that sets the options of the gate, or null.</param>
            /// <returns>The services.</returns>
            {head}{configure} configure = null) =>
                {AddGate}(services, GateName, options => Configure(options, configure));

            /// <summary>Adds the gate of <see cref="{registration.InterfacePath}"/>, and reads its options from a configuration section.</summary>
            {Documentation.GateRemarks(gate)}
            /// <param name="services">The services to add the gate to.</param>
            /// <param name="section">The section. Its keys are the names of the options.</param>
            /// <param name="configure">A delegate that sets further options, or null.</param>
            /// <returns>The services.</returns>
            {head}{Configuration} section, {configure} configure = null) =>
                {AddGate}(services, GateName, section, options => Configure(options, configure));
            """);
    }

    private static void EmitEndpointMethod(SourceWriter writer, RegistrationModel registration, string method, string called, string summary)
    {
        writer.WriteLine();
        writer.Write($"""
            /// <summary>{summary}</summary>
            /// <typeparam name="TBuilder">The type of the builder.</typeparam>
            /// <param name="builder">The builder of an endpoint, of a group, of controllers, of Razor pages, of a hub or of a gRPC service.</param>
            /// <returns>The builder.</returns>
            public static TBuilder {method}<TBuilder>(this TBuilder builder)
                where TBuilder : {EndpointBuilder} =>
                {EndpointExtensions}{called}(builder, GateName);
            """);
    }

    private static void EmitConfigure(SourceWriter writer, GateModel gate, RegistrationModel registration, PinnedResource pinned, Capabilities capabilities)
    {
        writer.WriteLine();
        writer.Write($$"""
            private static void Configure({{Options}} options, {{Configure(capabilities)}} configure)
            {
                {{Client}}.Use<{{registration.InterfacePath}}>(
                    options,
                    new {{Names.Library}}{{pinned.Role}}({{Literals.Text(pinned.Id)}}),
                    {{Lambda(gate.ByToken, "token", capabilities)}},
                    {{Lambda(gate.ByUser, "userId", capabilities)}});

                if (configure != null)
                    configure(options);
            }
            """);
    }

    private static void EmitAttribute(SourceWriter writer, GateModel gate, RegistrationModel registration, string method, string baseName, string summary)
    {
        string name = ClientNaming.GetAttributeName(method);

        writer.WriteLine();
        writer.Write($"/// <summary>{summary}</summary>");
        writer.WriteAll(registration.Attributes);
        writer.Write(ClassEmitter.GeneratedCode);
        writer.Open($"{registration.Accessibility} sealed class {name} : {Library}{baseName}");
        writer.Write($$"""
            /// <summary>Initializes a new instance of the <see cref="{{name}}"/> class.</summary>
            public {{name}}()
                : base({{gate.ClassName}}.GateName)
            {
            }
            """);
        writer.Close();
    }

    private static string Configure(Capabilities capabilities) => $"global::System.Action<{Options}>{(capabilities.HasNullableReferenceTypes ? "?" : "")}";

    private static string Lambda(GateRequest? request, string subject, Capabilities capabilities)
    {
        if (request is null)
            return "null";

        MethodModel method = request.Method;
        string client = request.InheritedFrom is { } inherited ? $"(({inherited})client)" : "client";
        string call = $"{client}.{method.Name}({string.Join(", ", method.Parameters.Select(parameter => Argument(parameter, subject, capabilities)))})";
        bool isResultTask = method is { Wrapper: ReturnWrapper.Task, Result: ResultKind.Result };

        return $"(client, {subject}, cancellationToken) => {(isResultTask ? call : $"{Client}.ToResult({call})")}";
    }

    private static string Argument(ParameterModel parameter, string subject, Capabilities capabilities) => parameter.Role switch
    {
        PaymentsRole.ExpectedUser => $"default({Names.Type(parameter, capabilities)})",
        PaymentsRole.CancellationToken => Variable(parameter, "cancellationToken", capabilities),
        _ => parameter.Type switch
        {
            ParameterType.PluginPaymentToken or ParameterType.UserId => Variable(parameter, subject, capabilities),
            ParameterType.String => subject + ".Value",
            ParameterType.Int64 => Number(parameter, "long", subject, capabilities),
            ParameterType.UInt64 => Number(parameter, "ulong", subject, capabilities),
            _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter.Type, null),
        },
    };

    // The argument has exactly the type of the parameter, so that the call means no other overload.
    private static string Variable(ParameterModel parameter, string name, Capabilities capabilities) => parameter switch
    {
        { IsNullable: true } => $"({Names.Type(parameter, capabilities)}){name}",
        { IsIn: true } => "in " + name,
        _ => name,
    };

    private static string Number(ParameterModel parameter, string type, string subject, Capabilities capabilities) =>
        (parameter.IsNullable ? $"({Names.Type(parameter, capabilities)})" : "") + $"{type}.Parse({subject}.Value, global::System.Globalization.CultureInfo.InvariantCulture)";
}
