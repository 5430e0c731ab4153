using System;

namespace Figma.Payments.Generators.Flow;

/// <summary>A hash table of triples of integers. Each triple has an index, in the order of insertion.</summary>
/// <remarks>Two arrays instead of a dictionary of tuples: they are most of what the analysis of a small method allocates.</remarks>
internal sealed class TripleTable
{
    private const int Width = 4;
    private const int None = -1;

    // For each triple: its three integers, and the previous triple in the same slot.
    private int[] _entries = new int[32 * Width];

    // For each slot: the index of its last triple plus one. The number of slots is a power of two.
    private int[] _slots = new int[32];

    public int Count { get; private set; }

    public int First(int number) => _entries[number * Width];

    public int Second(int number) => _entries[(number * Width) + 1];

    public int Third(int number) => _entries[(number * Width) + 2];

    /// <summary>Returns the index of a triple, or a negative number if the table doesn't contain it.</summary>
    public int Find(int first, int second, int third)
    {
        int number = _slots[SlotOf(first, second, third)] - 1;

        while (number != None && (First(number) != first || Second(number) != second || Third(number) != third))
            number = _entries[(number * Width) + 3];

        return number;
    }

    /// <summary>Adds a triple that the table doesn't contain.</summary>
    /// <returns>The index of the triple.</returns>
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
