using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Figma.Payments.Tests.Fuzzing;

/// <summary>Creates random bodies. Most of them are responses with a few changes, in the JSON or in the bytes.</summary>
internal static class Mutator
{
    /// <summary>Creates a body.</summary>
    public static byte[] Create(SeededRandom random)
    {
        // Random bytes are rejected at once, so a few of them are sufficient.
        if (random.OneIn(64))
            return CreateNoise(random);

        MutableJson response = random.Pick(Fragments.Responses).Copy();

        for (int changes = random.Next(5); changes > 0; changes--)
            response = Change(response, random);

        StringBuilder text = new(256);
        response.Write(text);

        if (random.OneIn(8))
            Loosen(text, random);

        byte[] body = Encoding.UTF8.GetBytes(text.ToString());

        for (int changes = random.OneIn(3) ? 1 + random.Next(3) : 0; changes > 0; changes--)
            body = Change(body, random);

        return body;
    }

    private static byte[] CreateNoise(SeededRandom random)
    {
        byte[] noise = new byte[random.Next(300)];

        for (int i = 0; i < noise.Length; i++)
            noise[i] = random.NextByte();

        return noise;
    }

    private static MutableJson Change(MutableJson root, SeededRandom random)
    {
        List<MutableJson> containers = [];
        Collect(root, containers);

        if (containers.Count == 0)
            return Wrap(root, random);

        MutableJson container = random.Pick(containers);

        if (container.Members is not { Count: > 0 } members)
        {
            container.Items?.Add(Leaf(random));
            container.Members?.Add((random.Pick(Fragments.Names), Leaf(random)));
            return root;
        }

        int at = random.Next(members.Count);
        int other = random.Next(members.Count);
        (string name, MutableJson value) = members[at];

        switch (random.Next(11))
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
                members.Insert(other, (random.OneIn(2) ? name : Escape(name, random), random.OneIn(2) ? value.Copy() : Leaf(random)));
                break;

            case 4:
                members[at] = (Escape(name, random), value);
                break;

            case 5:
                members[at] = (random.OneIn(4) ? Flip(name, random) : random.Pick(Fragments.Names), value);
                break;

            case 6:
                members[at] = (name, Retype(value, random));
                break;

            case 7:
                members[at] = (name, Wrap(value, random));
                break;

            case 8:
                members.Insert(other, (random.Pick(Fragments.Names), random.OneIn(2) ? Leaf(random) : random.Pick(Fragments.Responses).Copy()));
                break;

            case 9:
                members[at] = (name, Part(random.Pick(Fragments.Responses), name) ?? Leaf(random));
                break;

            default:
                members[at] = (name, Leaf(random));
                break;
        }

        return root;
    }

    private static void Collect(MutableJson json, List<MutableJson> containers)
    {
        if (json.Members is not null)
        {
            containers.Add(json);

            foreach ((_, MutableJson value) in json.Members)
                Collect(value, containers);
        }
        else if (json.Items is not null)
        {
            containers.Add(json);

            foreach (MutableJson item in json.Items)
                Collect(item, containers);
        }
    }

    private static MutableJson? Part(MutableJson json, string name)
    {
        foreach ((string member, MutableJson value) in json.Members ?? [])
        {
            if (member == name)
                return value.Copy();

            if (Part(value, name) is { } found)
                return found;
        }

        return null;
    }

    private static MutableJson Leaf(SeededRandom random) => MutableJson.Leaf(random.Pick(Fragments.Leaves));

    private static MutableJson Wrap(MutableJson value, SeededRandom random)
    {
        int depth = random.OneIn(8) ? 40 : 1;

        for (; depth > 0; depth--)
            value = random.OneIn(2) ? MutableJson.List(value) : MutableJson.Object((random.Pick(Fragments.Names), value));

        return value;
    }

    // Converts strings to numbers, numbers to strings, and inverts Booleans.
    private static MutableJson Retype(MutableJson value, SeededRandom random) => value.Text switch
    {
        "" => Leaf(random),
        "true" => MutableJson.Leaf("false"),
        "false" => MutableJson.Leaf("true"),
        ['"', .. string text, '"'] => MutableJson.Leaf(random.OneIn(2) ? text : "\"" + Flip(text, random) + "\""),
        string text => MutableJson.Leaf("\"" + text + "\""),
    };

    private static string Escape(string text, SeededRandom random)
    {
        if (text.Length < 3)
            return text;

        int at = 1 + random.Next(text.Length - 2);
        return text[at] == '\\' || (at > 1 && text[at - 1] == '\\') ? text : FormattableString.Invariant($"{text[..at]}\\u{(int)text[at]:x4}{text[(at + 1)..]}");
    }

    private static string Flip(string text, SeededRandom random)
    {
        int at = random.Next(text.Length + 1);
        return at == text.Length ? text.ToUpperInvariant() : text[..at] + (char)(text[at] ^ 0x20) + text[(at + 1)..];
    }

    private static void Loosen(StringBuilder text, SeededRandom random)
    {
        for (int i = text.Length; i >= 0; i--)
        {
            if ((i == text.Length || text[i] is '{' or '}' or '[' or ']' or ',' or ':') && random.OneIn(2))
                text.Insert(i, random.Pick(s_whiteSpace));
        }
    }

    private static readonly string[] s_whiteSpace = [" ", "\n", "\t", "\r\n  "];

    private static byte[] Change(byte[] body, SeededRandom random)
    {
        int at = random.Next(body.Length + 1);
        int end = Math.Min(body.Length, at + 1 + random.Next(16));

        switch (random.Next(8))
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
                return [.. body, .. random.OneIn(2) ? body : random.Pick(Fragments.Bytes)];

            case 5:
                // Beyond the size limit, or close to it.
                return [.. body, .. new string(' ', random.Next(6_000)).Select(static space => (byte)space)];

            case 6 when at < body.Length:
                byte[] changed = [.. body];
                changed[at] = random.OneIn(2) ? (byte)(changed[at] ^ (1 << random.Next(8))) : random.NextByte();
                return changed;

            default:
                return [.. body[..at], .. random.Pick(Fragments.Bytes), .. body[at..]];
        }
    }
}
