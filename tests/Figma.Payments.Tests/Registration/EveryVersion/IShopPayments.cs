namespace Figma.Payments.Tests.Registration;

/// <summary>The client that the tests register.</summary>
[PaymentsClient]
internal partial interface IShopPayments;
