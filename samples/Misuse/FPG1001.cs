using Figma.Payments;

namespace Misuse.Fpg1001;

[PaymentsClient]
public interface INotPartial;
