namespace Figma.Payments.Testing;

/// <summary>The shape of the body of an error. Figma's endpoints have two.</summary>
public enum FakeErrorEnvelope
{
    /// <summary>Each error as it has been seen or documented: <see cref="Err"/> for an expired personal access token, <see cref="Message"/> for all others.</summary>
    AsSeen = 0,

    /// <summary><c>{"status":403,"error":true,"message":"…"}</c>, as Figma's OpenAPI file says of this endpoint.</summary>
    Message = 1,

    /// <summary><c>{"status":403,"err":"…"}</c>, as other families of Figma's endpoints answer.</summary>
    Err = 2,
}
