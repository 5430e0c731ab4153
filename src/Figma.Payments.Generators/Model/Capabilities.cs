namespace Figma.Payments.Generators.Model;

/// <summary>The features that generated code may use in a compilation.</summary>
/// <param name="HasNullableReferenceTypes">True if the language has <c>#nullable</c> (C# 8 and later).</param>
/// <param name="HasHttpClientFactory">True if the project references <c>Microsoft.Extensions.Http</c>.</param>
/// <param name="HasConfiguration">True if options can be read from configuration and reloaded with it (<c>Microsoft.Extensions.Options.ConfigurationExtensions</c>).</param>
/// <param name="HasKeyedServices">True if a service can be registered under a key (<c>Microsoft.Extensions.DependencyInjection</c> 8 and later).</param>
/// <param name="HasValidateOnStart">True if options can be validated when the host starts (<c>Microsoft.Extensions.Options</c> 8 and later, before that <c>Microsoft.Extensions.Hosting</c> 6).</param>
/// <param name="HasPlatformAttributes">True if a member can be marked as unsupported on a platform (.NET 5 and later).</param>
/// <param name="HasGate">True if the project references <c>Figma.Payments.AspNetCore</c>.</param>
internal readonly record struct Capabilities(bool HasNullableReferenceTypes, bool HasHttpClientFactory, bool HasConfiguration, bool HasKeyedServices, bool HasValidateOnStart, bool HasPlatformAttributes, bool HasGate);
