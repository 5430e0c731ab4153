using System;
using Figma.Payments.Testing.Requests;

namespace Figma.Payments.Testing.Wire;

/// <summary>Handles requests of every transport.</summary>
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

    /// <summary>Gets the clock that measures delays.</summary>
    public TimeProvider TimeProvider => _options.TimeProvider;

    public WireResponse Respond(WireRequest request)
    {
        DateTimeOffset now = _options.TimeProvider.GetUtcNow();
        FakeRequest logged = _reader.Read(request, _log.NextNumber(), now);
        _log.Add(logged);

        Response response = _rules.Respond(request, logged.Credential, now);
        FakeFault? fault = _faults.Take(logged);

        if (fault is not null)
            response = fault.Rewrite(response, _options);

        WireResponse wire = _renderer.Render(response, logged.Number, now);

        if (fault is not null)
            wire = fault.Rewrite(wire);

        return request.Method == "HEAD" ? wire with { Body = ReadOnlyMemory<byte>.Empty } : wire;
    }
}
