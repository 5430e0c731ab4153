using System;

namespace Figma.Payments;

/// <summary>
/// Says which of the endpoint's parameters a method's parameter is, where its type does not; it goes before the name.
/// </summary>
/// <remarks>For parameters of type <see cref="string"/>, <see cref="long"/> and <see cref="ulong"/>, nullable or not.</remarks>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = false, Inherited = false)]
public sealed class PaymentsParameterAttribute : Attribute
{
    /// <summary>Names the endpoint's parameter.</summary>
    /// <param name="name">
    /// One of Figma's names: <c>plugin_payment_token</c>, <c>user_id</c>, <c>community_file_id</c>, <c>plugin_id</c>, <c>widget_id</c>.
    /// </param>
    public PaymentsParameterAttribute(string name) => Name = name;

    /// <summary>The endpoint's parameter, by Figma's name.</summary>
    public string Name { get; }
}
