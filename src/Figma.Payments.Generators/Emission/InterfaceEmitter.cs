using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Emission;

/// <summary>Writes the generated part of an interface that declares no client methods itself.</summary>
internal static class InterfaceEmitter
{
    public static void Emit(SourceWriter writer, ClientModel client, Capabilities capabilities)
    {
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
