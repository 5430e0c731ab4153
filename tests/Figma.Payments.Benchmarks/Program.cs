using System.CommandLine;
using BenchmarkDotNet.Running;
using Figma.Payments.Benchmarks.Analyzers;
using Figma.Payments.Benchmarks.Corpus;
using Figma.Payments.Benchmarks.Generator;
using Figma.Payments.Benchmarks.Wire;

RootCommand root = new("What the package costs, beside its peers: see README.md");

Command bench = new("bench", "BenchmarkDotNet, with its own arguments") { TreatUnmatchedTokensAsErrors = false };
bench.SetAction(result => { BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run([.. result.UnmatchedTokens]); });
root.Subcommands.Add(bench);
root.Subcommands.Add(CannedCommand.Create());
root.Subcommands.Add(GeneratorCommand.Create());
root.Subcommands.Add(CorpusCommand.Create());

Argument<string> projects = new("directory") { Description = "A directory with a subdirectory of sources for each project" };
Command corpus = new("corpus-analyzers", "All analyzers over the sources of well-known projects: every diagnostic is printed") { projects };
corpus.SetAction((result, _) => AnalyzerCorpus.RunAsync(result.GetRequiredValue(projects)));
root.Subcommands.Add(corpus);

Command analyzers = new("analyzers", "What the analyzers cost, Refit's beside them");
analyzers.SetAction(static _ => AnalyzerCost.Run());
root.Subcommands.Add(analyzers);

return root.Parse(args).Invoke();
