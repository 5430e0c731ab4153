using System;

using Figma.Payments.Testing.Ledger;
using Figma.Payments.Testing.Requests;

namespace Figma.Payments.Testing.Wire;

/// <summary>What stands behind both doors: a request goes in, an answer comes out.</summary>
internal sealed class PaymentsCore
{
    private readonly FakeFigmaPaymentsOptions _options;
    private readonly RequestReader _reader;
    private readonly ResponseRules _rules;
    private readonly Renderer _renderer;
    private readonly FakeFaults _faults;
    private readonly RequestLog _log;

    public PaymentsCore(FakeFigmaPaymentsOptions options, RequestReader reader, ResponseRules rules, FakeFaults faults, RequestLog log)
    {
        _options = options;
        _reader = reader;
        _rules = rules;
        _renderer = new Renderer(options);
        _faults = faults;
        _log = log;
    }

    /// <summary>The clock that delays go by.</summary>
    public TimeProvider TimeProvider => _options.TimeProvider;

    public WireResponse Respond(WireRequest request)
    {
        DateTimeOffset now = _options.TimeProvider.GetUtcNow();
        FakeRequest asked = _reader.Read(request, _log.NextNumber(), now);
        _log.Add(asked);

        Response response = _rules.Respond(request, asked.Credential, now);
        FakeFault? fault = _faults.Take(asked);

        if (fault is not null)
            response = fault.Rewrite(response, _options);

        WireResponse answer = _renderer.Render(response, asked.Number, now);

        if (fault is not null)
            answer = fault.Rewrite(answer);

        return request.Method == "HEAD" ? answer with { Body = ReadOnlyMemory<byte>.Empty } : answer;
    }
}
