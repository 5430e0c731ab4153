namespace Figma.Payments.Testing;

/// <summary>Specifies the name of the JSON property in <c>payment_status</c> that holds the status. Figma's own documents disagree.</summary>
public enum FakeStatusSpelling
{
    /// <summary><c>{"type":"PAID"}</c>, as in Figma's OpenAPI file.</summary>
    Type = 0,

    /// <summary><c>{"status":"PAID"}</c>, as on the types page of Figma's documentation.</summary>
    Status = 1,

    /// <summary><c>{"type":"PAID","status":"PAID"}</c>: both properties, with the same value.</summary>
    Both = 2,
}
