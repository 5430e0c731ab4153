using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Determines whether the code shows that an <c>HttpClient</c> has a handler of its own, for example a mock, which can send a request elsewhere.</summary>
/// <remarks>A client that is passed to the code has an unknown handler, so only the address counts.</remarks>
internal static class ClientHandler
{
    private const int MaxDepth = 8;

    private static readonly string[] Space = ["Http", "Net", "System"];

    /// <summary>Determines whether a value that the variable or member receives is, or might be, a client with a handler of its own.</summary>
    public static bool IsOwn(ISymbol client, MemberBody body) => IsOwn(client, body, model: null, depth: 0);

    /// <summary>Determines whether the client of a call is, or might be, one with a handler of its own.</summary>
    public static bool IsOwn(IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType.Name == "WebClient")
            return call.Instance is null || MayAddQuery(call.Instance.WithoutConversions());

        // WebRequest has no handler.
        if (call.TargetMethod.ContainingType.Name is not ("HttpClient" or "HttpClientJsonExtensions") || ClientUses.GetReceiver(call) is not { } receiver)
            return false;

        // A derived type can send its requests elsewhere.
        if (!receiver.Type.Is("HttpClient", Space))
            return true;

        return ClientSymbol.Find(receiver) is { } client ? MemberBody.Of(call).FindClient(client).HasOwnHandler : IsOwnValue(receiver, depth: 0);
    }

    /// <summary>Determines whether a <c>WebClient</c> might add its <c>QueryString</c> to the address. One that other code has might.</summary>
    private static bool MayAddQuery(IOperation client) => client switch
    {
        IObjectCreationOperation { Initializer: var settings } => !client.Type.Is("WebClient", "Net", "System")
            || settings?.Initializers.Any(static setting => setting is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: not "QueryString" } }) == true,
        ILocalReferenceOperation local => LocalUses.Find(local) is not { } uses
            || MayAddQuery(uses.Value.WithoutConversions())
            || uses.References.Any(static reference => reference.Parent is not (IInvocationOperation or IUsingOperation or IPropertyReferenceOperation { Property.Name: not "QueryString" })),
        _ => true,
    };

    private static bool IsOwn(ISymbol client, MemberBody body, SemanticModel? model, int depth)
    {
        if (depth > MaxDepth)
            return true;

        if (body.FindDeclarator(client) is { } declarator
            && (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer) is { } initializer
            && IsOwnValue(initializer.Value, depth))
        {
            return true;
        }

        foreach (IOperation reference in body.FindReferences(client))
        {
            model ??= reference.SemanticModel;

            if (LocalUses.IsWritten(reference) && !(reference.Parent is ISimpleAssignmentOperation assignment && !IsOwnValue(assignment.Value, depth)))
                return true;
        }

        return client is IFieldSymbol or IPropertySymbol && model is not null && IsOwnMember(client, model, depth);
    }

    private static bool IsOwnValue(IOperation value, int depth)
    {
        if (depth > MaxDepth)
            return true;

        switch (value.WithoutConversions())
        {
            case IObjectCreationOperation creation:
                return !creation.Type.Is("HttpClient", Space) || (creation.Arguments.ValueOf(0) is { } handler && !IsOrdinaryHandler(handler, depth));
            case IInvocationOperation call:
                // The factory's clients are passed to the code like an injected one.
                return !(call.TargetMethod.Name == "CreateClient" && (call.TargetMethod.ContainingType.Is("IHttpClientFactory", Space) || call.TargetMethod.ContainingType.Is("HttpClientFactoryExtensions", Space)));
            case ICoalesceOperation coalesce:
                return IsOwnValue(coalesce.Value, depth + 1) || IsOwnValue(coalesce.WhenNull, depth + 1);
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return IsOwnValue(choice.WhenTrue, depth + 1) || IsOwnValue(otherwise, depth + 1);
            case IThrowOperation:
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: null } }:
                return false;
            case var bare when ClientSymbol.Find(bare) is { } client && bare is not IObjectCreationOperation:
                return IsOwn(client, MemberBody.Of(bare), bare.SemanticModel, depth + 1);
            default:
                return true;
        }
    }

    private static bool IsOrdinaryHandler(IOperation handler, int depth) => handler.WithoutConversions() switch
    {
        IObjectCreationOperation creation => creation.Type.Is("HttpClientHandler", Space) || creation.Type.Is("SocketsHttpHandler", Space),
        IInvocationOperation { TargetMethod: { Name: "Create", ContainingType: var type } } => type.IsOfLibrary("PaymentsHttpHandler"),
        ILocalReferenceOperation local when depth < MaxDepth && LocalUses.Find(local) is { } uses => IsOrdinaryHandler(uses.Value, depth + 1),
        _ => false,
    };

    /// <summary>Determines whether the type assigns such a client to the member. Only the file that uses the member is read.</summary>
    private static bool IsOwnMember(ISymbol member, SemanticModel model, int depth)
    {
        foreach (SyntaxReference reference in member.ContainingType.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == model.SyntaxTree && reference.GetSyntax().DescendantNodes().Any(node => FindValue(node, member.Name) is { } value && model.GetOperation(value) is { } operation && IsOwnValue(operation, depth + 1)))
                return true;
        }

        return false;
    }

    private static ExpressionSyntax? FindValue(SyntaxNode node, string name) => node switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value, Parent.Parent: FieldDeclarationSyntax } declarator when declarator.Identifier.ValueText == name => value,
        PropertyDeclarationSyntax property when property.Identifier.ValueText == name => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax left } assignment when left.Identifier.ValueText == name => assignment.Right,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var left } } assignment when left.Identifier.ValueText == name => assignment.Right,
        _ => null,
    };
}
