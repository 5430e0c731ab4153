using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Figma.Payments.Testing.Wire;

/// <summary>Converts a response to headers and a JSON body.</summary>
internal sealed class Renderer
{
    private const string JsonType = "application/json; charset=utf-8";

    // Messages stay readable. The text is never embedded in HTML.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly FakeStatusSpelling _spelling;
    private readonly FakeErrorEnvelope _envelope;

    public Renderer(FakeFigmaPaymentsOptions options)
    {
        _spelling = options.StatusSpelling;
        _envelope = options.ErrorEnvelope;
    }

    public WireResponse Render(Response response, long number, DateTimeOffset now)
    {
        ArrayBufferWriter<byte> body = new();
        List<KeyValuePair<string, string>> headers =
        [
            new("Date", now.ToString("R", CultureInfo.InvariantCulture)),
            new("Content-Type", JsonType),
            new(Names.RequestIdHeader, FormattableString.Invariant($"fa4e0000-0000-4000-8000-{number:x12}")),
        ];

        using (Utf8JsonWriter writer = new(body, Readable))
        {
            if (response is ErrorResponse error)
            {
                WriteError(writer, error);
                headers.AddRange(error.Headers);
            }
            else
                WritePayment(writer, (PaymentResponse)response);
        }

        return new WireResponse(response is ErrorResponse { Status: var status } ? status : 200, headers, body.WrittenMemory);
    }

    private void WriteError(Utf8JsonWriter writer, ErrorResponse error)
    {
        bool isErr = _envelope == FakeErrorEnvelope.Err || (_envelope == FakeErrorEnvelope.AsSeen && error.IsSeenAsErr);

        writer.WriteStartObject();
        writer.WriteNumber("status", error.Status);

        if (isErr)
            writer.WriteString("err", error.Message);
        else
        {
            writer.WriteBoolean("error", true);
            writer.WriteString("message", error.Message);
        }

        writer.WriteEndObject();
    }

    private void WritePayment(Utf8JsonWriter writer, PaymentResponse payment)
    {
        writer.WriteStartObject();
        writer.WriteNumber("status", 200);
        writer.WriteBoolean("error", false);
        writer.WriteStartObject("meta");
        writer.WriteString("user_id", payment.User);
        writer.WriteString("resource_id", payment.Resource);
        writer.WriteString("resource_type", Names.Of(payment.ResourceType));
        WriteStatus(writer, payment.Status);

        if (payment.ShadowStatus is not null)
            WriteStatus(writer, payment.ShadowStatus);

        if (payment.DateOfPurchase is { } date)
            writer.WriteString("date_of_purchase", date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteStatus(Utf8JsonWriter writer, string status)
    {
        writer.WriteStartObject("payment_status");

        if (_spelling is FakeStatusSpelling.Type or FakeStatusSpelling.Both)
            writer.WriteString("type", status);

        if (_spelling is FakeStatusSpelling.Status or FakeStatusSpelling.Both)
            writer.WriteString("status", status);

        writer.WriteEndObject();
    }
}
