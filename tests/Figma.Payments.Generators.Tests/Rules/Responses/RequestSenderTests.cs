using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Rules.Responses.UnknownStatus;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests that FPG3002 reports nothing in a method that receives a request, a message or a job if the code that passes it might deny access.</summary>
public sealed class RequestSenderTests
{
    private const string Seats = "if (!seats.Has(user.Value)) return Results.StatusCode(402); ";

    [Theory]
    [InlineData("", true)]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user); if (!info.IsPaid) return Results.StatusCode(402);")]
    [InlineData(Seats)]
    [InlineData("if (string.IsNullOrEmpty(user.Value)) return Results.BadRequest();", true)]
    public async Task Handler_is_judged_with_the_code_that_sends_its_request(string guard, bool isReported = false)
    {
        foreach (string send in new[] { "sender.Send(new Export(user))", "sender.Send<string>(new Export(user))", "bus.InvokeAsync<string>(new Export(user))" })
            await VerifyAsync($"{guard} return Results.Ok(await {send});", Handler(isReported));

        await VerifyAsync($"{guard} var request = new Export(user); string text = await sender.Send(request); return Results.Ok(text);", Handler(isReported));
        await VerifyAsync($"{guard} IRequest<string> request = new Export(user); return Results.Ok(await sender.Send(request));", Handler(isReported));
    }

    [Theory]
    [InlineData("public sealed class ExportHandler(IGlyph payments) : IConsumer<Export> { public async Task Consume(IEnvelope<Export> context) { UserId user = context.Message.User; TEST } }", "await bus.Publish(new Export(user));")]
    [InlineData("public sealed class ExportHandler(IGlyph payments) : IConsumer<IExported> { public async Task Consume(IEnvelope<IExported> context) { UserId user = context.Message.User; TEST } }", "await bus.Publish<IExported>(new { User = user });")]
    [InlineData("public sealed class ExportHandler(IGlyph payments) : IConsumer<IExported> { public async Task Consume(IEnvelope<IExported> context) { UserId user = context.Message.User; TEST } }", "await bus.Publish(new Export(user));")]
    [InlineData("public sealed class ExportHandler(IGlyph payments) : IConsumer<UserId> { public async Task Consume(IEnvelope<UserId> context) { UserId user = context.Message; TEST } }", "await bus.Publish(user);")]
    [InlineData("public static class ExportHandler { public static async Task Handle(Export request, IGlyph payments) { UserId user = request.User; TEST } }", "await bus.Publish(new Export(user));")]
    [InlineData("public sealed class ExportJob(IGlyph payments) : IJob { public async Task Execute(UserId user) { TEST } }", "await bus.ScheduleAsync<ExportJob>(user);")]
    [InlineData("public sealed class ExportJob(IGlyph payments) : IJob { public async Task Execute(UserId user) { TEST } }", "await bus.Publish(typeof(ExportJob));")]
    [InlineData("public sealed class ExportJob(IGlyph payments) : IJob { public async Task Execute(UserId user) { TEST } }", "await bus.Publish(new ExportJob(payments));")]
    [InlineData("public sealed class Worker(Channel<Export> exports, Runner runner) { public async Task WorkAsync() { await foreach (Export export in exports.Reader.ReadAllAsync()) await runner.RenderAsync(export); } } public sealed class Runner(IGlyph payments) { public async Task RenderAsync(Export export) { UserId user = export.User; TEST } }", "await exports.Writer.WriteAsync(new Export(user));")]
    [InlineData("public sealed class Worker(Channel<UserId> users, IGlyph payments) { public async Task WorkAsync() { UserId user = await users.Reader.ReadAsync(); TEST } }", "users.Writer.TryWrite(user);")]
    public async Task Receiver_is_judged_with_the_code_that_passes_an_object(string receiver, string statement)
    {
        string code(bool isReported) => receiver.Replace("TEST", Demand(isReported), System.StringComparison.Ordinal);

        await VerifyAsync(statement + " return Results.Accepted();", code(isReported: true));
        await VerifyAsync(Seats + statement + " return Results.Accepted();", code(isReported: false));
        await VerifyAsync($"await outbox.AddAsync(user, bus, payments, exports, users, seats); return Results.Accepted();", code(isReported: true) + Outbox("", statement));
        await VerifyAsync($"await outbox.AddAsync(user, bus, payments, exports, users, seats); return Results.Accepted();", code(isReported: false) + Outbox("if (!seats.Has(user.Value)) throw new UnauthorizedAccessException(); ", statement));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(".WithName(\"export\")", true)]
    [InlineData(".RequireAuthorization(\"Paid\")")]
    [InlineData(".RequireAuthorization(policy => policy.RequireRole(\"paid\"))")]
    public Task Handler_is_judged_with_the_policies_of_the_endpoint(string policy, bool isReported = false) => VerifyAsync("await Task.Yield(); return Results.Ok();", Handler(isReported) + $$"""
        public static class Endpoints
        {
            public static void Map(WebApplication app) => app.MapGet("/export", async (string user, ISender sender) => Results.Ok(await sender.Send(new Export(new UserId(user))))){{policy}};
        }
        """);

    [Theory]
    [InlineData("if (!info.IsPaidOrTrial) throw new UnauthorizedAccessException();")]
    [InlineData("Console.WriteLine(info.UserId);", true)]
    public Task Handler_is_judged_with_another_handler_that_sends_its_request(string guard, bool isReported = false) => VerifyAsync("return Results.Ok(await sender.Send(new Outer(user)));", Handler(isReported) + $$"""
        public sealed record Outer(UserId User) : IRequest<string>;
        public sealed class OuterHandler({{(isReported ? "" : "IGlyph payments, ")}}ISender sender) : IRequestHandler<Outer, string>
        {
            public async Task<string> Handle(Outer request)
            {
                {{(isReported ? "" : "PaymentInformation info = await payments.GetPaymentsAsync(request.User); " + guard)}}
                return await sender.Send(new Export(request.User));
            }
        }
        """);

    [Theory]
    [InlineData("if (!info.IsPaid) throw new UnauthorizedAccessException();")]
    [InlineData("Console.WriteLine(info.UserId);", true)]
    public Task Handler_is_judged_with_a_method_that_forwards_any_request(string guard, bool isReported = false) => VerifyAsync("return Results.Ok(await new Forwarder(sender, payments).SendAsync(user, new Export(user)));", Handler(isReported) + $$"""
        public sealed class Forwarder(ISender sender, IGlyph payments)
        {
            public async Task<T> SendAsync<T>(UserId user, IRequest<T> request)
            {
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                {{guard}}
                return await sender.Send(request);
            }
        }
        """);

    [Theory]
    [InlineData("LoadAsync", "if (!seats.Has(request.User.Value)) throw new UnauthorizedAccessException();")]
    [InlineData("Before", "if (!seats.Has(request.User.Value)) throw new UnauthorizedAccessException();")]
    [InlineData("LoadAsync", "Console.WriteLine(request);", true)]
    public Task Handler_is_judged_with_other_methods_that_receive_its_request(string name, string statement, bool isReported = false) => VerifyAsync("await bus.Publish(new Export(user)); return Results.Ok();", $$"""
        public static class ExportHandler
        {
            public static async Task {{name}}(Export request, ISeats seats) { await Task.Yield(); {{statement}} }
            public static async Task Handle(Export request, IGlyph payments) { UserId user = request.User; {{Demand(isReported)}} }
        }
        """);

    [Theory]
    [InlineData("return await ((dynamic)handlers[request.GetType()]).Handle((dynamic)request);", true)]
    [InlineData("if (!seats.Has(typeof(T).Name)) throw new UnauthorizedAccessException(); return await ((dynamic)handlers[request.GetType()]).Handle((dynamic)request);")]
    public Task Handler_is_judged_with_a_mediator_of_the_project(string statements, bool isReported = false) => VerifyAsync("return Results.Ok(await sender.Send(new Export(user)));", Handler(isReported) + $$"""
        public sealed class Mediator(Dictionary<Type, object> handlers, ISeats seats) : ISender
        {
            public override string ToString() => $"{seats}";
            public async Task<T> Send<T>(IRequest<T> request) { {{statements}} }
        }
        """);

    [Theory]
    [InlineData("if (!await sender.Send(new CanExport(user))) return Results.StatusCode(402); return Results.Ok();", true)]
    [InlineData("bool canExport = await sender.Send(new CanExport(user)); return canExport ? Results.Ok() : Results.StatusCode(402);", true)]
    [InlineData("if (!await sender.Send(new CanExport(user)) || !seats.Has(user.Value)) return Results.StatusCode(402); return Results.Ok();")]
    [InlineData("if (!await sender.Send(new HasSeat(user))) return Results.StatusCode(402); return await sender.Send(new CanExport(user)) ? Results.Ok() : Results.StatusCode(402);")]
    public Task Condition_is_judged_with_the_code_that_sends_its_request(string statements, bool isReported = false) => VerifyAsync(statements, $$"""
        public sealed record CanExport(UserId User) : IRequest<bool>;
        public sealed record HasSeat(UserId User) : IRequest<bool>;
        public sealed class CanExportHandler(IGlyph payments) : IRequestHandler<CanExport, bool> { public async Task<bool> Handle(CanExport request) => await new Gate(payments).CanExportAsync(request.User); }
        public sealed class Gate(IGlyph payments)
        {
            public async Task<bool> CanExportAsync(UserId user)
            {
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                if ({{Test(isReported)}}) return false;
                return true;
            }
        }
        """);

    // A method that the project calls isn't the handler of a mediator. Other uses of the type of its parameter say nothing.
    [Theory]
    [InlineData("return Results.Ok(await documents.OpenAsync(new Document(user)));", true)]
    [InlineData(Seats + "return Results.Ok(await documents.OpenAsync(new Document(user)));")]
    public Task Method_that_is_called_is_judged_with_its_callers_only(string statements, bool isReported = false) => VerifyAsync(statements, $$"""
        public sealed record Document(UserId User);
        public sealed class Documents(IGlyph payments) : IDocuments { public async Task<string> OpenAsync(Document document) { UserId user = document.User; {{Demand(isReported)}} return "content"; } }
        public interface IDocuments { Task<string> OpenAsync(Document document); }
        public sealed class Admin(ISeats seats, IBus bus) { public async Task PublishAsync(Document document) { if (!seats.Has("admin")) throw new UnauthorizedAccessException(); await bus.Publish(document); } }
        """, "IDocuments documents, ");

    [Fact]
    public Task Registration_and_handler_itself_are_no_senders() => VerifyAsync("return Results.Ok(await sender.Send(new Export(user)));", $$"""
        public static class Registrations
        {
            public static IServiceCollection Add(IServiceCollection services, ISeats seats)
            {
                if (!seats.Has("export")) throw new UnauthorizedAccessException();
                return services.AddScoped<IRequestHandler<Export, string>, ExportHandler>().AddScoped(typeof(ExportHandler));
            }
        }

        public sealed class ExportHandler(IGlyph payments, IBus bus) : IRequestHandler<Export, string>
        {
            public async Task<string> Handle(Export request)
            {
                UserId user = request.User;
                {{Demand(isReported: true)}}
                await bus.Publish(request);
                return "content";
            }
        }
        """);

    private static string Demand(bool isReported) => $"PaymentInformation info = await payments.GetPaymentsAsync(user); if ({Test(isReported)}) throw new UnauthorizedAccessException(); ";

    private static string Outbox(string guard, string statement) =>
        $"public sealed class Outbox {{ public async Task AddAsync(UserId user, IBus bus, IGlyph payments, Channel<Export> exports, Channel<UserId> users, ISeats seats) {{ await Task.Yield(); {guard}{statement} }} }}";

    private static string Handler(bool isReported) =>
        $"public sealed class ExportHandler(IGlyph payments) : IRequestHandler<Export, string> {{ public async Task<string> Handle(Export request) {{ UserId user = request.User; {Demand(isReported)}return \"content\"; }} }}";

    private static Task VerifyAsync(string statements, string types, string parameters = "") => UnknownStatus.VerifyAsync($$"""
        using System.Collections.Generic;
        using System.Threading.Channels;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public interface ISeats { bool Has(string user); }
        public interface IRequest<T>;
        public interface IRequestHandler<TRequest, TResponse> where TRequest : IRequest<TResponse> { Task<TResponse> Handle(TRequest request); }
        public interface ISender { Task<T> Send<T>(IRequest<T> request); }
        public interface IEnvelope<out T> { T Message { get; } }
        public interface IConsumer<in T> { Task Consume(IEnvelope<T> context); }
        public interface IJob { Task Execute(UserId user); }
        public interface IBus { Task Publish<T>(object message); Task Publish<T>(T message); Task<T> InvokeAsync<T>(object message); Task ScheduleAsync<T>(UserId user) where T : IJob; }
        public interface IExported { UserId User { get; } }
        public sealed record Export(UserId User) : IRequest<string>, IExported;
        public sealed class ExportEndpoint(IGlyph payments, ISeats seats, ISender sender, IBus bus, Channel<Export> exports, Channel<UserId> users{{(types.Contains("class Outbox", System.StringComparison.Ordinal) ? ", Outbox outbox" : "")}})
        {
            public override string ToString() => $"{payments}{seats}{sender}{bus}{exports}{users}";

            public async Task<IResult> RunAsync({{parameters}}UserId user)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        {{types}}
        """);
}
