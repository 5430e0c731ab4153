namespace Figma.Payments.Tests.Fake;

/// <summary>How a test asks the fake.</summary>
public enum Door
{
    Memory,
    Loopback,
}
