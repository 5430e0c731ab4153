using System;

namespace Figma.Payments.Generators.Flow;

/// <summary>Triples of numbers, each kept once and found by what it is; its number is its place in the order of their coming.</summary>
/// <remarks>Two arrays in place of a dictionary of tuples: an analysis of a small method makes two of these and little else.</remarks>
internal sealed class TripleTable
{
    private const int Width = 4;
    private const int None = -1;

    // First, second, third, and the next of the same slot.
    private int[] _entries = new int[32 * Width];

    // One more than the number of the last one in each slot: as many slots as there is room, a power of two.
    private int[] _slots = new int[32];

    public int Count { get; private set; }

    public int First(int number) => _entries[number * Width];

    public int Second(int number) => _entries[(number * Width) + 1];

    public int Third(int number) => _entries[(number * Width) + 2];

    /// <summary>The number of a triple; negative where it is not there.</summary>
    public int Find(int first, int second, int third)
    {
        int number = _slots[SlotOf(first, second, third)] - 1;

        while (number != None && (First(number) != first || Second(number) != second || Third(number) != third))
            number = _entries[(number * Width) + 3];

        return number;
    }

    /// <summary>Keeps a triple that is not there yet.</summary>
    /// <returns>Its number.</returns>
    public int Add(int first, int second, int third)
    {
        if (Count == _slots.Length)
            Grow();

        int number = Count++;
        _entries[number * Width] = first;
        _entries[(number * Width) + 1] = second;
        _entries[(number * Width) + 2] = third;
        Link(number);
        return number;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, _entries.Length * 2);
        _slots = new int[_slots.Length * 2];

        for (int number = 0; number < Count; number++)
            Link(number);
    }

    private void Link(int number)
    {
        ref int slot = ref _slots[SlotOf(First(number), Second(number), Third(number))];
        _entries[(number * Width) + 3] = slot - 1;
        slot = number + 1;
    }

    private int SlotOf(int first, int second, int third)
    {
        unchecked
        {
            uint mixed = ((uint)first * 0x9E3779B1u) + ((uint)second * 0x85EBCA77u) + ((uint)third * 0xC2B2AE3Du);
            mixed ^= mixed >> 15;
            return (int)(mixed & (uint)(_slots.Length - 1));
        }
    }
}
