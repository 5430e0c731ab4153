using System.Collections.Generic;
using Figma.Payments.Generators.Diagnostics;
using Figma.Payments.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing;

/// <summary>The attribute's arguments → the resource that a client is pinned to.</summary>
internal static class PinnedResourceParser
{
    public static PinnedResource? Parse(INamedTypeSymbol type, AttributeData attribute, ProblemList problems)
    {
        PinnedResource? pinned = null;
        List<string> names = [];

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (FindRole(argument.Key) is not { } role || argument.Value.Value is not string id)
                continue;

            names.Add(argument.Key);
            pinned = new PinnedResource(role, id);

            if (IdText.FindFault(id) is { } fault)
                problems.AddAboutAttribute(Rules.PinnedResource, type, type.Name, $"{argument.Key} is no id: {fault}");
        }

        if (names.Count > 1)
            problems.AddAboutAttribute(Rules.PinnedResource, type, type.Name, $"{string.Join(" and ", names)} are set, and a client is about one resource: make an interface for each");

        return pinned;
    }

    private static PaymentsRole? FindRole(string argument) => argument switch
    {
        KnownNames.PluginId => PaymentsRole.PluginId,
        KnownNames.WidgetId => PaymentsRole.WidgetId,
        KnownNames.CommunityFileId => PaymentsRole.CommunityFileId,
        _ => null,
    };
}
