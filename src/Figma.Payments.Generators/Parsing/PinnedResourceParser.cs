using System.Collections.Generic;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing;

/// <summary>Parses the attribute's arguments into the resource that a client is pinned to.</summary>
internal static class PinnedResourceParser
{
    public static Pin Parse(INamedTypeSymbol type, AttributeData attribute, ProblemList problems)
    {
        if (attribute.NamedArguments.IsEmpty)
            return default;

        Pin pin = default;
        List<string> names = [];

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Value.Value is not string text)
                continue;

            if (argument.Key == KnownNames.Manifest)
            {
                names.Add(argument.Key);
                pin = pin with { Manifest = text };
            }
            else if (FindRole(argument.Key) is { } role)
            {
                names.Add(argument.Key);
                pin = pin with { Resource = new PinnedResource(role, text) };

                if (IdText.FindError(text) is not null)
                    problems.AddAboutAttribute(Descriptors.PinnedResourceMustBeValid, type, type.Name, $"'{argument.Key}' isn't a valid ID ({Describe(text, IdKind.Of(role)!)})");
            }
        }

        if (names.Count <= 1)
            return pin;

        problems.AddAboutAttribute(Descriptors.PinnedResourceMustBeValid, type, type.Name, $"several resources are set ({string.Join(", ", names.ConvertAll(static name => $"'{name}'"))}); declare an interface for each");

        // The manifest isn't read until it is the only pin.
        return pin with { Manifest = null };
    }

    private static string Describe(string text, IdKind kind) => IdText.FindParseError(text, kind.Segment, out _) ?? $"it is an address; use the number after '/{kind.Segment}/'";

    private static PaymentsRole? FindRole(string argument) => argument switch
    {
        KnownNames.PluginId => PaymentsRole.PluginId,
        KnownNames.WidgetId => PaymentsRole.WidgetId,
        KnownNames.CommunityFileId => PaymentsRole.CommunityFileId,
        _ => null,
    };
}
