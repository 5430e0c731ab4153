using System;

namespace Figma.Payments;

/// <summary>
/// Specifies the request parameter that a parameter of a client method represents, if its type doesn't determine it.
/// </summary>
/// <remarks>It applies to parameters of type <see cref="string"/>, <see cref="long"/> and <see cref="ulong"/>, nullable or not, and takes precedence over the name of the parameter. The role <c>expected_user</c> applies to parameters of type <see cref="UserId"/>, nullable or not.</remarks>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = false, Inherited = false)]
public sealed class PaymentsParameterAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="PaymentsParameterAttribute"/> class.</summary>
    /// <param name="name">
    /// Figma's name of the request parameter: <c>plugin_payment_token</c>, <c>user_id</c>, <c>community_file_id</c>, <c>plugin_id</c> or <c>widget_id</c>.
    /// Or <c>expected_user</c>, which isn't sent: the user that the response to a token request must be about.
    /// </param>
    public PaymentsParameterAttribute(string name) => Name = name;

    /// <summary>Gets Figma's name of the request parameter, or <c>expected_user</c>.</summary>
    public string Name { get; }
}
