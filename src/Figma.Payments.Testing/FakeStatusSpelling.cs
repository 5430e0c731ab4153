namespace Figma.Payments.Testing;

/// <summary>How the member of <c>payment_status</c> is called that holds the status. Figma's own documents disagree.</summary>
public enum FakeStatusSpelling
{
    /// <summary><c>{"type":"PAID"}</c>, as Figma's OpenAPI file says.</summary>
    Type = 0,

    /// <summary><c>{"status":"PAID"}</c>, as the types page of Figma's documentation says.</summary>
    Status = 1,

    /// <summary><c>{"type":"PAID","status":"PAID"}</c>: both, saying the same.</summary>
    Both = 2,
}
