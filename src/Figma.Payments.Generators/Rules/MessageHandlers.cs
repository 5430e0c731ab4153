using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Rules;

/// <summary>The message handlers that a compilation declares and that pass requests on. A registered client can send its requests through them, which the code that sends them doesn't show.</summary>
/// <remarks>It reads the whole compilation, once, and only if something is about to be reported.</remarks>
internal sealed class MessageHandlers
{
    private const string Credential = "Authorization";

    private static readonly ConditionalWeakTable<Compilation, MessageHandlers> All = new();

    private MessageHandlers(Compilation compilation)
    {
        foreach (INamedTypeSymbol type in compilation.Assembly.GlobalNamespace.FindTypes().Where(IsHandler))
        {
            foreach (SyntaxReference part in type.DeclaringSyntaxReferences)
            {
                ReadRequests(part.GetSyntax());
                MayChangeResponse |= !PassesResponses(part.GetSyntax());
            }
        }
    }

    /// <summary>Gets a value that indicates whether a handler might change the address of a request.</summary>
    public bool MayChangeAddress { get; private set; }

    /// <summary>Gets a value that indicates whether a handler might change the <c>Authorization</c> header of a request.</summary>
    public bool MayChangeCredential { get; private set; }

    /// <summary>Gets a value that indicates whether a handler might replace a response, or throw an exception because of it.</summary>
    public bool MayChangeResponse { get; private set; }

    public static MessageHandlers Of(Compilation compilation) => All.GetValue(compilation, static key => new MessageHandlers(key));

    private static bool IsHandler(INamedTypeSymbol type) => type.WithBaseTypes().Any(static each => each.Is("HttpMessageHandler", "Http", "Net", "System"));

    private void ReadRequests(SyntaxNode handler)
    {
        HashSet<string> requests = [.. handler.DescendantNodes().OfType<ParameterSyntax>()
            .Where(static parameter => parameter.Type is null || IsRequest(parameter))
            .Select(static parameter => parameter.Identifier.ValueText)];

        foreach (IdentifierNameSyntax name in handler.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => requests.Contains(name.Identifier.ValueText)))
            ReadUse(name, handler);
    }

    /// <summary>Determines whether a handler returns nothing but the response of the next one, and looks only at its status and headers. Anything else might replace it, or throw an exception because of it.</summary>
    private static bool PassesResponses(SyntaxNode handler) => handler.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static method => method.Identifier.ValueText is "SendAsync" or "Send" or "ProcessResponse").All(PassesResponse);

    private static bool PassesResponse(MethodDeclarationSyntax method)
    {
        if (method.DescendantNodes().FirstOrDefault(IsNext) is not { } next)
            return false;

        HashSet<string> responses = [.. method.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(static variable => IsOfNext(variable.Initializer?.Value)).Select(static variable => variable.Identifier.ValueText)];

        return method.DescendantNodes().All(part => part switch
        {
            ReturnStatementSyntax { Expression: var value } => IsOfNext(value) || (value is IdentifierNameSyntax { Identifier.ValueText: var name } && responses.Contains(name)),
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax, Expression: var value } => IsOfNext(value),
            ThrowStatementSyntax { Expression: not null } or ThrowExpressionSyntax => part.SpanStart < next.SpanStart,
            AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax => false,
            IdentifierNameSyntax { Identifier.ValueText: var name } used when responses.Contains(name) => used.Parent is ReturnStatementSyntax
                || used.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "StatusCode" or "IsSuccessStatusCode" or "ReasonPhrase" or "Headers" or "Version", Parent: ArgumentSyntax or MemberAccessExpressionSyntax or InterpolationSyntax or CastExpressionSyntax or IfStatementSyntax or BinaryExpressionSyntax or PrefixUnaryExpressionSyntax },
            _ => true,
        });
    }

    /// <summary>Determines whether an expression is nothing but the response of the next handler.</summary>
    private static bool IsOfNext(ExpressionSyntax? value) => value switch
    {
        AwaitExpressionSyntax { Expression: var awaited } => IsOfNext(awaited),
        ParenthesizedExpressionSyntax { Expression: var inner } => IsOfNext(inner),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var task } } => IsOfNext(task),
        InvocationExpressionSyntax { Expression: var called } => IsNext(called),
        _ => false,
    };

    private static bool IsNext(SyntaxNode node) => node is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax, Name.Identifier.ValueText: "SendAsync" or "Send" };

    private void ReadUse(IdentifierNameSyntax request, SyntaxNode handler)
    {
        switch (request.Parent)
        {
            // The next handler, or a method of this one, which is read, too.
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } } }:
            case ArgumentSyntax argument when IsReceivedByOwnMethod(argument, handler):
            case MemberAccessExpressionSyntax member when member.Name == request:
                break;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RequestUri" } address:
                MayChangeAddress |= IsAssigned(address);
                break;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Headers" } headers:
                MayChangeCredential |= MayChange(headers);
                break;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Method" or "Content" or "Options" or "Version" or "VersionPolicy" }:
                break;
            default:
                MayChangeAddress = true;
                MayChangeCredential = true;
                break;
        }
    }

    /// <summary>Determines whether a method that is declared with the handler receives a request, as a parameter of that type.</summary>
    private static bool IsReceivedByOwnMethod(ArgumentSyntax argument, SyntaxNode handler) =>
        argument is { NameColon: null, RefKindKeyword.RawKind: 0, Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var name } } } list }
        && handler.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => method.Identifier.ValueText == name).Select(static method => method.ParameterList.Parameters).ToList() is { Count: > 0 } overloads
        && list.Arguments.IndexOf(argument) is var index
        && overloads.All(parameters => index < parameters.Count && IsRequest(parameters[index]));

    private static bool IsRequest(ParameterSyntax parameter) => parameter.Type?.ToString().Contains("HttpRequestMessage") == true;

    private static bool MayChange(MemberAccessExpressionSyntax headers) => headers.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var name }, ..] } } => name is not LiteralExpressionSyntax { Token.Value: string and not Credential },
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: Credential } credential => IsAssigned(credential),
        MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax } => false,
        _ => true,
    };

    private static bool IsAssigned(ExpressionSyntax member) => member.Parent is AssignmentExpressionSyntax assignment && assignment.Left == member;
}
