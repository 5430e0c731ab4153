namespace Figma.Payments.Testing;

/// <summary>Specifies the JSON shape of an error response. Figma's endpoints use two shapes.</summary>
public enum FakeErrorEnvelope
{
    /// <summary>The shape that was observed or documented for each error: <see cref="Err"/> for an expired personal access token, <see cref="Message"/> for all other errors.</summary>
    AsSeen = 0,

    /// <summary><c>{"status":403,"error":true,"message":"…"}</c>, as Figma's OpenAPI file declares for this endpoint.</summary>
    Message = 1,

    /// <summary><c>{"status":403,"err":"…"}</c>, as other Figma endpoints respond.</summary>
    Err = 2,
}
