using System;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>The values of a type that a shape is executed with: all of a small type, the borders of a large one, null if it can be null.</summary>
internal static class Values
{
    public static object?[] Of(ParameterInfo parameter, NullabilityInfoContext nullability) =>
        Of(parameter.ParameterType, nullability.Create(parameter).WriteState);

    public static object?[] Of(FieldInfo field, NullabilityInfoContext nullability) =>
        Of(field.FieldType, nullability.Create(field).WriteState);

    private static object?[] Of(Type type, NullabilityState state)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return [null, .. Of(underlying)];

        return type.IsValueType || state == NullabilityState.NotNull ? Of(type) : [null, .. Of(type)];
    }

    private static object?[] Of(Type type)
    {
        if (type.IsEnum)
            return [.. Enum.GetValues(type).Cast<object>(), Enum.ToObject(type, 100)];

        return type.Name switch
        {
            nameof(Boolean) => [false, true],
            nameof(Int32) => [int.MinValue, -1, 0, 1, 2, 3, 4, 256, int.MaxValue],
            nameof(Int64) => [long.MinValue, -1L, 0L, 1L, 2L, 3L, long.MaxValue],
            nameof(UInt32) => [0u, 1u, 2u, 3u, uint.MaxValue],
            nameof(UInt64) => [0ul, 1ul, 2ul, 3ul, ulong.MaxValue],
            nameof(Byte) => [(byte)0, (byte)1, (byte)2, (byte)3, byte.MaxValue],
            nameof(SByte) => [sbyte.MinValue, (sbyte)-1, (sbyte)0, (sbyte)1, (sbyte)2, sbyte.MaxValue],
            nameof(Int16) => [short.MinValue, (short)-1, (short)0, (short)1, (short)2, short.MaxValue],
            nameof(UInt16) => [(ushort)0, (ushort)1, (ushort)2, ushort.MaxValue],
            nameof(Char) => ['\0', 'a', 'p', 'w', char.MaxValue],
            nameof(Double) => [double.NaN, double.NegativeInfinity, -1.0, -0.0, 0.0, 1.0, 2.0, double.PositiveInfinity],
            nameof(Single) => [float.NaN, -1f, 0f, 1f, 2f],
            nameof(Decimal) => [decimal.MinValue, -1m, 0m, 1m, decimal.MaxValue],
            nameof(String) => ["", "1", "2"],
            nameof(Object) => ["", "1", 0, 1, 1L, false, true, new PluginId("1"), new WidgetId("1")],
            nameof(Task) => [Task.CompletedTask],
            nameof(Action) => [new Action(static () => { })],
            nameof(CommunityFileId) => [new CommunityFileId("1")],
            nameof(PluginId) => [new PluginId("1")],
            nameof(WidgetId) => [new WidgetId("1")],
            _ => throw new NotSupportedException($"There are no values of the type {type}."),
        };
    }
}
