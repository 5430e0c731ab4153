namespace Figma.Payments.Generators.Tests.Generation.Table;

/// <summary>A row of the table: a declaration and its expected result.</summary>
/// <param name="Name">A description of the declaration.</param>
/// <param name="Yields"><see cref="Client"/>, or the IDs of the reported rules in textual order.</param>
/// <param name="Code">The declaration, without a namespace.</param>
internal sealed record Declaration(string Name, string Yields, string Code)
{
    /// <summary>The expected result if every annotated interface of the code gets a client.</summary>
    public const string Client = "client";

    /// <summary>Creates a row for a method of an otherwise valid interface.</summary>
    public static Declaration OfMethod(string name, string yields, string method, string arguments = "") =>
        new(name, yields, $$"""[PaymentsClient({{arguments}})] public partial interface IGlyph { {{method}} }""");

    /// <summary>Creates a row for the parameters of an otherwise valid method.</summary>
    public static Declaration OfParameters(string yields, string parameters, string arguments = "") =>
        OfMethod($"({parameters}){(arguments.Length == 0 ? "" : " of [" + arguments + "]")}", yields, $"Task<PaymentStatus> CheckAsync({parameters});", arguments);

    /// <summary>Creates a row for a member next to a valid client method.</summary>
    public static Declaration OfMember(string yields, string member) =>
        OfMethod(member, yields, $"Task<PaymentInformation> GetAsync(PluginPaymentToken token); {member}");
}
