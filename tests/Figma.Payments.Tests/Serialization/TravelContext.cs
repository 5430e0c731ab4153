using System.Text.Json.Serialization;

namespace Figma.Payments.Tests.Serialization;

[JsonSerializable(typeof(JsonTests.Order))]
[JsonSerializable(typeof(PaymentInformation))]
[JsonSerializable(typeof(PaymentsResult))]
[JsonSerializable(typeof(PaymentsError))]
[JsonSerializable(typeof(PluginPaymentToken))]
internal sealed partial class TravelContext : JsonSerializerContext;
