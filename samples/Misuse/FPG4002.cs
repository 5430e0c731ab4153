using Figma.Payments;

namespace Misuse.Fpg4002;

public static class OAuth
{
    public static PersonalAccessToken Read(string signIn) => new($"Bearer {signIn}");
}
