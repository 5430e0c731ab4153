using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>Where a call is pointed at.</summary>
internal static class CallSyntax
{
    /// <summary>The method's name at the call, as the compiler points at calls that lack an argument; of a constructor, its type's.</summary>
    public static Location LocationOf(IOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax invocation => (invocation.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            ExpressionSyntax other => other,
        }).GetLocation(),
        ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        ConstructorInitializerSyntax initializer => initializer.ThisOrBaseKeyword.GetLocation(),
        SyntaxNode other => other.GetLocation(),
    };
}
