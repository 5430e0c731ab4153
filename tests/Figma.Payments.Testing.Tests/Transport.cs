namespace Figma.Payments.Testing.Tests;

/// <summary>How a test asks the fake.</summary>
public enum Transport
{
    Memory,
    Loopback,
}
