using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>An MSBuild task that removes members from a documentation file that the public API files don't list.</summary>
/// <remarks>
/// The two files spell a member differently. Both spellings are reduced to the name and the number of parameters,
/// such as <c>Figma.Payments.UserId.Parse/1</c>. The tests of the packages compare the result with the assembly's metadata.
/// </remarks>
public sealed class RemoveInternalDocumentation : Task
{
    private static readonly Regex Modifiers = new Regex(@"^((static|const|readonly|abstract|virtual|override|sealed|required) )+");
    private static readonly Regex Accessor = new Regex(@"\.(get|set|init)$");
    private static readonly Regex Operator = new Regex(@"\.((implicit|explicit) )?operator .*$");
    private static readonly Regex Arity = new Regex(@"`+\d+");

    [Required]
    public string DocumentationFile { get; set; }

    [Required]
    public string[] PublicApiFiles { get; set; }

    public override bool Execute()
    {
        HashSet<string> publicApi = new HashSet<string>(PublicApiFiles.SelectMany(File.ReadAllLines).Where(line => line.Length > 0 && line[0] != '#').Select(KeyOfDeclaration));
        XDocument document = XDocument.Load(DocumentationFile, LoadOptions.PreserveWhitespace);
        List<XElement> internals = document.Descendants("member").Where(member => !publicApi.Contains(KeyOfId((string)member.Attribute("name")))).ToList();

        foreach (XElement member in internals)
        {
            if (member.PreviousNode is XText whitespace)
                whitespace.Remove();

            member.Remove();
        }

        if (internals.Count > 0)
        {
            using (StreamWriter writer = new StreamWriter(DocumentationFile, append: false, encoding: new UTF8Encoding(false)))
                document.Save(writer, SaveOptions.DisableFormatting);
        }

        return true;
    }

    // For example: static Figma.Payments.UserId.Parse(string! text) -> Figma.Payments.UserId
    private static string KeyOfDeclaration(string line)
    {
        string declaration = Modifiers.Replace(line, "");
        int arrow = declaration.LastIndexOf(" -> ");

        if (arrow >= 0)
            declaration = declaration.Substring(0, arrow);

        int parenthesis = declaration.IndexOf('(');
        string name = parenthesis < 0 ? Regex.Replace(declaration, " = .*$", "") : declaration.Substring(0, parenthesis);
        string parameters = parenthesis < 0 ? "" : declaration.Substring(parenthesis + 1, declaration.LastIndexOf(')') - parenthesis - 1);

        name = Operator.Replace(name, ".operator");
        name = Regex.Replace(name, "<[^.]*>", "");
        name = Accessor.Replace(name, "");

        return name + "/" + Count(parameters);
    }

    // For example: M:Figma.Payments.UserId.Parse(System.String)
    private static string KeyOfId(string id)
    {
        string text = Arity.Replace(id.Substring(2), "");
        int tilde = text.IndexOf('~');

        if (tilde >= 0)
            text = text.Substring(0, tilde);

        int parenthesis = text.IndexOf('(');
        string name = parenthesis < 0 ? text : text.Substring(0, parenthesis);
        string parameters = parenthesis < 0 ? "" : text.Substring(parenthesis + 1, text.Length - parenthesis - 2);

        if (name.EndsWith(".#ctor"))
        {
            string type = name.Substring(0, name.Length - ".#ctor".Length);
            name = type + type.Substring(type.LastIndexOf('.'));
        }

        return Regex.Replace(name, @"\.op_\w+$", ".operator") + "/" + Count(parameters);
    }

    // Commas inside type arguments, tuples and array ranks don't separate parameters.
    private static int Count(string parameters)
    {
        int depth = 0;
        int count = parameters.Length == 0 ? 0 : 1;

        foreach (char c in parameters)
        {
            if ("([<{".IndexOf(c) >= 0)
                depth++;
            else if (")]>}".IndexOf(c) >= 0)
                depth--;
            else if (c == ',' && depth == 0)
                count++;
        }

        return count;
    }
}
