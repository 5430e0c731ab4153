using System.CommandLine;
using BenchmarkDotNet.Running;
using Figma.Payments.Benchmarks.Corpus;

RootCommand root = new("What the package costs, beside its peers: see README.md");

Command bench = new("bench", "BenchmarkDotNet, with its own arguments") { TreatUnmatchedTokensAsErrors = false };
bench.SetAction(result => { BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run([.. result.UnmatchedTokens]); });
root.Subcommands.Add(bench);

Argument<string> directory = new("directory") { Description = "a folder with one folder of C# sources for each project" };
Command corpus = new("corpus", "the flow analysis over other people's sources, beside the compiler's nullable analysis") { directory };
corpus.SetAction(result => CorpusCommand.Run(result.GetRequiredValue(directory)));
root.Subcommands.Add(corpus);

return root.Parse(args).Invoke();
