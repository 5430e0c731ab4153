namespace Figma.Payments.Generators.Tests.Generation.Table;

/// <summary>One row of the table: what somebody declares, and what comes of it.</summary>
/// <param name="Name">What is declared, in words.</param>
/// <param name="Yields"><see cref="Client"/>, or the rules that speak instead, in textual order.</param>
/// <param name="Code">The declaration, without a namespace.</param>
internal sealed record Declaration(string Name, string Yields, string Code)
{
    /// <summary>Every annotated interface of the code gets a client.</summary>
    public const string Client = "client";

    /// <summary>A method of an interface that is otherwise right.</summary>
    public static Declaration OfMethod(string name, string yields, string method, string arguments = "") =>
        new(name, yields, $$"""[PaymentsClient({{arguments}})] public partial interface IGlyph { {{method}} }""");

    /// <summary>The parameters of a method that is otherwise right.</summary>
    public static Declaration OfParameters(string yields, string parameters, string arguments = "") =>
        OfMethod($"({parameters}){(arguments.Length == 0 ? "" : " of [" + arguments + "]")}", yields, $"Task<PaymentStatus> AskAsync({parameters});", arguments);

    /// <summary>A member beside a method that is right.</summary>
    public static Declaration OfMember(string yields, string member) =>
        OfMethod(member, yields, $"Task<PaymentInformation> GetAsync(PluginPaymentToken token); {member}");
}
