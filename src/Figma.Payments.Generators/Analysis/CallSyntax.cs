using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Analysis;

/// <summary>Where a call is pointed at.</summary>
internal static class CallSyntax
{
    /// <summary>The method's name at the call, as the compiler points at calls that lack an argument.</summary>
    public static SyntaxNode NameOf(IInvocationOperation call) => call.Syntax is InvocationExpressionSyntax invocation
        ? invocation.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            ExpressionSyntax other => other,
        }
        : call.Syntax;
}
