using Figma.Payments;

namespace Misuse.Fpg1008;

[PaymentsClient(Manifest = "plugin/manifest.json")]
public partial interface IManifestPayments;
