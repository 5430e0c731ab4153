using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Rules.Responses.UnknownStatus;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests that FPG3002 reports nothing if another method that receives the same request, message or job might deny access.</summary>
public sealed class RequestHandlerTests
{
    private const string Demands = "if (!seats.Has(request.User)) throw new UnauthorizedAccessException(); ";

    [Theory]
    [InlineData("", true)]
    [InlineData("public sealed class Seated(ISeats seats) : IPreProcessor<Export> { public void Process(Export request) { " + Demands + "} }")]
    [InlineData("public sealed class Seated<T>(ISeats seats) : IPreProcessor<T> where T : IForUser { public void Process(T request) { " + Demands + "} }")]
    [InlineData("public sealed class Seated<T>(ISeats seats) : IPreProcessor<T> { public void Process(T request) { if (!seats.Has(typeof(T).Name)) throw new UnauthorizedAccessException(); } }")]
    [InlineData("public sealed class Seated(ISeats seats) : IPreProcessor<Envelope<Export>> { public void Process(Envelope<Export> request) { if (!seats.Has(request.Message.User)) throw new UnauthorizedAccessException(); } }")]
    [InlineData("public sealed class Known(PaymentInformation info) : IPreProcessor<Export> { public void Process(Export request) { if (!info.IsPaidOrTrial) throw new UnauthorizedAccessException(); } }")]
    [InlineData("public sealed class Logged(ISeats seats) : IPreProcessor<Export> { public void Process(Export request) => Console.WriteLine(seats.Has(request.User)); }", true)]
    [InlineData("public sealed class Logged<T> : IPreProcessor<T> where T : notnull { public void Process(T request) { if (request is null) throw new ArgumentNullException(nameof(request)); Console.WriteLine(request); } }", true)]
    [InlineData("public sealed class Seated(ISeats seats) : IPreProcessor<Render> { public void Process(Render request) { " + Demands + "} }", true)]
    [InlineData("public sealed class Seated<T>(ISeats seats) : IPreProcessor<T> where T : Render { public void Process(T request) { " + Demands + "} }", true)]
    public Task Handler_is_judged_with_the_other_methods_that_receive_its_request(string types, bool isReported = false) => VerifyAsync(types + $$"""
        public sealed class ExportHandler(PaymentInformation info) : IHandler<Export>
        {
            public string Handle(Export request)
            {
                if ({{Test(isReported)}}) throw new UnauthorizedAccessException();
                return "content";
            }
        }
        """);

    [Theory]
    [InlineData("public sealed class Consumer : IConsumer<Export> { public Task Consume(Envelope<Export> context) { Console.WriteLine(context.Message.User); return Task.CompletedTask; } }", true)]
    [InlineData("public sealed class Consumer(IGlyph payments) : IConsumer<Export> { public async Task Consume(Envelope<Export> context) { if (!(await payments.GetPaymentsAsync(new UserId(context.Message.User))).IsPaid) throw new UnauthorizedAccessException(); } }")]
    [InlineData("public sealed class Consumer(ISeats seats) : IConsumer<Render> { public Task Consume(Envelope<Render> context) => seats.Has(context.Message.User) ? Task.CompletedTask : throw new UnauthorizedAccessException(); }", true)]
    [InlineData("public sealed class Consumer(ISeats seats) { public void Handle(Export[] request) { if (!seats.Has(request[0].User)) throw new UnauthorizedAccessException(); } }")]
    [InlineData("public sealed class Exports(ISeats seats) { public void Run(Func<Export, string> read) { if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); Console.WriteLine(read); } }", true)]
    public Task Message_is_judged_by_its_consumers(string types, bool isReported = false) => VerifyAsync(types + Endpoint("await bus.Publish(new Export(user));", isReported));

    [Theory]
    [InlineData("await foreach (Export job in exports.Reader.ReadAllAsync()) { if (!(await payments.GetPaymentsAsync(new UserId(job.User))).IsPaid) continue; Console.WriteLine(job); }")]
    [InlineData("Export job = await exports.Reader.ReadAsync(); if (!seats.Has(job.User)) throw new UnauthorizedAccessException(); Console.WriteLine(job);")]
    [InlineData("while (exports.Reader.TryRead(out Export? job)) { if (!seats.Has(job.User)) throw new UnauthorizedAccessException(); Console.WriteLine(job); }")]
    [InlineData("await foreach (Export job in exports.Reader.ReadAllAsync()) Console.WriteLine($\"{job}{seats}{payments}\");", true)]
    [InlineData("Render job = await renders.Reader.ReadAsync(); if (!seats.Has(job.User)) throw new UnauthorizedAccessException(); Console.WriteLine($\"{job}{exports}\");", true)]
    public async Task Job_in_a_channel_is_judged_by_the_code_that_reads_it(string statements, bool isReported = false)
    {
        string worker = $"public sealed class Worker(IGlyph payments, ISeats seats, Channel<Export> exports, Channel<Render> renders) {{ public async Task WorkAsync() {{ await Task.Yield(); Console.WriteLine(renders); {statements} }} }}";
        await VerifyAsync(worker + Endpoint("await exports.Writer.WriteAsync(new Export(user));", isReported));
        await VerifyAsync(worker + Endpoint("exports.Writer.TryWrite(new Export(user));", isReported));
    }

    [Theory]
    [InlineData("Console.WriteLine($\"{job}{seats}\");", true)]
    [InlineData("if (!seats.Has(job.User)) throw new UnauthorizedAccessException();")]
    public Task Job_in_a_queue_is_judged_by_the_code_that_reads_it(string statements, bool isReported = false) => VerifyAsync($$"""
        public interface IQueue<T> { ValueTask AddAsync(T item); ValueTask<T> TakeAsync(); }
        public sealed class Queue<T>(Channel<T> channel) : IQueue<T> { public ValueTask AddAsync(T item) => channel.Writer.WriteAsync(item); public ValueTask<T> TakeAsync() => channel.Reader.ReadAsync(); }
        public sealed class Worker(IQueue<Export> queue, ISeats seats) { public async Task WorkAsync() { Export job = await queue.TakeAsync(); {{statements}} } }
        {{Endpoint("await queue.AddAsync(new Export(user));", isReported)}}
        """);

    private static string Endpoint(string granted, bool isReported) => $$"""
        public sealed class ExportEndpoint(PaymentInformation info, IBus bus, Channel<Export> exports{{(granted.Contains("queue", System.StringComparison.Ordinal) ? ", IQueue<Export> queue" : "")}})
        {
            public override string ToString() => $"{bus}{exports}";

            public async Task<IResult> RunAsync(string user)
            {
                await Task.Yield();
                if ({{Test(isReported)}}) return Results.StatusCode(402);
                {{granted}}
                return Results.Accepted();
            }
        }
        """;

    private static Task VerifyAsync(string types) => UnknownStatus.VerifyAsync($$"""
        using System.Threading.Channels;
        using Microsoft.AspNetCore.Http;
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public interface ISeats { bool Has(string user); }
        public interface IForUser { string User { get; } }
        public sealed record Export(string User) : IForUser;
        public record Render(string User);
        public interface IHandler<T> { string Handle(T request); }
        public interface IPreProcessor<T> { void Process(T request); }
        public interface IConsumer<T> { Task Consume(Envelope<T> context); }
        public interface Envelope<T> { T Message { get; } }
        public interface IBus { Task Publish<T>(T message); }
        {{types}}
        """);
}
