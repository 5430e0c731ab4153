using Figma.Payments;

namespace Misuse.Fpg2005;

public static class InvalidId
{
    public static readonly PluginId Glyphs = new("glyphs");
}
