using System;
using System.CommandLine;
using System.Globalization;
using System.Linq;

namespace Figma.Payments.Benchmarks.Analyzers;

/// <summary>
/// Measures whether the time of the analyzers grows linearly with the size of a method: ten times the code must not take more than twenty times as long, and 4,000 calls
/// that need the flow analysis must take less than twice the compiler's own time.
/// </summary>
internal static class LinearCommand
{
    private const int Few = 150;
    private const int Many = 10 * Few;
    private const int MaxRatio = 20;
    private const int Calls = 4_000;
    private const int MaxRatioToCompiler = 2;
    private const int Rounds = 5;

    private static readonly string[] Statements =
    [
        """await http.GetAsync($"/v1/payments?user_id={id}&plugin_id={id}");""",
        """HttpRequestMessage request# = new(HttpMethod.Get, "v1/payments?user_id=1"); request#.Headers.Add("A", "b"); await http.SendAsync(request#);""",
        """string address# = "https://api.figma.com/v1/payments?user_id=" + id; await http.GetAsync(address#);""",
        """http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", id); await http.GetAsync("/v1/payments?user_id=1&plugin_id=2");""",
        """HttpRequestMessage request# = new(HttpMethod.Get, "v1/payments?user_id=1&plugin_id=2"); request#.Headers.Authorization = new("Bearer", id); await http.SendAsync(request#);""",
        "if (status == PaymentStatus.Unpaid) throw new PaymentRequiredException(); Console.WriteLine(# + 1);",
        "if (info.PaymentStatus == PaymentStatus.Unpaid) throw new PaymentRequiredException(); Console.WriteLine(info);",
        "if (info.DateOfPurchase == null) throw new PaymentRequiredException(); Console.WriteLine(# + 1);",
        "if (!result.IsSuccess) throw new PaymentRequiredException(); Console.WriteLine(# + 1);",
        "await payments.GetPaymentsAsync(user, plugin);",
        "try { await payments.GetPaymentsAsync(user, plugin); } catch (FigmaPaymentsException) { throw new PaymentRequiredException(); }",
        "bool isUnpaid# = status == PaymentStatus.Unpaid; if (isUnpaid#) throw new PaymentRequiredException();",
    ];

    private static readonly string[] CallsOnPaths =
    [
        "p = isPlugin ? plugin : null; w = isPlugin ? null : widget; _ = await payments.GetPaymentsAsync(user, pluginId: p, widgetId: w);",
        "p = null; w = null; if (number > #) p = plugin; else w = widget; _ = await payments.GetPaymentsAsync(user, pluginId: p, widgetId: w);",
        "p = Find(); w = p is null ? widget : null; _ = await payments.GetPaymentsAsync(user, pluginId: p, widgetId: w);",
    ];

    public static Command Create()
    {
        Command command = new("linear", "The time of the analyzers for 1,500 statements in one method, compared with 150, and for 4,000 calls, compared with the compiler");
        command.SetAction(static _ => IsLinear() & IsFasterThanCompiler() ? 0 : 1);
        return command;
    }

    private static bool IsLinear()
    {
        bool isLinear = true;
        Console.WriteLine($"Milliseconds of the analyzers for {Few} and for {Many} statements in one method, the lowest of {Rounds} rounds");

        foreach (string statement in Statements)
        {
            (AnalysisRun few, AnalysisRun many) = (Create(statement, Few), Create(statement, Many));
            few.Analyze();
            (double ofFew, double ofMany) = (double.MaxValue, double.MaxValue);

            for (int round = 0; round < Rounds; round++)
            {
                ofFew = Math.Min(ofFew, few.Analyze().TotalMilliseconds);
                ofMany = Math.Min(ofMany, many.Analyze().TotalMilliseconds);
            }

            isLinear &= ofMany <= ofFew * MaxRatio;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {ofFew,8:0.0} {ofMany,10:0.0}  ratio {ofMany / ofFew,5:0.0}  {string.Join(", ", many.Reported.Distinct()),-8} {statement}"));
        }

        return isLinear;
    }

    private static bool IsFasterThanCompiler()
    {
        bool isFaster = true;
        Console.WriteLine($"Milliseconds of the compiler and of the analyzers for {Calls} calls in one method, medians of {Rounds} rounds");

        foreach (string call in CallsOnPaths)
        {
            string source = Sources.CallsOnPaths(call, Calls);
            AnalysisRun compiler = new(source, Installed.References(typeof(PluginId)), []);
            AnalysisRun ours = new(source, Installed.References(typeof(PluginId)), Installed.Ours);
            (double Compiler, double Ours)[] rounds = [.. Enumerable.Range(0, Rounds).Select(_ => (compiler.Build().TotalMilliseconds, ours.Analyze().TotalMilliseconds))];
            double ratio = Median.Of(rounds.Select(static round => round.Ours / round.Compiler));

            isFaster &= ratio < MaxRatioToCompiler;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Median.Of(rounds.Select(static round => round.Compiler)),8:0} {Median.Of(rounds.Select(static round => round.Ours)),10:0}  ratio {ratio,5:0.00}  {string.Join(", ", ours.Reported.Distinct()),-8} {call}"));
        }

        return isFaster;
    }

    private static AnalysisRun Create(string statement, int count) => new(
        $$"""
        using System;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Threading.Tasks;
        using Figma.Payments;

        public sealed class PaymentRequiredException : Exception;
        public class Code
        {
            public async Task EnsurePaidAsync(HttpClient http, string id, PaymentInformation info, PaymentsResult result, PaymentStatus status, IPaymentsClient payments, UserId user, PluginId plugin)
            {
                await Task.Yield();
                {{(statement.Contains("http", StringComparison.Ordinal) ? "http.BaseAddress = new Uri(\"https://api.figma.com\");" : "")}}
                {{Sources.Statements(statement, count)}}
            }
        }
        """,
        Installed.References(typeof(PluginId)),
        Installed.Ours);
}
