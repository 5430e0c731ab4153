using System.Collections.Generic;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing;

/// <summary>The attribute's arguments → what a client is pinned to.</summary>
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

                if (IdText.FindError(text) is { } fault)
                    problems.AddAboutAttribute(Descriptors.PinnedResourceMustBeValid, type, type.Name, $"'{argument.Key}' isn't a valid ID ({fault})");
            }
        }

        if (names.Count <= 1)
            return pin;

        problems.AddAboutAttribute(Descriptors.PinnedResourceMustBeValid, type, type.Name, $"several resources are set ({string.Join(", ", names.ConvertAll(static name => $"'{name}'"))}); declare an interface for each");

        // Which of them is meant has to be said before a file is worth reading.
        return pin with { Manifest = null };
    }

    private static PaymentsRole? FindRole(string argument) => argument switch
    {
        KnownNames.PluginId => PaymentsRole.PluginId,
        KnownNames.WidgetId => PaymentsRole.WidgetId,
        KnownNames.CommunityFileId => PaymentsRole.CommunityFileId,
        _ => null,
    };
}

/// <summary>What a client is pinned to: a resource, or the manifest that names one; neither where it is not pinned.</summary>
/// <param name="Resource">The resource, where its id is written down.</param>
/// <param name="Manifest">The manifest's path, as the developer wrote it.</param>
internal readonly record struct Pin(PinnedResource? Resource, string? Manifest)
{
    public bool IsSet => Resource is not null || Manifest is not null;

    /// <summary>Whether it is a Community file, which runs no code that could get a payment token.</summary>
    public bool IsFile => Resource is { Role: PaymentsRole.CommunityFileId };
}
