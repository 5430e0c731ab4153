using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.AspNetCore.Tests.Generated;

/// <summary>A client whose methods return payment information, and throw errors.</summary>
[PaymentsClient(PluginId = IGlyphPayments.Id)]
public partial interface IInformationPayments
{
    Task<PaymentInformation> ByTokenAsync(PluginPaymentToken token, CancellationToken cancellationToken = default);

    Task<PaymentInformation> ByUserAsync(UserId userId);
}

/// <summary>A client whose methods return value tasks.</summary>
[PaymentsClient(PluginId = IGlyphPayments.Id)]
public partial interface IValuePayments
{
    ValueTask<PaymentsResult> ByTokenAsync(in PluginPaymentToken token, UserId? expectedUser);

    ValueTask<PaymentInformation> ByUserAsync(string userId, CancellationToken cancellationToken);
}

/// <summary>A client that a gate can only ask about signed-in users.</summary>
[PaymentsClient(WidgetId = "2")]
public partial interface IUserPayments
{
    Task<PaymentsResult> ByUserAsync(long userId);
}

/// <summary>A client of a widget that belongs to another account.</summary>
[PaymentsClient(WidgetId = Id)]
public partial interface IForeignPayments : IPinnedPaymentsClient
{
    const string Id = "3";
}
