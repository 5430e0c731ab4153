using System.Linq;
using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Emission;

/// <summary>Writes the client's class, which binds arguments to a request and passes it to the endpoint.</summary>
internal static class ClassEmitter
{
    public static string GeneratedCode { get; } =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"{KnownNames.Tool}\", \"{typeof(ClassEmitter).Assembly.GetName().Version.ToString(3)}\")]";

    public static void Emit(SourceWriter writer, ClientModel client, Capabilities capabilities)
    {
        string pinned = Pinned(client.Pinned);

        writer.Write(Documentation.Class(client));
        writer.WriteAll(client.Attributes);
        writer.Write(GeneratedCode);
        writer.Open($"{(client.Accessibility.Length == 0 ? "" : client.Accessibility + " ")}sealed partial class {client.ClassName} : {client.InterfaceName}");

        writer.Write($$"""
            private readonly {{Names.Endpoint}} {{ClientNaming.EndpointField}};

            /// <summary>Asks over an <c>HttpClient</c> of yours. Its base address is not used.</summary>
            /// <remarks>
            /// Its handler must not follow redirects, which would carry your token to another host, and must not keep cookies.
            /// It must have no default <c>Authorization</c> header: it would be sent too.
            /// <see cref="{{ClientNaming.CreateMethod}}({{Names.Options}})"/> and, with <c>Microsoft.Extensions.Http</c>, the <c>Add…</c> method bring a handler that is safe.
            /// </remarks>
            /// <param name="httpClient">The client to send with; it stays yours to dispose of.</param>
            /// <param name="options">Your credential and the bounds of a question; copied.</param>
            /// <exception cref="global::System.ArgumentNullException">An argument is null.</exception>
            /// <exception cref="global::System.ArgumentException">The options are refused; the message says why.</exception>
            public {{client.ClassName}}(global::System.Net.Http.HttpClient httpClient, {{Names.Options}} options)
                : this(new {{Names.Endpoint}}(httpClient, options{{pinned}}))
            {
            }

            private {{client.ClassName}}({{Names.Endpoint}} endpoint) =>
                {{ClientNaming.EndpointField}} = endpoint;

            /// <summary>Makes a client with a handler that is safe by default: no redirects, no cookies, connections shared.</summary>
            /// <param name="options">Your credential and the bounds of a question; copied.</param>
            /// <returns>The client.</returns>
            /// <exception cref="global::System.ArgumentNullException"><paramref name="options"/> is null.</exception>
            /// <exception cref="global::System.ArgumentException">The options are refused; the message says why.</exception>
            public static {{client.ClassName}} {{ClientNaming.CreateMethod}}({{Names.Options}} options) =>
                new {{client.ClassName}}({{Names.Endpoint}}.Create(options{{pinned}}));
            """);

        foreach (MethodModel method in client.Methods)
        {
            writer.WriteLine();
            EmitMethod(writer, method, client.Pinned, capabilities);
        }

        writer.Close();
    }

    private static void EmitMethod(SourceWriter writer, MethodModel method, PinnedResource? pinned, Capabilities capabilities)
    {
        // A parameter can have the same name as the field.
        string endpoint = method.Parameters.Any(static parameter => parameter.Name == ClientNaming.EndpointField) ? "this." + ClientNaming.EndpointField : ClientNaming.EndpointField;
        string call = $"{endpoint}.{Names.EndpointMethod(method.Result)}(new {Names.CompilerServices}PaymentsRequest({Arguments(method)}), {Cancellation(method)})";
        string wrapped = Names.Wrapped(method.Wrapper, method.Result);

        // An explicit implementation isn't visible on the class and needs no documentation.
        if (method.ExplicitInterface is null)
        {
            writer.Write(method.IsDocumented ? "/// <inheritdoc/>" : Documentation.Method(method, pinned));
            writer.WriteAll(method.Attributes);
        }

        writer.Write($"""
            {Signature(method, wrapped, capabilities)} =>
                {(method.Wrapper == ReturnWrapper.Task ? call : $"new {wrapped}({call})")};
            """);
    }

    private static string Signature(MethodModel method, string wrapped, Capabilities capabilities) => method.ExplicitInterface is null
        ? $"public {wrapped} {method.Name}({ParameterList.Emit(method, capabilities, withDefaults: true)})"
        : $"{wrapped} {method.ExplicitInterface}.{method.Name}({ParameterList.Emit(method, capabilities, withDefaults: false)})";

    private static string Arguments(MethodModel method) => string.Join(", ", method.Parameters
        .Where(static parameter => parameter.Role != PaymentsRole.CancellationToken)
        .Select(static parameter => $"{Names.RequestParameter(parameter.Role)}: {parameter.Name}"));

    private static string Cancellation(MethodModel method) =>
        method.Parameters.FirstOrDefault(static parameter => parameter.Role == PaymentsRole.CancellationToken)?.Name
        ?? Names.CancellationToken + ".None";

    private static string Pinned(PinnedResource? pinned) =>
        pinned is null ? "" : $", new {Names.Library}{pinned.Role}({Literals.Text(pinned.Id)})";
}
