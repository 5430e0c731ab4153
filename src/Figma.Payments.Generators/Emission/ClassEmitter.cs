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

        writer.Write(Documentation.Class(client, capabilities));
        writer.WriteAll(client.Attributes);
        writer.Write(GeneratedCode);
        writer.Open($"{(client.Accessibility.Length == 0 ? "" : client.Accessibility + " ")}sealed partial class {client.ClassName} : {client.InterfaceName}");

        writer.Write($$"""
            private readonly {{Names.Endpoint}} {{ClientNaming.EndpointField}};

            /// <summary>Initializes a client that sends its requests with the specified <c>HttpClient</c>. The base address of the <c>HttpClient</c> is not used.</summary>
            /// <remarks>
            /// The handler must not follow redirects, which would send your access token to another host, and must not store cookies.
            /// The <c>HttpClient</c> must have no default <c>Authorization</c> header, because it would be sent too.
            /// Use <see cref="global::Figma.Payments.PaymentsHttpHandler.Create()"/> for a safe handler.
            /// <see cref="{{ClientNaming.CreateMethod}}({{Names.Options}})"/> and, with <c>Microsoft.Extensions.Http</c>, the <c>Add…</c> extension method use one.
            /// </remarks>
            /// <param name="httpClient">The <c>HttpClient</c> that sends the requests. The client does not dispose it.</param>
            /// <param name="options">The access token and the limits of a request. The options are copied.</param>
            /// <exception cref="global::System.ArgumentNullException"><paramref name="httpClient"/> or <paramref name="options"/> is null.</exception>
            /// <exception cref="global::System.ArgumentException">An option is invalid. The message contains the reason.</exception>
            public {{client.ClassName}}(global::System.Net.Http.HttpClient httpClient, {{Names.Options}} options)
                : this(new {{Names.Endpoint}}(httpClient, options{{pinned}}))
            {
            }

            private {{client.ClassName}}({{Names.Endpoint}} endpoint) =>
                {{ClientNaming.EndpointField}} = endpoint;

            /// <summary>Creates a client with a handler that follows no redirects, stores no cookies and shares its connections.</summary>
            /// <remarks>It is not supported in browsers, where your access token would be public. Send the request from your server.</remarks>
            /// <param name="options">The access token and the limits of a request. The options are copied.</param>
            /// <returns>A client that is safe for concurrent use.</returns>
            /// <exception cref="global::System.ArgumentNullException"><paramref name="options"/> is null.</exception>
            /// <exception cref="global::System.ArgumentException">An option is invalid. The message contains the reason.</exception>
            /// <exception cref="global::System.PlatformNotSupportedException">The process runs in a browser.</exception>
            {{(capabilities.HasPlatformAttributes ? Names.UnsupportedInBrowsers + "\n" : "")}}public static {{client.ClassName}} {{ClientNaming.CreateMethod}}({{Names.Options}} options) =>
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
