using System.CommandLine;
using BenchmarkDotNet.Running;
using Figma.Payments.Benchmarks.Analyzers;
using Figma.Payments.Benchmarks.Corpus;
using Figma.Payments.Benchmarks.Gate;
using Figma.Payments.Benchmarks.Generator;
using Figma.Payments.Benchmarks.Judge;
using Figma.Payments.Benchmarks.Wire;

RootCommand root = new("The costs of the package, compared with other libraries: see README.md");

Command bench = new("bench", "BenchmarkDotNet with its own arguments") { TreatUnmatchedTokensAsErrors = false };
bench.SetAction(result => { BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run([.. result.UnmatchedTokens]); });
root.Subcommands.Add(bench);
root.Subcommands.Add(CannedCommand.Create());
root.Subcommands.Add(GuaranteesCommand.Create());
root.Subcommands.Add(LoopbackCommand.Create());
root.Subcommands.Add(ColdCommand.Create());
root.Subcommands.Add(ColdCommand.CreateCall());
root.Subcommands.Add(LoopbackServer.Create());
root.Subcommands.Add(GeneratorCommand.Create());
root.Subcommands.Add(AnalyzersCommand.Create());
root.Subcommands.Add(LinearCommand.Create());
root.Subcommands.Add(AnalyzerCorpusCommand.Create());
root.Subcommands.Add(CorpusCommand.Create());
root.Subcommands.Add(JudgeCommand.Create());
root.Subcommands.Add(GateCommand.Create());

return root.Parse(args).Invoke();
