using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Emission;

/// <summary>Writes the file of one client.</summary>
internal static class ClientEmitter
{
    public static string Emit(ClientFile file)
    {
        (ClientModel client, Capabilities capabilities) = file;
        SourceWriter writer = new();
        FileHeader.Emit(writer, capabilities);

        // Hidden members, obsolete, CLS compliance, nullability. The public API and banned API analyzers also analyze generated code.
        writer.Write("""
            // The declaration of the interface has these warnings.
            #pragma warning disable CS0108, CS0114, CS0612, CS0618, CS3001, CS3005, CS3008, CS8613, CS8616, CS8767, RS0026, RS0027, RS0030
            """);

        if (file.Registration is not null)
            FileHeader.AllowDuplicateRegistration(writer);

        if (file.Registration is { Experiments: { Count: > 0 } experiments })
            writer.Write("#pragma warning disable " + string.Join(", ", experiments));

        if (file.Gate is not null)
        {
            writer.Write("""
                // The types of ASP.NET Core are not CLS-compliant.
                #pragma warning disable CS3009, CS3024
                """);
        }

        writer.WriteLine();

        if (client.Namespace.Length > 0)
            writer.Open("namespace " + client.Namespace);

        foreach (string outer in client.ContainingTypes)
            writer.Open("partial " + outer);

        InterfaceEmitter.Emit(writer, client, capabilities);
        writer.WriteLine();
        ClassEmitter.Emit(writer, client, capabilities);

        for (int i = 0; i < client.ContainingTypes.Count; i++)
            writer.Close();

        if (file.Registration is { } registration)
        {
            writer.WriteLine();
            RegistrationEmitter.Emit(writer, registration, Documentation.MissingGate(file), capabilities);
        }

        if (file.Gate is { } gate)
        {
            writer.WriteLine();
            GateEmitter.Emit(writer, gate, file);
        }

        if (client.Namespace.Length > 0)
            writer.Close();

        return writer.Finish();
    }
}
