namespace Figma.Payments.Generators.Model;

/// <summary>What the compilation allows in generated code.</summary>
/// <param name="HasNullableReferenceTypes">Whether the language has <c>#nullable</c> (C# 8 and later).</param>
/// <param name="HasHttpClientFactory">Whether the project references <c>Microsoft.Extensions.Http</c>.</param>
/// <param name="HasKeyedServices">Whether a service can be registered under a key (<c>Microsoft.Extensions.DependencyInjection</c> 8 and later).</param>
/// <param name="HasValidateOnStart">Whether options can be checked when the host starts (<c>Microsoft.Extensions.Options</c> 8 and later, before that <c>Microsoft.Extensions.Hosting</c> 6).</param>
internal readonly record struct Capabilities(bool HasNullableReferenceTypes, bool HasHttpClientFactory, bool HasKeyedServices, bool HasValidateOnStart);
