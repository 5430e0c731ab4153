using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Figma.Payments.Tests.Fuzzing;

/// <summary>Makes a body of chance: mostly an answer that is wrong in one place or a few, as JSON or as bytes.</summary>
internal static class Mutator
{
    /// <summary>The body that belongs to the dice.</summary>
    public static byte[] Make(Dice dice)
    {
        // Bytes of pure chance are refused at the first: few of them do.
        if (dice.Once(64))
            return Noise(dice);

        JsonPiece answer = dice.Pick(Words.Answers).Copy();

        for (int changes = dice.Roll(5); changes > 0; changes--)
            answer = Change(answer, dice);

        StringBuilder text = new(256);
        answer.Write(text);

        if (dice.Once(8))
            Loosen(text, dice);

        byte[] body = Encoding.UTF8.GetBytes(text.ToString());

        for (int changes = dice.Once(3) ? 1 + dice.Roll(3) : 0; changes > 0; changes--)
            body = Change(body, dice);

        return body;
    }

    private static byte[] Noise(Dice dice)
    {
        byte[] noise = new byte[dice.Roll(300)];

        for (int i = 0; i < noise.Length; i++)
            noise[i] = dice.Byte();

        return noise;
    }

    private static JsonPiece Change(JsonPiece root, Dice dice)
    {
        List<JsonPiece> containers = [];
        Collect(root, containers);

        if (containers.Count == 0)
            return Wrap(root, dice);

        JsonPiece container = dice.Pick(containers);

        if (container.Members is not { Count: > 0 } members)
        {
            container.Items?.Add(Leaf(dice));
            container.Members?.Add((dice.Pick(Words.Names), Leaf(dice)));
            return root;
        }

        int at = dice.Roll(members.Count);
        int other = dice.Roll(members.Count);
        (string name, JsonPiece value) = members[at];

        switch (dice.Roll(11))
        {
            case 0:
                (members[at], members[other]) = (members[other], members[at]);
                break;

            case 1:
                members[at] = (name, members[other].Value);
                members[other] = (members[other].Name, value);
                break;

            case 2:
                members.RemoveAt(at);
                break;

            case 3:
                members.Insert(other, (dice.Once(2) ? name : Escape(name, dice), dice.Once(2) ? value.Copy() : Leaf(dice)));
                break;

            case 4:
                members[at] = (Escape(name, dice), value);
                break;

            case 5:
                members[at] = (dice.Once(4) ? Flip(name, dice) : dice.Pick(Words.Names), value);
                break;

            case 6:
                members[at] = (name, Retype(value, dice));
                break;

            case 7:
                members[at] = (name, Wrap(value, dice));
                break;

            case 8:
                members.Insert(other, (dice.Pick(Words.Names), dice.Once(2) ? Leaf(dice) : dice.Pick(Words.Answers).Copy()));
                break;

            case 9:
                members[at] = (name, Part(dice.Pick(Words.Answers), name) ?? Leaf(dice));
                break;

            default:
                members[at] = (name, Leaf(dice));
                break;
        }

        return root;
    }

    private static void Collect(JsonPiece piece, List<JsonPiece> containers)
    {
        if (piece.Members is not null)
        {
            containers.Add(piece);

            foreach ((_, JsonPiece value) in piece.Members)
                Collect(value, containers);
        }
        else if (piece.Items is not null)
        {
            containers.Add(piece);

            foreach (JsonPiece item in piece.Items)
                Collect(item, containers);
        }
    }

    private static JsonPiece? Part(JsonPiece piece, string name)
    {
        foreach ((string member, JsonPiece value) in piece.Members ?? [])
        {
            if (member == name)
                return value.Copy();

            if (Part(value, name) is { } found)
                return found;
        }

        return null;
    }

    private static JsonPiece Leaf(Dice dice) => JsonPiece.Leaf(dice.Pick(Words.Leaves));

    private static JsonPiece Wrap(JsonPiece value, Dice dice)
    {
        int depth = dice.Once(8) ? 40 : 1;

        for (; depth > 0; depth--)
            value = dice.Once(2) ? JsonPiece.List(value) : JsonPiece.Object((dice.Pick(Words.Names), value));

        return value;
    }

    // Text becomes a number, a number text, a flag the other one.
    private static JsonPiece Retype(JsonPiece value, Dice dice) => value.Text switch
    {
        "" => Leaf(dice),
        "true" => JsonPiece.Leaf("false"),
        "false" => JsonPiece.Leaf("true"),
        ['"', .. string text, '"'] => JsonPiece.Leaf(dice.Once(2) ? text : "\"" + Flip(text, dice) + "\""),
        string text => JsonPiece.Leaf("\"" + text + "\""),
    };

    private static string Escape(string text, Dice dice)
    {
        if (text.Length < 3)
            return text;

        int at = 1 + dice.Roll(text.Length - 2);
        return text[at] == '\\' || (at > 1 && text[at - 1] == '\\') ? text : FormattableString.Invariant($"{text[..at]}\\u{(int)text[at]:x4}{text[(at + 1)..]}");
    }

    private static string Flip(string text, Dice dice)
    {
        int at = dice.Roll(text.Length + 1);
        return at == text.Length ? text.ToUpperInvariant() : text[..at] + (char)(text[at] ^ 0x20) + text[(at + 1)..];
    }

    private static void Loosen(StringBuilder text, Dice dice)
    {
        for (int i = text.Length; i >= 0; i--)
        {
            if ((i == text.Length || text[i] is '{' or '}' or '[' or ']' or ',' or ':') && dice.Once(2))
                text.Insert(i, dice.Pick(s_blanks));
        }
    }

    private static readonly string[] s_blanks = [" ", "\n", "\t", "\r\n  "];

    private static byte[] Change(byte[] body, Dice dice)
    {
        int at = dice.Roll(body.Length + 1);
        int end = Math.Min(body.Length, at + 1 + dice.Roll(16));

        switch (dice.Roll(8))
        {
            case 0:
                return body[..at];

            case 1:
                return body[at..];

            case 2:
                return [.. body[..at], .. body[end..]];

            case 3:
                return [.. body[..end], .. body[at..]];

            case 4:
                return [.. body, .. dice.Once(2) ? body : dice.Pick(Words.Bytes)];

            case 5:
                // Beyond the bound, or close to it.
                return [.. body, .. new string(' ', dice.Roll(6_000)).Select(static blank => (byte)blank)];

            case 6 when at < body.Length:
                byte[] changed = [.. body];
                changed[at] = dice.Once(2) ? (byte)(changed[at] ^ (1 << dice.Roll(8))) : dice.Byte();
                return changed;

            default:
                return [.. body[..at], .. dice.Pick(Words.Bytes), .. body[at..]];
        }
    }
}
