namespace Figma.Payments.Generators.Model;

/// <summary>A client to generate.</summary>
/// <param name="HintName">The generated file's name without its extension: the interface's metadata name, with a hash if it differs only by case from another name.</param>
/// <param name="Namespace">The interface's namespace, or an empty string for the global namespace.</param>
/// <param name="ContainingTypes">The declarations of the containing types, outermost first, such as <c>class Outer</c>.</param>
/// <param name="Attributes">The attributes that the client repeats from its interface.</param>
/// <param name="Accessibility">The client's accessibility as a C# keyword, or an empty string if the developer's own part declares it.</param>
/// <param name="InterfaceName">The interface's simple name, escaped if it is a keyword.</param>
/// <param name="ClassName">The client's simple name.</param>
/// <param name="Pinned">The resource that the client is pinned to, or null if it is not pinned.</param>
/// <param name="AddsDefaultMethods">True if <paramref name="Methods"/> are declared in the generated part of the interface, which then declares no methods itself.</param>
/// <param name="Methods">The client methods.</param>
/// <param name="Registration">How the client is registered with <c>IHttpClientFactory</c>, or null if code outside its containing type can't name it.</param>
/// <param name="Gate">The gate of ASP.NET Core endpoints, or null if the client is not pinned, not registered, or has no method that a gate can call.</param>
internal sealed record ClientModel(
    string HintName,
    string Namespace,
    EquatableArray<string> ContainingTypes,
    EquatableArray<string> Attributes,
    string Accessibility,
    string InterfaceName,
    string ClassName,
    PinnedResource? Pinned,
    bool AddsDefaultMethods,
    EquatableArray<MethodModel> Methods,
    RegistrationModel? Registration,
    GateModel? Gate);

/// <summary>A resource that a client is pinned to.</summary>
internal sealed record PinnedResource(PaymentsRole Role, string Id);

/// <summary>The class with the extension methods that register a client.</summary>
/// <param name="OptionsName">The name of the client's options and of its HttpClient: the interface's metadata name.</param>
/// <param name="ClassName">The name of the static class.</param>
/// <param name="MethodName">The name of the methods, such as <c>AddGlyphPayments</c>.</param>
/// <param name="Attributes">The attributes that the class repeats from the interface and its containing types.</param>
/// <param name="Experiments">The IDs of the experimental features whose diagnostics the attributes don't prevent.</param>
/// <param name="Accessibility">The accessibility of the class and its methods.</param>
/// <param name="InterfacePath">The interface's name, qualified by its containing types.</param>
/// <param name="ClientPath">The client's name, qualified by its containing types.</param>
internal sealed record RegistrationModel(string OptionsName, string ClassName, string MethodName, EquatableArray<string> Attributes, EquatableArray<string> Experiments, string Accessibility, string InterfacePath, string ClientPath);
