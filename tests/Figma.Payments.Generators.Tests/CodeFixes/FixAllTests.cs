using System.Threading.Tasks;
using Figma.Payments.Generators.CodeFixes.Calls;
using Figma.Payments.Generators.CodeFixes.Declarations;
using Figma.Payments.Generators.CodeFixes.Requests;
using Figma.Payments.Generators.CodeFixes.Responses;
using Figma.Payments.Generators.Rules.Calls;
using Figma.Payments.Generators.Rules.Declarations;
using Figma.Payments.Generators.Rules.Responses;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Figma.Payments.Generators.Tests.CodeFixes;

/// <summary>Applies Fix All to a document, a project and a solution that has two problems in each of three documents in two projects.</summary>
public sealed class FixAllTests
{
    [Fact]
    public Task FPG1001_is_fixed_by_one_fix_all() => VerifyFixAllAsync<DeclarationAnalyzer, InterfaceMustBePartialFix>(
        "[PaymentsClient] interface {|FPG1001:IOne#|} { } class C# { [PaymentsClient] interface {|FPG1001:{|FPG1001:ITwo#|}|} { } }",
        "[PaymentsClient] partial interface IOne# { } partial class C# { [PaymentsClient] partial interface ITwo# { } }");

    [Fact]
    public Task FPG2005_is_fixed_by_one_fix_all() => VerifyFixAllAsync<ConstantIdMustBeValidAnalyzer, ConstantIdMustBeValidFix>(
        "class C# { PluginId _one = new({|FPG2005:\"https://www.figma.com/community/plugin/1\"|}); PluginId _two = new({|FPG2005:\"https://www.figma.com/community/plugin/2\"|}); }",
        "class C# { PluginId _one = PluginId.Parse(\"https://www.figma.com/community/plugin/1\"); PluginId _two = PluginId.Parse(\"https://www.figma.com/community/plugin/2\"); }");

    [Fact]
    public Task FPG3001_is_fixed_by_one_fix_all() => VerifyFixAllAsync<DoNotDecideAccessByPurchaseDateAnalyzer, ResponsesFix>(
        "class C# { bool IsPaid(PaymentInformation one) => {|FPG3001:one.DateOfPurchase != null|}; bool HasAccess(PaymentInformation one) => {|FPG3001:one is { DateOfPurchase: not null }|}; }",
        "class C# { bool IsPaid(PaymentInformation one) => one.IsPaid; bool HasAccess(PaymentInformation one) => one is { IsPaid: true }; }");

    [Fact]
    public Task FPG3002_is_fixed_by_one_fix_all() => VerifyFixAllAsync<DoNotTreatUnknownStatusAsPaidAnalyzer, ResponsesFix>(
        """
        class C# { bool HasAccess(PaymentInformation one) => {|FPG3002:one.PaymentStatus != PaymentStatus.Unpaid|};
            bool CanExport(PaymentStatus two) { if ({|FPG3002:two == PaymentStatus.Unpaid|}) return false; return true; }
            bool IsPremium(PaymentStatus three) => three switch { PaymentStatus.Unpaid => false, {|FPG3002:_|} => true };
            bool IsLicensed(PaymentStatus four) { switch (four) { case PaymentStatus.Unpaid: return false; {|FPG3002:default:|} return true; } } }
        """,
        """
        class C# { bool HasAccess(PaymentInformation one) => one.IsPaidOrTrial;
            bool CanExport(PaymentStatus two) { if (two is not (PaymentStatus.Paid or PaymentStatus.Trial)) return false; return true; }
            bool IsPremium(PaymentStatus three) => three switch { PaymentStatus.Unpaid => false, PaymentStatus.Paid or PaymentStatus.Trial => true, _ => false };
            bool IsLicensed(PaymentStatus four) { switch (four) { case PaymentStatus.Unpaid: return false; case PaymentStatus.Paid: case PaymentStatus.Trial: return true; default: return false; } } }
        """);

    [Fact]
    public Task FPG3004_is_fixed_by_one_fix_all() => VerifyFixAllAsync<DoNotTreatResponseAsPaidAnalyzer, ResponsesFix>(
        "class C# { bool IsPaid(PaymentsResult one) => {|FPG3004:one.IsSuccess|}; bool HasAccess(PaymentsResult one) => {|FPG3004:one is { Information: not null }|}; }",
        "class C# { bool IsPaid(PaymentsResult one) => one.IsPaid; bool HasAccess(PaymentsResult one) => one is { IsPaid: true }; }");

    [Fact]
    public void Fix_all_is_not_available_if_the_developer_must_choose()
    {
        Assert.Null(new RequestMustSpecifyResourceFix().GetFixAllProvider());
        Assert.Null(new RequestMustSpecifyOneResourceFix().GetFixAllProvider());
        Assert.Null(new PinnedResourceMustBeValidFix().GetFixAllProvider());
        Assert.Null(new DoNotUseOAuthFix().GetFixAllProvider());
    }

    private static async Task VerifyFixAllAsync<TAnalyzer, TFix>(string before, string after)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        Test<TAnalyzer, TFix> test = new();
        Fill(test.TestState, before);
        Fill(test.FixedState, after);
        Fill(test.BatchFixedState, after);

        // The number of iterations is verified: a Fix All that leaves a problem unfixed needs another one.
        test.NumberOfFixAllInDocumentIterations = 3;
        test.NumberOfFixAllInProjectIterations = 2;
        test.NumberOfFixAllIterations = 1;
        await test.RunAsync();
    }

    private static void Fill(SolutionState state, string source)
    {
        state.Sources.Add(Source(source, "1"));
        state.Sources.Add(Source(source, "2"));
        ProjectState other = state.AdditionalProjects["Other"];
        other.Sources.Add(Source(source, "3"));
        other.AdditionalReferences.AddRange(References.Default);
    }

    private static string Source(string source, string number) => "using Figma.Payments;\n\n" + source.Replace("#", number, System.StringComparison.Ordinal);

    private sealed class Test<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        public Test()
        {
            ReferenceAssemblies = new ReferenceAssemblies("net8.0");
            TestState.AdditionalReferences.AddRange(References.Default);
        }
    }
}
