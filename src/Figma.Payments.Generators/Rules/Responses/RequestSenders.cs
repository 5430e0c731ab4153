using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds the code that passes a request, a message or a job to a method that isn't called by its name, such as the handler of a mediator or the reader of a channel.</summary>
internal sealed class RequestSenders
{
    private static readonly ConditionalWeakTable<Compilation, RequestSenders> All = new();

    private readonly MethodUses _uses;
    private readonly RequestHandlers _handlers;
    private readonly PassedTypes _passed;

    private RequestSenders(Compilation compilation)
    {
        _uses = MethodUses.Of(compilation);
        _handlers = RequestHandlers.Of(compilation);
        _passed = new(_uses);
    }

    public static RequestSenders Of(Compilation compilation) => All.GetValue(compilation, static key => new RequestSenders(key));

    /// <summary>Returns the uses of a member by code that doesn't call it, the bodies that contain them, and the member that stands for the use in a condition.</summary>
    public IEnumerable<(IOperation Use, ResponseBody Body, ISymbol Called)> Find(ISymbol member)
    {
        if (member is not IMethodSymbol method)
            return [];

        return _handlers.FindWrites(method).Where(found => !IsInCode(found.Call, found.Body, method)).Select(static found => ((IOperation)found.Call, found.Body, (ISymbol)found.Call.TargetMethod.OriginalDefinition))
            .Concat(FindPassing(method));
    }

    private IEnumerable<(IOperation Use, ResponseBody Body, ISymbol Called)> FindPassing(IMethodSymbol method)
    {
        if (!IsReceiver(method))
            yield break;

        foreach (IOperation use in FindTypes(method).SelectMany(_passed.Find).Concat(FindCreations(method)).Distinct())
        {
            ResponseBody body = _uses.FindBody(use);

            // A behavior is judged as code around the member.
            if (!SymbolEqualityComparer.Default.Equals(body.Member, method) && !(PipelineParts.IsDispatched(method) && body.Member is IMethodSymbol outer && PipelineParts.Intercepts(outer)))
                yield return (use, body, _passed.IsOnlyOne(use) ? ((IInvocationOperation)use).TargetMethod.OriginalDefinition : method);
        }
    }

    /// <summary>Determines whether a method can be called by code that isn't found. One that the project calls itself isn't called by a mediator, unless many types can implement its interface for different requests.</summary>
    private bool IsReceiver(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.Ordinary || ApplicationPolicies.IsMapped(method.ContainingType) || PipelineParts.Find(method.ContainingType) is not null || PipelineParts.IsPart(method))
            return false;

        IEnumerable<ISymbol> declarations = Callers.FindDeclarations(method);

        return PipelineParts.IsDispatched(method)
            ? declarations.Skip(1).Any(static declared => declared.ContainingType.IsGenericType) || !declarations.SelectMany(_uses.FindReads).Any()
            : RequestHandlers.HasVerb(method) && !_uses.FindReads(method).Any();
    }

    /// <summary>Returns the types of the objects that a method receives. Those of .NET and Figma are requests only if the interface says so.</summary>
    private static IEnumerable<ITypeSymbol> FindTypes(IMethodSymbol method)
    {
        bool isDispatched = PipelineParts.IsDispatched(method);
        bool isGeneric = Callers.FindDeclarations(method).Skip(1).Any(static declared => declared.ContainingType.IsGenericType);
        return method.Parameters.Where(parameter => isDispatched || !IsService(parameter.Type)).SelectMany(static parameter => RequestHandlers.FindParts(parameter.Type)).Where(type => isGeneric || PassedTypes.IsOwn(type));
    }

    /// <summary>Determines whether an object that a method receives next to a request is a service: its interface has methods.</summary>
    private static bool IsService(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && type.AllInterfaces.Append(type).SelectMany(static each => each.GetMembers()).Any(static member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary });

    /// <summary>Returns the code that passes or creates an object whose method is called later, such as a job.</summary>
    private IEnumerable<IOperation> FindCreations(IMethodSymbol method) =>
        PipelineParts.IsDispatched(method) ? _passed.Find(method.ContainingType).Where(static use => !PassedTypes.IsOfSetup(use)) : [];

    /// <summary>Determines whether a method itself writes what it reads, as when it tries again. A lambda in it can be other code, such as an endpoint.</summary>
    private static bool IsInCode(IOperation call, ResponseBody body, IMethodSymbol method) => call.FindFunction() is null && SymbolEqualityComparer.Default.Equals(body.Member, method);
}
