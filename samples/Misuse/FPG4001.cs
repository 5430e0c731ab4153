using Figma.Payments;

namespace Misuse.Fpg4001;

public static class SecretInSource
{
    // A made-up token, concatenated so that no secret scanner reports it.
    public static readonly PersonalAccessToken Token = new("figd_" + "7hQ2mXz9-Vb4Kw8Rt1Ny6Ls3Pd5Fg0Jc2Ua8");
}
