namespace Figma.Payments.Generators.Model;

/// <summary>One client.</summary>
/// <param name="HintName">The generated file's name, without its extension: the interface's metadata name, made unique where only case tells it from another.</param>
/// <param name="Namespace">The interface's namespace; empty for the global one.</param>
/// <param name="ContainingTypes">The types around the interface, outermost first, as their declarations begin: <c>class Outer</c>.</param>
/// <param name="Attributes">What the client is marked with, as the interface is.</param>
/// <param name="Accessibility">The client's accessibility, in C#'s words: the interface's; empty where a part of the developer's own says it.</param>
/// <param name="InterfaceName">The interface's simple name, escaped where it is a keyword.</param>
/// <param name="ClassName">The client's simple name.</param>
/// <param name="Pinned">The resource that every question is about, if one is pinned.</param>
/// <param name="AddsDefaultMethods">Whether <paramref name="Methods"/> have to be declared in the interface too.</param>
/// <param name="Methods">The questions.</param>
/// <param name="Registration">How the client is registered where there is an <c>IHttpClientFactory</c>; null where nothing outside its containing type can name it.</param>
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
    RegistrationModel? Registration);

/// <summary>A resource that a client is pinned to.</summary>
internal sealed record PinnedResource(PaymentsRole Role, string Id);

/// <summary>The extension method that registers a client.</summary>
/// <param name="OptionsName">The name of the client's options and of its HttpClient: the interface's metadata name.</param>
/// <param name="ClassName">The static class around the method.</param>
/// <param name="MethodName">The method's name: <c>AddGlyphPayments</c>.</param>
/// <param name="Attributes">What the class is marked with, as the interface or a type around it is.</param>
/// <param name="Accessibility">The accessibility of both.</param>
/// <param name="InterfacePath">The interface's name from its namespace on, containing types included.</param>
/// <param name="ClientPath">The client's name from its namespace on, containing types included.</param>
internal sealed record RegistrationModel(string OptionsName, string ClassName, string MethodName, EquatableArray<string> Attributes, string Accessibility, string InterfacePath, string ClientPath);
