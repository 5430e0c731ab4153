using System.Collections.Generic;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Evaluates <c>string.Format</c> with a constant format.</summary>
internal static class FormatReader
{
    public static void Append(AddressReader reader, AddressText address, IInvocationOperation call)
    {
        string? format = null;
        List<IOperation> values = [];

        for (int i = 0; i < call.TargetMethod.Parameters.Length; i++)
        {
            if (call.Arguments.ValueOf(i) is not { } value)
                continue;

            if (call.TargetMethod.Parameters[i].Name == "format")
                format = value.ConstantValue is { HasValue: true, Value: string text } ? text : null;
            else if (call.TargetMethod.Parameters[i].IsParams)
                values.AddRange(GetElements(value.WithoutConversions()));
            else if (call.TargetMethod.Parameters[i].Name != "provider")
                values.Add(value);
        }

        if (format is null)
            address.Add(AddressPartKind.Anything);
        else
            Append(reader, address, format, values);
    }

    private static void Append(AddressReader reader, AddressText address, string format, IReadOnlyList<IOperation> values)
    {
        int start = 0;

        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] is not ('{' or '}'))
                continue;

            address.Add(format.Substring(start, i - start));

            if (i + 1 < format.Length && format[i + 1] == format[i])
            {
                address.Add(format.Substring(i, 1));
                i++;
            }
            else if (format.IndexOf('}', i) is var end && end > i && FindValue(format.Substring(i + 1, end - i - 1), values, out bool isPlain) is { } value)
            {
                if (isPlain)
                    address.Add(reader.ReadPart(value));
                else
                    address.Add(reader.GetFormattedKind(value));

                i = end;
            }
            else
            {
                // It throws an exception, or its arguments are unknown.
                address.Add(AddressPartKind.Anything);
                return;
            }

            start = i + 1;
        }

        address.Add(format.Substring(start));
    }

    /// <summary>Returns the elements of an array creation, or nothing for an array from elsewhere.</summary>
    private static IEnumerable<IOperation> GetElements(IOperation values) => values switch
    {
        IArrayCreationOperation { Initializer: { } list } => list.ElementValues,
        { IsImplicit: true } => values.ChildOperations,
        _ => [],
    };

    private static IOperation? FindValue(string item, IReadOnlyList<IOperation> values, out bool isPlain)
    {
        int end = item.IndexOfAny([',', ':']);
        isPlain = end < 0;
        return int.TryParse(isPlain ? item : item.Substring(0, end), out int index) && index >= 0 && index < values.Count ? values[index] : null;
    }
}
