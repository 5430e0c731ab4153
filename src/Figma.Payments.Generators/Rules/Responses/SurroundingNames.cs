using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Reads the names around the code of a body, which say something about its purpose.</summary>
internal sealed class SurroundingNames(ResponseBody body)
{
    /// <summary>Limits how much of what is granted is read, so that the cost doesn't depend on the length of the method.</summary>
    private const int MaxOperations = 200;

    /// <summary>Determines whether the names around a read or a decision say that it isn't about the product, such as those of an endpoint for receipts.</summary>
    public bool HaveOtherPurpose(IOperation operation) => Find(operation).Any(AccessNames.HasOtherPurpose);

    /// <summary>Determines whether the names around a decision say that 403 doesn't refuse the product, such as those of an endpoint for comments.</summary>
    public bool MayForbidOthers(IOperation decision) => FindWithRoutes(decision).Any(AccessNames.MayForbidOthers);

    /// <summary>Determines whether the names around a decision, or the methods that are called for what it grants, name what users pay for, and no other purpose. A text can be about anything.</summary>
    public bool NamePaidProduct(IOperation decision, IEnumerable<IOperation> granted) =>
        (FindWithRoutes(decision).Any(AccessNames.NamesPaidProduct)
            || granted.SelectMany(static statement => statement.WithDescendants().Take(MaxOperations)).Any(static part =>
                part is IInvocationOperation { TargetMethod: { Name: var name } method } && !method.ContainingType.IsOfPlatform() && AccessNames.NamesPaidProduct(name)))
        && !FindWithRoutes(decision).Any(PaidNames.HasOtherPurpose);

    /// <summary>Returns the names around a read or a decision, and the texts in the attributes of its action and its controller, such as a route.</summary>
    public IEnumerable<string> FindWithRoutes(IOperation operation) => Find(operation).Concat(FindTexts(body.Member, static _ => true));

    /// <summary>Returns the names of the functions and the type around a read or a decision, and the paths of the endpoints that the functions are.</summary>
    private IEnumerable<string> Find(IOperation operation)
    {
        for (IOperation? function = body.FindFunction(operation); function is not null; function = body.FindOuterFunction(function))
        {
            if (function is ILocalFunctionOperation { Symbol.Name: var name })
                yield return name;

            foreach (string path in FindPaths(function))
                yield return path;
        }

        yield return body.Member is IMethodSymbol { AssociatedSymbol: { } property } ? property.Name : body.Member.Name;

        if (body.Member.ContainingType is { } type)
            yield return type.Name;
    }

    /// <summary>Returns the paths of an endpoint that answers GET, and those in the attributes of an action and its controller.</summary>
    /// <param name="function">The endpoint.</param>
    /// <param name="isRead">A value that indicates whether they are the whole paths: those of a group, for example, aren't read.</param>
    public IEnumerable<string> FindRoutes(IOperation function, out bool isRead)
    {
        List<IInvocationOperation> maps = [.. FindUses(function).Select(static use => use.WithDelegateAround().Parent is IArgumentOperation { Parent: IInvocationOperation map } ? map : null).OfType<IInvocationOperation>()];

        isRead = maps.All(static map => map.TargetMethod.Name == "MapGet" && (map.Instance ?? map.Arguments.ValueOf(0))?.WithoutConversions().Type.Is("WebApplication", "Builder", "AspNetCore", "Microsoft") == true)
            && body.Member.GetAttributes().All(static attribute => attribute.AttributeClass?.Name is not { } name || !name.StartsWith("Http", StringComparison.Ordinal) || name == "HttpGetAttribute");

        return FindPaths(function).Concat(function is IAnonymousFunctionOperation or ILocalFunctionOperation ? [] : FindTexts(body.Member, IsRoute));
    }

    /// <summary>Returns the texts next to a lambda or a method that is passed to another method, such as the path of an endpoint.</summary>
    private IEnumerable<string> FindPaths(IOperation function) => FindUses(function).SelectMany(static use => use.WithDelegateAround().Parent is IArgumentOperation { Parent: IInvocationOperation map }
        ? map.Arguments.Select(static argument => argument.Value.ConstantValue is { HasValue: true, Value: string path } ? path : null).OfType<string>()
        : []);

    private IEnumerable<IOperation> FindUses(IOperation function) => function switch
    {
        IAnonymousFunctionOperation => [function],
        ILocalFunctionOperation local => body.FindUses(local.Symbol.OriginalDefinition),
        _ => body.Member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method ? MethodUses.Of(body.Compilation).FindReferences(method).Select(static found => found.Use) : [],
    };

    private static bool IsRoute(AttributeData attribute) => attribute.AttributeClass is { Name: var name } type
        && Refusals.IsAspNetCore(type)
        && (name.StartsWith("Route", StringComparison.Ordinal) || name.StartsWith("Http", StringComparison.Ordinal));

    private static IEnumerable<string> FindTexts(ISymbol member, Func<AttributeData, bool> isMeant) => member.GetAttributes().AsEnumerable().Concat(member.ContainingType?.GetAttributes().AsEnumerable() ?? [])
        .Where(isMeant)
        .SelectMany(static attribute => attribute.ConstructorArguments)
        .Select(static argument => argument.Kind == TypedConstantKind.Primitive ? argument.Value as string : null)
        .OfType<string>();
}
