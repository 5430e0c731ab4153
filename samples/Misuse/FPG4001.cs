using Figma.Payments;

namespace Misuse.Fpg4001;

public static class SecretInSource
{
    // Made up for this sample, and in two parts, so that no other scanner takes it for a real one.
    public static readonly PersonalAccessToken Token = new("figd_" + "7hQ2mXz9-Vb4Kw8Rt1Ny6Ls3Pd5Fg0Jc2Ua8");
}
