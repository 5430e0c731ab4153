namespace Figma.Payments.Generators.Model;

/// <summary>What the compilation allows in generated code.</summary>
/// <param name="HasNullableReferenceTypes">Whether the language has <c>#nullable</c> (C# 8 and later).</param>
/// <param name="HasHttpClientFactory">Whether the project references <c>Microsoft.Extensions.Http</c>.</param>
internal readonly record struct Capabilities(bool HasNullableReferenceTypes, bool HasHttpClientFactory);
