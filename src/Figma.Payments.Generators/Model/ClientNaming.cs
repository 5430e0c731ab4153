using System;
using System.Globalization;

namespace Figma.Payments.Generators.Model;

/// <summary>Derives the names of generated types and members from the name of an interface.</summary>
internal static class ClientNaming
{
    /// <summary>The name of the client's private field.</summary>
    public const string EndpointField = "_endpoint";

    /// <summary>The name of the client's static factory method.</summary>
    public const string CreateMethod = "Create";

    private const string ClientSuffix = "Client";

    /// <summary>Gets the name of the client's class: <c>IGlyphPayments</c> → <c>GlyphPaymentsClient</c>.</summary>
    public static string GetClassName(string interfaceName)
    {
        string stem = GetStem(interfaceName);
        return stem.Length > ClientSuffix.Length && stem.EndsWith(ClientSuffix, StringComparison.Ordinal) ? stem : stem + ClientSuffix;
    }

    /// <summary>Gets the names of the interfaces whose client would get a class name.</summary>
    public static string[] GetInterfaceNames(string className)
    {
        string stem = className.Substring(0, className.Length - ClientSuffix.Length);
        return [stem, "I" + stem, className, "I" + className];
    }

    /// <summary>Gets the name of the class that contains the registration methods.</summary>
    /// <param name="containingTypes">The concatenated names of the types that contain the interface.</param>
    /// <param name="interfaceName">The name of the interface.</param>
    public static string GetRegistrationClassName(string containingTypes, string interfaceName) =>
        containingTypes + GetClassName(interfaceName) + "ServiceCollectionExtensions";

    /// <summary>Gets the name of the registration method: <c>IGlyphPayments</c> → <c>AddGlyphPayments</c>.</summary>
    /// <param name="containingTypes">The concatenated names of the types that contain the interface.</param>
    /// <param name="interfaceName">The name of the interface.</param>
    public static string GetRegistrationMethodName(string containingTypes, string interfaceName) =>
        "Add" + containingTypes + GetStem(interfaceName);

    /// <summary>Gets the part that the names of a gate share, from the registration method: <c>AddGlyphPayments</c> → <c>GlyphPayments</c>.</summary>
    public static string GetGateName(string registrationMethod) => registrationMethod.Substring("Add".Length);

    /// <summary>Gets the name of the class that contains the methods of a gate: <c>GlyphPayments</c> → <c>GlyphPaymentsGateExtensions</c>.</summary>
    public static string GetGateClassName(string gateName) => gateName + "GateExtensions";

    /// <summary>Gets the name of the methods that add a gate: <c>GlyphPayments</c> → <c>AddGlyphPaymentsGate</c>.</summary>
    public static string GetGateMethodName(string gateName) => "Add" + gateName + "Gate";

    /// <summary>Gets the name of an attribute of a gate: <c>RequireGlyphPayments</c> → <c>RequireGlyphPaymentsAttribute</c>.</summary>
    public static string GetAttributeName(string method) => method + "Attribute";

    /// <summary>Determines whether a method of that name cannot be a public member of the client.</summary>
    public static bool IsReserved(string methodName, string className) =>
        methodName == EndpointField || methodName == className;

    // 'Item' keeps its I, 'IItem' loses one. 'I3D' keeps its I too, because '3D' isn't an identifier.
    private static string GetStem(string interfaceName) =>
        interfaceName.Length > 1 && interfaceName[0] == 'I' && !char.IsLower(interfaceName[1]) && CanBeginIdentifier(interfaceName[1]) ? interfaceName.Substring(1) : interfaceName;

    private static bool CanBeginIdentifier(char c) => c == '_' || char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.LetterNumber;
}
