using Figma.Payments;

namespace Misuse.Fpg1002;

[PaymentsClient]
public partial interface IWithProperty
{
    bool IsPaid { get; }
}
