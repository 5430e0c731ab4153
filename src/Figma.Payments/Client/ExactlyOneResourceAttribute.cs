using System;

namespace Figma.Payments;

/// <summary>
/// Marks a method that has resource IDs as optional parameters and forwards them to a client method.
/// The analyzers then check that calls of the marked method specify exactly one of them, like calls of a client method.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor, AllowMultiple = false, Inherited = true)]
public sealed class ExactlyOneResourceAttribute : Attribute;
