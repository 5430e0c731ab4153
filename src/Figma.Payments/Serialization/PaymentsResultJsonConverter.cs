using System;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Figma.Payments.Serialization;

/// <summary>Converts a <see cref="PaymentsResult"/> to and from a JSON object with one of the properties <c>information</c> and <c>error</c>. <c>System.Text.Json</c> uses it without configuration.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PaymentsResultJsonConverter : JsonConverter<PaymentsResult>
{
    private const string Kind = nameof(PaymentsResult);

    /// <inheritdoc/>
    public override PaymentsResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        PaymentInformation? information = null;
        PaymentsError? error = null;
        JsonText.RequireObject(ref reader, Kind);

        while (JsonText.ReadName(ref reader, Kind) is { } name)
        {
            if (name == "information")
                JsonText.SetOnce(ref information, PaymentInformationJsonConverter.Read(ref reader), Kind, name);
            else if (name == "error")
                JsonText.SetOnce(ref error, PaymentsErrorJsonConverter.Read(ref reader), Kind, name);
            else
                JsonText.SkipValue(ref reader, Kind);
        }

        return (information, error) switch
        {
            (not null, null) => new PaymentsResult(information),
            (null, not null) => new PaymentsResult(error),
            _ => throw JsonText.Invalid(Kind, "it must have exactly one of the properties 'information' and 'error'"),
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PaymentsResult value, JsonSerializerOptions options)
    {
        JsonText.Require(writer).WriteStartObject();

        if (value.Information is { } information)
        {
            writer.WritePropertyName("information");
            PaymentInformationJsonConverter.Write(writer, information);
        }
        else
        {
            writer.WritePropertyName("error");
            PaymentsErrorJsonConverter.Write(writer, value.Error!);
        }

        writer.WriteEndObject();
    }
}
