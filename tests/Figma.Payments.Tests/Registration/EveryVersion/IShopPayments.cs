namespace Figma.Payments.Tests.Registration;

/// <summary>The client that the tests register: what a developer writes.</summary>
[PaymentsClient]
internal partial interface IShopPayments;
