using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Figma.Payments.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Parsing.Manifests;

/// <summary>Parses the <c>manifest.json</c> of a plugin or widget into the resource that it identifies.</summary>
/// <remarks>According to Figma's documentation, <c>id</c> is a string that Figma assigns, and the manifest of a widget contains <c>"containsWidget": true</c>.</remarks>
internal static class ManifestParser
{
    public static ManifestFile Parse(AdditionalText file, CancellationToken cancellationToken)
    {
        string? problem = file.GetText(cancellationToken) is { } text
            ? Read(text, out PinnedResource? resource)
            : Unreadable(out resource);

        return new ManifestFile(file.Path, resource, problem);
    }

    // No problem repeats the file's content, because everyone who sees the build sees the message.
    private static string? Read(SourceText text, out PinnedResource? resource)
    {
        resource = null;
        JsonReader reader = new(text.ToString());

        if (!reader.TryRead(out List<JsonMember>? members))
        {
            LinePosition end = text.Lines.GetLinePosition(reader.Position);
            return $"isn't valid JSON (line {end.Line + 1}, character {end.Character + 1}); correct the syntax error";
        }

        if (members is null)
            return "isn't a JSON object; use the manifest of a plugin or widget";

        if (FindIdProblem(members, out string id) is { } idProblem)
            return idProblem;

        JsonMember[] widgets = [.. members.Where(static member => member.Name == "containsWidget")];

        if (widgets.Length > 1)
            return "has several members 'containsWidget'; keep one";

        if (widgets.Any(static member => member.Kind is not (JsonKind.True or JsonKind.False)))
            return "has a 'containsWidget' that isn't a Boolean value; use true or false";

        bool isWidget = widgets.Any(static member => member.Kind == JsonKind.True);
        resource = new PinnedResource(isWidget ? PaymentsRole.WidgetId : PaymentsRole.PluginId, id);
        return null;
    }

    private static string? FindIdProblem(List<JsonMember> members, out string id)
    {
        JsonMember[] ids = [.. members.Where(static member => member.Name == "id")];
        id = "";

        if (ids.Length == 0)
            return "has no member 'id'; add the number that Figma assigned, which is after 'plugin/' or 'widget/' in the Community address";

        if (ids.Length > 1)
            return "has several members 'id'; keep the one that Figma assigned";

        if (ids[0].Kind == JsonKind.Number)
            return "has an 'id' that is a number; put it in quotes, because large numbers lose digits when they are parsed";

        if (ids[0].Content is not { } content)
            return "has an 'id' that isn't a string; use the number that Figma assigned, in quotes";

        if (IdText.FindError(content) is { } problem)
            return $"has an 'id' that isn't a valid ID ({problem}); use the number that Figma assigned";

        if (!content.All(static c => c is >= '0' and <= '9'))
            return "has an 'id' that isn't a number; use the number that Figma assigned";

        if (content.All(static c => c == '0'))
            return "has a placeholder as its 'id'; use the number that Figma assigned";

        id = content;
        return null;
    }

    private static string Unreadable(out PinnedResource? resource)
    {
        resource = null;
        return "can't be read";
    }
}
