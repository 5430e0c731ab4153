namespace Figma.Payments.Generators.Rules;

/// <summary>The catalogue of rules. Each band has its descriptors in its own folder. IDs are never reused.</summary>
internal static partial class Descriptors;
