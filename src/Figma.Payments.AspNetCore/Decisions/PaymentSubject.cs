namespace Figma.Payments.AspNetCore.Decisions;

/// <summary>Represents the subject of a request to Figma: the user of a payment token (a token request) or a user ID (an ID request).</summary>
internal readonly struct PaymentSubject
{
    private PaymentSubject(PluginPaymentToken token, UserId userId, bool isToken)
    {
        Token = token;
        UserId = userId;
        IsToken = isToken;
    }

    public PluginPaymentToken Token { get; }

    public UserId UserId { get; }

    public bool IsToken { get; }

    public static PaymentSubject OfToken(PluginPaymentToken token) => new(token, default, isToken: true);

    public static PaymentSubject OfUser(UserId userId) => new(default, userId, isToken: false);
}
