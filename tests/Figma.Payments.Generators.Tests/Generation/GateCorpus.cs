using System.Collections.Generic;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>Declarations of clients with and without a gate, in C# 7.3.</summary>
internal static class GateCorpus
{
    private const string Usings = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Figma.Payments;


        """;

    public static IReadOnlyDictionary<string, string> Declarations { get; } = new Dictionary<string, string>
    {
        ["Pinned"] = Usings + """
            namespace Shop.Payments
            {
                /// <summary>Checks a payment.</summary>
                [PaymentsClient(PluginId = "1678669904810665842")]
                public partial interface IGlyphPayments : IPinnedPaymentsClient
                {
                }
            }
            """,

        ["EveryShape"] = Usings + """
            namespace Shop
            {
                [PaymentsClient(WidgetId = "1")]
                internal partial interface IDefaultMethods
                {
                }

                [PaymentsClient(WidgetId = "2")]
                internal partial interface IValueTasks
                {
                    ValueTask<PaymentsResult> ByTokenAsync(in PluginPaymentToken token, UserId? expectedUser, in CancellationToken cancellationToken);
                    ValueTask<PaymentInformation> ByUserAsync(string user_id);
                }

                [PaymentsClient(PluginId = "3")]
                internal partial interface INumbers
                {
                    ValueTask<PaymentInformation> ByTokenAsync(CancellationToken cancellationToken, PluginPaymentToken? token, UserId? expectedUser = null);
                    Task<PaymentInformation> ByUserAsync(long? userId);
                }

                [PaymentsClient(CommunityFileId = "4")]
                internal partial interface IFiles
                {
                    Task<PaymentsResult> ByUserAsync(ulong userId);
                }

                [PaymentsClient(PluginId = "5")]
                internal partial interface ITokens
                {
                    Task<PaymentsResult> ByTokenAsync(PluginPaymentToken token);
                }

                [PaymentsClient(PluginId = "6")]
                internal partial interface ITextOfExpectedUser
                {
                    Task<PaymentsResult> ByTokenAsync(PluginPaymentToken token, string expectedUserId = null);
                }

                internal interface ILeft
                {
                    Task<PaymentsResult> CheckAsync(PluginPaymentToken token);
                }

                internal interface IRight
                {
                    Task<PaymentsResult> CheckAsync(PluginPaymentToken token);
                }

                [PaymentsClient(PluginId = "7")]
                internal partial interface IBoth : ILeft, IRight
                {
                }

                [PaymentsClient(PluginId = "8")]
                internal partial interface IInheritedDefaultMethods : IDerivedFrom
                {
                }

                [PaymentsClient(PluginId = "8")]
                internal partial interface IDerivedFrom
                {
                }

                internal partial class Outer
                {
                    [PaymentsClient(PluginId = "9")]
                    internal partial interface IGlyph
                    {
                    }
                }
            }

            namespace Shop.Admin
            {
                [PaymentsClient(PluginId = "10")]
                internal partial interface ITokens
                {
                }
            }
            """,

        ["Keywords"] = Usings + """
            namespace @namespace.@class
            {
                public partial class @event
                {
                    [PaymentsClient(PluginId = "1")]
                    public partial interface @interface
                    {
                        Task<PaymentsResult> @return(PluginPaymentToken @this, CancellationToken @null = default);
                    }
                }

                [PaymentsClient(PluginId = "1")]
                public partial interface IΩplata
                {
                    Task<PaymentsResult> ЗапроситьAsync(UserId user);
                }

                public class Task { }
                public class Action { }
                public class GateClient { }
                public class FigmaPaymentsGateOptions { }
            }

            [PaymentsClient(PluginId = "1")]
            public partial interface IFigmaPayments
            {
            }
            """,

        ["Attributes"] = Usings + """
            [assembly: CLSCompliant(true)]

            namespace Shop
            {
                [Obsolete("Use another type.", true)]
                [PaymentsClient(PluginId = "1")]
                public partial interface IObsolete
                {
                }

                [System.Diagnostics.CodeAnalysis.Experimental("EXP1")]
                [PaymentsClient(PluginId = "1")]
                public partial interface IExperimental
                {
                }

                [PaymentsClient(PluginId = "1")]
                public partial interface IMethods
                {
                    [Obsolete("Use another method.", true)]
                    Task<PaymentsResult> ObsoleteAsync(PluginPaymentToken token, CancellationToken cancellationToken);

                    [System.Diagnostics.CodeAnalysis.Experimental("EXP2")]
                    Task<PaymentsResult> ExperimentalAsync(PluginPaymentToken token, CancellationToken cancellationToken);

                    Task<PaymentInformation> CheckAsync(PluginPaymentToken token);
                }
            }
            """,

        ["WithoutGate"] = Usings + """
            namespace Shop
            {
                [PaymentsClient]
                public partial interface IUnpinned
                {
                    Task<PaymentsResult> CheckAsync(PluginPaymentToken token);
                }

                [PaymentsClient(PluginId = "1")]
                public partial interface IStatus
                {
                    Task<PaymentStatus> ByTokenAsync(PluginPaymentToken token);
                    Task<PaymentStatus> ByUserAsync(UserId user);
                    Task<PaymentsResult> TokenTextAsync(string token);
                    Task<PaymentsResult> ExpectedUserAsync(PluginPaymentToken token, UserId expectedUser);

                    [Obsolete]
                    Task<PaymentsResult> ObsoleteAsync(PluginPaymentToken token);
                }

                public partial class Hidden
                {
                    [PaymentsClient(PluginId = "1")]
                    private partial interface IGlyph
                    {
                    }
                }
            }
            """,
    };
}
