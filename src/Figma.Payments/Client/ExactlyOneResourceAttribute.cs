using System;

namespace Figma.Payments;

/// <summary>
/// Marks a method that has resource IDs as optional parameters and forwards them to a client method.
/// The analyzers then check that calls of the marked method specify exactly one of them, like calls of a client method.
/// </summary>
/// <remarks>
/// A payment token counts as the resource that it stands for: if the method also has a parameter for it, a call specifies either the token or exactly one ID.
/// The method can be one of an interface, for example of a Refit client. The roles of its parameters are determined as for client methods: by their types, by <see cref="PaymentsParameterAttribute"/>, or by their names.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor, AllowMultiple = false, Inherited = true)]
public sealed class ExactlyOneResourceAttribute : Attribute;
