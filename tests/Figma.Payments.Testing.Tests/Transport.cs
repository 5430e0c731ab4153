namespace Figma.Payments.Testing.Tests;

/// <summary>Specifies how a test sends requests to the fake.</summary>
public enum Transport
{
    Memory,
    Loopback,
}
