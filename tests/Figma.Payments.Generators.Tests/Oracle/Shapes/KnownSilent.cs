using System.Collections.Generic;
using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>The certain errors that are not reported, or by another rule only, each with the reason.</summary>
internal static class KnownSilent
{
    private const string FloatingPoint = "Floating-point numbers are not followed: NaN does not equal itself, and 0.0 equals -0.0.";
    private const string Member = "Code that runs between the test and the use can change a field or property that is not readonly: here the initializers of the static fields of the call, or another argument.";
    private const string Unsafe = "Nothing is claimed about the paths of unsafe code.";
    private const string Callers = "The callers of a lambda or local function are in the same method, which decides what they pass and when they call it.";

    public static readonly ImmutableDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["NaN_is_matched_by_a_constant_pattern"] = FloatingPoint,
        ["A_negative_zero_equals_zero"] = FloatingPoint,
        ["A_double_constant_is_compared"] = FloatingPoint,
        ["A_double_parameter_is_tested_twice"] = FloatingPoint,
        ["A_field_is_tested_and_used_with_nothing_in_between"] = Member,
        ["A_field_is_filled_by_a_coalesce_assignment_and_used"] = Member,
        ["A_field_is_assigned_and_used_with_nothing_in_between"] = Member,
        ["An_auto_property_is_tested_and_used_with_nothing_in_between"] = Member,
        ["A_field_is_read_before_an_argument_clears_it"] = Member,
        ["An_auto_property_is_assigned_and_used"] = Member,
        ["A_pointer_writes_another_variable"] = Unsafe,
        ["A_function_pointer_takes_a_value"] = Unsafe,
        ["A_copy_of_a_struct_keeps_its_field"] = "The fields of structs are not followed, except for the elements of tuples: a method of the struct can write them.",
        ["A_boxed_int_is_the_constant_one"] = "The content of a box is not followed: a box of another type can contain an equal number.",
        ["An_assignment_before_the_lambda_exists_is_certain"] = "A variable that a lambda writes is unknown in the whole method: the lambda can run at any time after it was created.",
        ["The_call_in_a_local_function_is_wrong_on_a_path"] = Callers,
        ["The_call_in_a_lambda_is_wrong_on_a_path_of_its_parameter"] = Callers,
    }.ToImmutableDictionary();
}
