using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Emission;

/// <summary>Writes the generated part of an interface. It declares the client methods if the developer's part declares none.</summary>
internal static class InterfaceEmitter
{
    public static void Emit(SourceWriter writer, ClientModel client, Capabilities capabilities)
    {
        // Without a second part, analyzers such as MA0204 and RCS1043 suggest to remove 'partial' from the first.
        if (!client.AddsDefaultMethods)
        {
            writer.Write($"partial interface {client.InterfaceName} {{ }}");
            return;
        }

        writer.Open("partial interface " + client.InterfaceName);
        bool isFirst = true;

        foreach (MethodModel method in client.Methods)
        {
            if (!isFirst)
                writer.WriteLine();

            isFirst = false;
            writer.Write(Documentation.Method(method, client.Pinned));
            writer.Write(ClassEmitter.GeneratedCode);
            writer.Write($"{Names.Wrapped(method.Wrapper, method.Result)} {method.Name}({ParameterList.Emit(method, capabilities, withDefaults: true)});");
        }

        writer.Close();
    }
}
