using System.Collections.Generic;
using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>The certain errors that are not reported, or by another rule only, each with the reason.</summary>
internal static class KnownSilent
{
    private const string FloatingPoint = "The values of floating-point variables are not followed; FPG2003 is reported instead.";
    private const string Ranges = "Comparisons of one number with different constants are not combined into ranges.";
    private const string NullableExtension = "An extension property of a nullable value is taken for its 'Value', which throws on null.";

    public static readonly ImmutableDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["A_default_tuple_has_no_IDs"] = "The default value of a tuple is not divided into its elements.",
        ["An_element_of_a_nested_tuple_is_assigned_a_second_ID"] = "An assignment to an element of a nested tuple is not seen.",
        ["A_uint_of_a_parameter_is_not_negative"] = "The range of an unsigned type is not used; FPG2003 is reported instead.",
        ["NaN_is_matched_by_a_constant_pattern"] = FloatingPoint,
        ["A_negative_zero_equals_zero"] = FloatingPoint,
        ["A_double_constant_is_compared"] = FloatingPoint,
        ["A_double_parameter_is_tested_twice"] = "The outcome of a comparison with NaN is not followed.",
        ["A_number_is_outside_of_two_ranges"] = Ranges,
        ["Two_ranges_of_a_number_overlap"] = Ranges,
        ["A_number_is_tested_for_a_range_by_a_pattern"] = "A comparison of a variable that a pattern declares is no evidence of two outcomes.",
        ["A_switch_on_ranges_has_no_default"] = "A switch on ranges without a default is not understood.",
        ["A_null_object_is_compared_by_reference"] = "ReferenceEquals is an ordinary call; FPG2003 is reported instead.",
        ["An_extension_property_does_not_change_its_receiver"] = NullableExtension,
        ["An_extension_property_of_an_unset_local_throws_nothing"] = NullableExtension,
        ["An_extension_property_is_read_on_both_branches"] = NullableExtension,
        ["A_second_tuple_element_is_filled_by_a_coalesce_assignment"] = "A coalesce assignment to a tuple element is not followed.",
        ["The_call_in_a_lambda_reads_a_local_that_is_never_written"] = "A captured variable is unknown inside a lambda.",
        ["An_assignment_before_the_lambda_exists_is_certain"] = "A variable that a lambda writes is unknown in the whole method.",
        ["A_contradicted_assertion_does_not_hide_the_call"] = "Debug.Assert is believed although it is not in the program, so the call counts as unreachable.",
    }.ToImmutableDictionary();
}
