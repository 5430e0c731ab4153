using System.CommandLine;
using BenchmarkDotNet.Running;
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

return root.Parse(args).Invoke();
