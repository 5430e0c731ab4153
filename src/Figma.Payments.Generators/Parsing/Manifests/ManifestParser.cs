using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Figma.Payments.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Parsing.Manifests;

/// <summary>A plugin's or widget's <c>manifest.json</c> → the resource that it names.</summary>
/// <remarks>Figma's documentation of the manifest: <c>id</c> is a string that Figma assigns; a widget's has <c>"containsWidget": true</c>.</remarks>
internal static class ManifestParser
{
    public static ManifestFile Parse(AdditionalText file, CancellationToken cancellationToken)
    {
        string? fault = file.GetText(cancellationToken) is { } text
            ? Read(text, out PinnedResource? resource)
            : Unreadable(out resource);

        return new ManifestFile(file.Path, resource, fault);
    }

    // No fault repeats what the file says: a message is for everybody who sees the build.
    private static string? Read(SourceText text, out PinnedResource? resource)
    {
        resource = null;
        JsonReader reader = new(text.ToString());

        if (!reader.TryRead(out List<JsonMember>? members))
        {
            LinePosition end = text.Lines.GetLinePosition(reader.Position);
            return $"is no JSON: line {end.Line + 1}, character {end.Character + 1} is not what JSON goes on with";
        }

        if (members is null)
            return "is no JSON object, and a manifest is one";

        if (FindIdFault(members, out string id) is { } idFault)
            return idFault;

        JsonMember[] widgets = [.. members.Where(static member => member.Name == "containsWidget")];

        if (widgets.Length > 1)
            return "has several members 'containsWidget': keep one";

        if (widgets.Any(static member => member.Kind is not (JsonKind.True or JsonKind.False)))
            return "has a 'containsWidget' that is neither true nor false, so whether it is a widget's is unknown";

        bool isWidget = widgets.Any(static member => member.Kind == JsonKind.True);
        resource = new PinnedResource(isWidget ? PaymentsRole.WidgetId : PaymentsRole.PluginId, id);
        return null;
    }

    private static string? FindIdFault(List<JsonMember> members, out string id)
    {
        JsonMember[] ids = [.. members.Where(static member => member.Name == "id")];
        id = "";

        if (ids.Length == 0)
            return "has no member 'id': Figma assigns it when the plugin is made or published, and shows it behind 'plugin/' or 'widget/' in the Community address";

        if (ids.Length > 1)
            return "has several members 'id': keep the one that Figma assigned";

        if (ids[0].Kind == JsonKind.Number)
            return "has an 'id' without quotes: write it as text, because what reads it as a number changes it";

        if (ids[0].Content is not { } content)
            return "has an 'id' that is no text: it is the number that Figma assigned, in quotes";

        if (IdText.FindFault(content) is { } fault)
            return $"has an 'id' that is none: {fault}";

        if (!content.All(static c => c is >= '0' and <= '9'))
            return "has an 'id' that is no number, and every id that Figma assigns is one";

        if (content.All(static c => c == '0'))
            return "has an 'id' of zeros only, a placeholder: Figma assigns the real one";

        id = content;
        return null;
    }

    private static string Unreadable(out PinnedResource? resource)
    {
        resource = null;
        return "cannot be read";
    }
}
