using System;

namespace Figma.Payments;

/// <summary>
/// Marks a method of your own that takes the resource ids as optional parameters and hands them on:
/// its callers are held to supplying exactly one of them, as the client's own callers are.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor, AllowMultiple = false, Inherited = true)]
public sealed class ExactlyOneResourceAttribute : Attribute;
