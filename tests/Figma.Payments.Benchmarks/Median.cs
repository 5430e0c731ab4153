using System.Collections.Generic;
using System.Linq;

namespace Figma.Payments.Benchmarks;

internal static class Median
{
    public static double Of(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered[ordered.Length / 2];
    }
}
