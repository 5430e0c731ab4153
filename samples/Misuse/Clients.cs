using Figma.Payments;

namespace Misuse;

/// <summary>Right as it is; the files beside it ask it wrongly.</summary>
[PaymentsClient]
public partial interface IPayments;
