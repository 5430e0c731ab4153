using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>The positions of operations, by function.</summary>
internal sealed class Positions
{
    private readonly Dictionary<IOperation, List<int>> _positions = [];

    public void Add(IOperation function, IOperation operation)
    {
        int position = operation.Syntax.SpanStart;

        if (!_positions.TryGetValue(function, out List<int>? list))
            _positions.Add(function, list = []);

        // Operations are almost always in source order.
        if (list.Count == 0 || list[list.Count - 1] <= position)
            list.Add(position);
        else
            list.Insert(CountBefore(list, position), position);
    }

    public bool IsAnyOutside(IOperation function, TextSpan span) => CountOutside(function, span) > 0;

    public int CountOutside(IOperation function, TextSpan span) =>
        _positions.TryGetValue(function, out List<int>? list) ? list.Count - (CountBefore(list, span.End) - CountBefore(list, span.Start)) : 0;

    public bool IsAnyBefore(IOperation function, int position) => CountBefore(function, position) > 0;

    public int CountBefore(IOperation function, int position) => _positions.TryGetValue(function, out List<int>? list) ? CountBefore(list, position) : 0;

    private static int CountBefore(List<int> positions, int end)
    {
        (int low, int high) = (0, positions.Count);

        while (low < high)
        {
            int middle = (low + high) / 2;

            if (positions[middle] < end)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
