using Figma.Payments;

namespace Misuse.Fpg2005;

public static class NoId
{
    public static readonly PluginId Glyphs = new("glyphs");
}
