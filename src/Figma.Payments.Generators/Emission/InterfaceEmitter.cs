using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Emission;

/// <summary>The interface's own part, where it declares no question of its own.</summary>
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
