using Figma.Payments;

namespace Misuse.Fpg1011;

[PaymentsClient]
public partial interface IEmpty;
