using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>Finds the location at which a call is reported.</summary>
internal static class CallSyntax
{
    /// <summary>Returns the location of the method's name, or of the type's name for a constructor, as the compiler does for a missing argument.</summary>
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
