using Figma.Payments;

namespace Misuse.Fpg1009;

[PaymentsClient]
public partial interface IGlyphPayments;

public static class GlyphPaymentsClient;
