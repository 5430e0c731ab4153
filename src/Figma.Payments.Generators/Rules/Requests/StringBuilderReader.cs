using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Evaluates the text of a <c>StringBuilder</c> that a member creates and appends to.</summary>
internal static class StringBuilderReader
{
    /// <summary>Determines whether the type is <c>StringBuilder</c>.</summary>
    public static bool IsBuilder(ITypeSymbol? type) => type.Is("StringBuilder", "Text", "System");

    /// <summary>Returns the text of a builder: of its creation, of a call that appends, or of a local variable. Returns null if it is unknown.</summary>
    public static AddressText? Read(AddressReader reader, IOperation builder)
    {
        if (!reader.TryStep())
            return null;

        switch (builder.WithoutConversions())
        {
            case IObjectCreationOperation { Initializer: null } creation when IsBuilder(creation.Type):
                AddressText created = new();

                foreach (IArgumentOperation argument in creation.Arguments)
                {
                    if (argument.Parameter?.Name == "value")
                        created.Add(reader.ReadPart(argument.Value));
                    else if (argument.Parameter?.Name is not ("capacity" or "maxCapacity"))
                        return null;
                }

                return created;

            case IInvocationOperation { Instance: { } instance } call when IsBuilder(instance.Type):
                AddressText? before = Read(reader, instance);
                return before is not null && TryAppend(reader, before, call) ? before : null;

            case ILocalReferenceOperation local when LocalUses.Find(local) is { } uses && Read(reader, uses.Value) is { } initial:
                return ReadLocal(reader, initial, local, uses);

            default:
                return null;
        }
    }

    private static AddressText? ReadLocal(AddressReader reader, AddressText text, ILocalReferenceOperation use, LocalUses uses)
    {
        foreach (ILocalReferenceOperation reference in uses.References)
        {
            if (reference.Syntax == use.Syntax)
                continue;

            bool isBefore = reference.Syntax.SpanStart < use.Syntax.SpanStart;
            IOperation builder = reference;

            if (reference.Parent is IPropertyReferenceOperation { Property.Name: "Length" } length && !LocalUses.IsWritten(length))
                continue;

            while (builder.Parent is IInvocationOperation call && call.Instance == builder)
            {
                if (call.TargetMethod.Name == "ToString")
                    break;

                if (!reader.TryStep())
                    return null;

                // An append in a branch or in a loop that contains the use adds unknown text.
                if (!isBefore || !uses.IsAlwaysExecuted(call))
                    text.Add(AddressPartKind.Anything);
                else if (!TryAppend(reader, text, call))
                    return null;

                builder = call;
            }

            if (builder.Parent is not (IExpressionStatementOperation or IInvocationOperation { TargetMethod.Name: "ToString" }))
                return null;
        }

        return text;
    }

    private static bool TryAppend(AddressReader reader, AddressText text, IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case "Append" when call.Arguments is [var only]:
                text.Add(reader.ReadPart(only.Value));
                return true;
            case "AppendFormat":
                FormatReader.Append(reader, text, call);
                return true;
            case "AppendJoin" when call.Arguments.ValueOf(0) is { } separator && call.Arguments.ValueOf(1) is { } values:
                reader.AppendJoined(text, separator, values);
                return true;
            default:
                return false;
        }
    }
}
