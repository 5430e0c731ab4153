using Figma.Payments;

namespace Misuse;

/// <summary>A valid client. The other files use it incorrectly.</summary>
[PaymentsClient]
public partial interface IPayments;
