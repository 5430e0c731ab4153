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
                ReadResponses(part.GetSyntax());
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

    private static bool IsHandler(INamedTypeSymbol type) => type.WithBaseTypes().Any(static each => each.Is("DelegatingHandler", "Http", "Net", "System") || each.Is("MessageProcessingHandler", "Http", "Net", "System"));

    private void ReadRequests(SyntaxNode handler)
    {
        HashSet<string> requests = [.. handler.DescendantNodes().OfType<ParameterSyntax>()
            .Where(static parameter => parameter.Type is null || IsRequest(parameter))
            .Select(static parameter => parameter.Identifier.ValueText)];

        foreach (IdentifierNameSyntax name in handler.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => requests.Contains(name.Identifier.ValueText)))
            ReadUse(name, handler);
    }

    /// <summary>Reads what a handler does after the next one has responded.</summary>
    private void ReadResponses(SyntaxNode handler)
    {
        foreach (MethodDeclarationSyntax method in handler.DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            HashSet<string> responses = [.. method.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(static variable => variable.Initializer?.DescendantNodes().Any(IsNext) == true).Select(static variable => variable.Identifier.ValueText)];
            int start = method.DescendantNodes().Where(IsNext).Select(static next => next.SpanStart).DefaultIfEmpty(int.MaxValue).First();

            MayChangeResponse |= method.DescendantNodes().Any(part => part switch
            {
                ThrowStatementSyntax { Expression: not null } or ThrowExpressionSyntax => part.SpanStart > start,
                ObjectCreationExpressionSyntax { Type: var type } => type.ToString().EndsWith("HttpResponseMessage", StringComparison.Ordinal),
                ImplicitObjectCreationExpressionSyntax => part.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax,
                ArgumentSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var name } } => responses.Contains(name),
                MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var name } } member => responses.Contains(name) && IsAssigned(member),
                _ => false,
            });
        }
    }

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
