using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>Specifies what a reference does with its variable.</summary>
internal enum ReferenceForm
{
    /// <summary>Anything that isn't understood: the variable can be read and written at any time afterwards.</summary>
    Other,

    /// <summary>Copies the value.</summary>
    Read,

    /// <summary>Writes the variable at this point only.</summary>
    Write,
}

/// <summary>The forms of references that the analysis understands. Any other form means that the variable isn't followed.</summary>
internal static class VariableReference
{
    /// <summary>Classifies a reference to a local or a parameter by the operation around it.</summary>
    public static ReferenceForm Classify(IOperation reference) => reference.Parent switch
    {
        // The assigned value is copied, unless 'ref' makes an alias.
        ISimpleAssignmentOperation { IsRef: true } => ReferenceForm.Other,
        IDeconstructionAssignmentOperation deconstruction => deconstruction.Target == reference ? ReferenceForm.Write : ReferenceForm.Read,
        ICompoundAssignmentOperation compound => OfCompoundAssignment(compound, reference),
        IAssignmentOperation assignment => assignment.Target == reference ? ReferenceForm.Write : ReferenceForm.Read,

        // A user-defined increment of C# 14 can be an instance method, which can keep a reference to the variable.
        IIncrementOrDecrementOperation step => step.OperatorMethod is null or { IsStatic: true } ? ReferenceForm.Write : ReferenceForm.Other,

        // 'var (a, b)' and '(a, b)' on the left side of a deconstruction write the elements; any other tuple copies them.
        IDeclarationExpressionOperation declaration => Classify(declaration),
        ITupleOperation tuple => IsTarget(tuple) ? ReferenceForm.Write : ReferenceForm.Read,

        IArgumentOperation argument => OfArgument(argument),

        // An initializer copies, unless it initializes a 'ref' local.
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.None } } => ReferenceForm.Read,

        // The element of a tuple is a part of the variable. The members of other structs aren't followed, and a read copies them.
        IFieldReferenceOperation field => OfField(field),
        IPropertyReferenceOperation property when property.Instance == reference => OfReceiver(property.Property, reference),
        IInvocationOperation call when call.Instance == reference => OfReceiver(call.TargetMethod, reference),

        // A conversion to a ref struct, such as a span, can keep a reference.
        IConversionOperation { Type.IsRefLikeType: true } when reference.Type is { IsValueType: true } => ReferenceForm.Other,
        IConversionOperation { Conversion.IsIdentity: true } conversion when reference.Type is { IsValueType: true } => Classify(conversion),
        IConversionOperation conversion => TakesValues(conversion.OperatorMethod),
        IConditionalOperation conditional => conditional.IsRef ? ReferenceForm.Other : ReferenceForm.Read,

        // An operator with 'in' parameters gets references, as a conversion does.
        IBinaryOperation binary => TakesValues(binary.OperatorMethod),
        IUnaryOperation unary => TakesValues(unary.OperatorMethod),

        // What the compiler calls can be an extension that gets a reference to a struct.
        IAwaitOperation or IForEachLoopOperation => reference.Type is { IsReferenceType: true } ? ReferenceForm.Read : ReferenceForm.Other,
        IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation => reference.Type is { IsReferenceType: true } || !FindPatterns(reference.Parent).Any(Deconstructs) ? ReferenceForm.Read : ReferenceForm.Other,

        // These copy the value, or only look at it.
        IParenthesizedOperation parenthesized => Classify(parenthesized),
        IExpressionStatementOperation or ICoalesceOperation or IConditionalAccessOperation or IIsTypeOperation
            or ITupleBinaryOperation or IInterpolationOperation or IArrayInitializerOperation or IArrayElementReferenceOperation
            or ISwitchExpressionArmOperation or IPatternCaseClauseOperation or ICatchClauseOperation or IThrowOperation or INameOfOperation
            or ILockOperation or IWhileLoopOperation or IForLoopOperation or IDelegateCreationOperation or IMethodReferenceOperation
            or IReturnOperation or IRangeOperation or IUsingOperation or IFieldInitializerOperation or IPropertyInitializerOperation => ReferenceForm.Read,
        _ => reference.Type is { IsReferenceType: true } && reference.Parent is IMemberReferenceOperation ? ReferenceForm.Read : ReferenceForm.Other,
    };

    private static IEnumerable<IPatternOperation> FindPatterns(IOperation test) => test switch
    {
        IIsPatternOperation pattern => [pattern.Pattern],
        ISwitchExpressionOperation choice => choice.Arms.Select(static arm => arm.Pattern),
        _ => ((ISwitchOperation)test).Cases.SelectMany(static one => one.Clauses).OfType<IPatternCaseClauseOperation>().Select(static clause => clause.Pattern),
    };

    private static bool Deconstructs(IPatternOperation pattern) => pattern.DescendantsAndSelf().Any(static part => part is IRecursivePatternOperation { DeconstructSymbol: not null });

    private static ReferenceForm OfCompoundAssignment(ICompoundAssignmentOperation compound, IOperation reference)
    {
        // An instance operator of C# 14 writes its receiver itself, and operators with 'in' parameters get references.
        if (compound.OperatorMethod is { IsStatic: false } || TakesValues(compound.OperatorMethod) == ReferenceForm.Other)
            return ReferenceForm.Other;

        return compound.Target == reference ? ReferenceForm.Write : ReferenceForm.Read;
    }

    private static bool IsTarget(ITupleOperation tuple) => tuple.Parent switch
    {
        IDeconstructionAssignmentOperation deconstruction => deconstruction.Target == tuple,
        ITupleOperation outer => IsTarget(outer),
        IDeclarationExpressionOperation { Parent: IDeconstructionAssignmentOperation deconstruction } declaration => deconstruction.Target == declaration,
        IForEachLoopOperation loop => loop.LoopControlVariable == tuple,
        _ => false,
    };

    private static ReferenceForm OfArgument(IArgumentOperation argument) => argument.Parameter switch
    {
        null => ReferenceForm.Other,
        { RefKind: RefKind.None } => ReferenceForm.Read,

        // A function pointer can be cast to a pointer with other parameters.
        _ when argument.Parent is not (IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation) => ReferenceForm.Other,

        // The called method can't keep a reference to an 'out' argument, unless the parameter is declared as [UnscopedRef] or by an old compiler.
        { RefKind: RefKind.Out, ScopedKind: ScopedKind.ScopedRef } => ReferenceForm.Write,
        { RefKind: RefKind.Ref or RefKind.Out, ContainingSymbol: IMethodSymbol method } => CanKeepReference(method) || CanReceiverKeepReference(argument) ? ReferenceForm.Other : ReferenceForm.Write,

        // 'in' and 'ref readonly' give a reference, which unsafe code can write through.
        _ => ReferenceForm.Other,
    };

    // The receiver of an extension can be a ref struct, and a type parameter can stand for one.
    private static bool CanReceiverKeepReference(IArgumentOperation argument) => argument.Parent is IInvocationOperation { Instance.Type: { } receiver } && IsReferenceLike(receiver);

    /// <summary>Determines whether a method can keep a reference to an argument in its result, its receiver or another argument, or is unsafe by design.</summary>
    private static bool CanKeepReference(IMethodSymbol method)
    {
        if (method.ReturnsByRef || method.ReturnsByRefReadonly || method.ContainingType is { IsRefLikeType: true } || IsReferenceLike(method.ReturnType)
            || method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ReducedExtension)
            || method.ContainingNamespace.IsNamed("CompilerServices", "Runtime", "System") || method.ContainingNamespace.IsNamed("InteropServices", "Runtime", "System"))
        {
            return true;
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (IsReferenceLike(parameter.Type))
                return true;
        }

        return false;
    }

    private static bool IsReferenceLike(ITypeSymbol type) => type.IsRefLikeType || type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic or TypeKind.TypeParameter;

    private static ReferenceForm OfField(IFieldReferenceOperation field)
    {
        if (field.Instance?.Type is { IsReferenceType: true })
            return ReferenceForm.Read;

        ReferenceForm form = Classify(field);
        bool isPart = field.Field.ContainingType.IsTupleType && ProgramVariables.FindTupleElement(field) is null;

        // 'Rest' of a long tuple overlaps its last elements.
        return form == ReferenceForm.Write && isPart ? ReferenceForm.Other : form;
    }

    /// <summary>Classifies the receiver of a member. A method of a mutable struct, and an extension of C# 14 that takes it by reference, can write it.</summary>
    private static ReferenceForm OfReceiver(ISymbol member, IOperation receiver)
    {
        if (member.IsExtensionMember())
            return receiver.Type is { IsReferenceType: true } || member.TakesReceiverByValue() ? ReferenceForm.Read : ReferenceForm.Other;

        return receiver.Type is not { IsReferenceType: false } type
            || type.IsNullableValue()
            || type.IsReadOnly
            || type.TypeKind == TypeKind.Enum
            || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_UIntPtr or SpecialType.System_DateTime
            || member is IMethodSymbol { IsReadOnly: true }
            || member is IPropertySymbol { GetMethod.IsReadOnly: true } && receiver.Parent?.Parent is not IAssignmentOperation
                ? ReferenceForm.Read
                : ReferenceForm.Other;
    }

    private static ReferenceForm TakesValues(IMethodSymbol? method)
    {
        if (method is not null)
        {
            foreach (IParameterSymbol parameter in method.Parameters)
            {
                if (parameter.RefKind != RefKind.None)
                    return ReferenceForm.Other;
            }
        }

        return ReferenceForm.Read;
    }
}
