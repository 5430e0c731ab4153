using System.Collections.Generic;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>One declaration of each kind that a client is generated for, in C# 7.3.</summary>
internal static class DeclarationCorpus
{
    private const string Usings = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Figma.Payments;


        """;

    /// <summary>Gets the declarations by name. They are valid in every language version from 7.3, with and without nullable reference types.</summary>
    public static IReadOnlyDictionary<string, string> Everywhere { get; } = new Dictionary<string, string>
    {
        ["DefaultMethods"] = Usings + """
            namespace Shop.Payments
            {
                /// <summary>Checks a payment.</summary>
                [PaymentsClient]
                public partial interface IGlyphPayments
                {
                }
            }
            """,

        ["PinnedDefaultMethods"] = Usings + """
            namespace Shop.Payments
            {
                /// <summary>Checks a payment.</summary>
                [PaymentsClient(PluginId = "1678669904810665842")]
                public partial interface IGlyphPayments
                {
                }
            }
            """,

        ["PinnedMethods"] = Usings + """
            namespace Shop.Payments
            {
                [PaymentsClient(WidgetId = "1678669904810665842")]
                internal partial interface IWidgetPayments
                {
                    Task<PaymentInformation> GetPaymentsAsync(PluginPaymentToken token, CancellationToken cancellationToken = default);
                    Task<PaymentsResult> TryGetPaymentsAsync(UserId userId);
                    Task<PaymentInformation> GetPaymentsAsync(PluginPaymentToken token, UserId expectedUser);
                    Task<PaymentsResult> TryGetPaymentsAsync(PluginPaymentToken token, UserId? expectedUserId);
                }

                [PaymentsClient(CommunityFileId = "1678669904810665842")]
                internal partial interface IFilePayments
                {
                    ValueTask<PaymentStatus> GetStatusAsync(string user_id);
                }
            }
            """,

        ["MethodsOfEveryShape"] = Usings + """
            namespace Shop.Payments
            {
                /// <summary>Checks a payment.</summary>
                [PaymentsClient]
                public partial interface IShapes
                {
                    /// <summary>Checks a payment.</summary>
                    Task<PaymentInformation> InformationAsync(PluginPaymentToken token);

                    /// <summary>Checks a payment.</summary>
                    Task<PaymentsResult> ResultAsync(PluginPaymentToken? token, CancellationToken cancellationToken);

                    /// <summary>Checks a payment.</summary>
                    Task<PaymentStatus> StatusAsync(CancellationToken cancellationToken, UserId user, PluginId plugin);

                    /// <summary>Checks a payment.</summary>
                    ValueTask<PaymentInformation> ValueInformationAsync(UserId? user, ResourceId? resource = null);

                    /// <summary>Checks a payment.</summary>
                    ValueTask<PaymentsResult> ValueResultAsync(in UserId user, in WidgetId widget, in CancellationToken cancellationToken = default);

                    /// <summary>Checks a payment.</summary>
                    ValueTask<PaymentStatus> ValueStatusAsync(UserId user, ResourceId resource);

                    /// <summary>Checks a payment.</summary>
                    Task<PaymentStatus> FlatAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = default(WidgetId?), CancellationToken cancellationToken = default(CancellationToken));

                    /// <summary>Checks a payment.</summary>
                    Task<PaymentStatus> TextAsync(string user_id, string plugin_id = null, string widget_id = "1\"2\\3");

                    /// <summary>Checks a payment.</summary>
                    Task<PaymentStatus> NumbersAsync(long userId, ulong? pluginId = 18446744073709551615, long? widgetId = -1, long? communityFileId = null);

                    /// <summary>Checks a payment.</summary>
                    Task<PaymentStatus> MarkedAsync([PaymentsParameter("user_id")] long who, [PaymentsParameter("plugin_id")] in string what);

                    /// <summary>Checks a payment.</summary>
                    Task<PaymentStatus> TokenTextAsync(string pluginPaymentToken);

                    /// <summary>Checks a payment.</summary>
                    Task<PaymentsResult> ExpectedUserAsync(PluginPaymentToken token, UserId? expectedUser = null);

                    /// <summary>Checks a payment.</summary>
                    Task<PaymentsResult> MarkedUserAsync([PaymentsParameter("expected_user")] UserId who, string pluginPaymentToken);
                }
            }
            """,

        ["InheritedMethods"] = Usings + """
            namespace Shop.Payments
            {
                public interface ILeft
                {
                    Task<PaymentStatus> CheckAsync(PluginPaymentToken token);
                }

                public interface IRight
                {
                    Task<PaymentsResult> CheckAsync(PluginPaymentToken token);
                    Task<PaymentStatus> _endpoint(UserId user, PluginId plugin);
                }

                [PaymentsClient]
                public partial interface IBoth : ILeft, IRight
                {
                    Task<PaymentStatus> BothClient(PluginPaymentToken token);
                    Task<PaymentStatus> Create(PluginPaymentToken token);
                }
            }
            """,

        ["Nested"] = Usings + """
            namespace Shop.Payments
            {
                public static partial class Outer
                {
                    public partial struct Middle
                    {
                        [PaymentsClient]
                        internal partial interface IGlyph
                        {
                            Task<PaymentStatus> CheckAsync(PluginPaymentToken token);
                        }
                    }
                }

                public partial class Hidden
                {
                    [PaymentsClient]
                    private partial interface IGlyph
                    {
                        Task<PaymentStatus> CheckAsync(PluginPaymentToken token);
                    }
                }
            }
            """,

        ["GlobalNamespace"] = Usings + """
            [PaymentsClient]
            internal partial interface IGlyphPayments
            {
                Task<PaymentStatus> CheckAsync(PluginPaymentToken token);
            }
            """,

        ["Keywords"] = Usings + """
            namespace @namespace.@class
            {
                public partial class @event
                {
                    [PaymentsClient]
                    public partial interface @interface
                    {
                        Task<PaymentStatus> @return(UserId @this, PluginId @params, CancellationToken @null = default);
                    }

                    [PaymentsClient]
                    public partial interface await
                    {
                        Task<PaymentStatus> async(UserId @where, PluginId? var = null, WidgetId? global = null);
                    }
                }
            }
            """,

        ["Unicode"] = Usings + """
            namespace Łavka.Ünïts
            {
                [PaymentsClient]
                public partial interface IΩplata
                {
                    Task<PaymentStatus> ЗапроситьAsync(UserId ψευδώνυμο, PluginId プラグイン);
                }
            }
            """,

        ["HostileNames"] = Usings + """
            namespace Shop.Figma.System
            {
                public class Task { }
                public class Func { }

                [PaymentsClient]
                public partial interface IGlyph
                {
                    global::System.Threading.Tasks.Task<PaymentStatus> CheckAsync(UserId endpoint, PluginId options, CancellationToken httpClient = default(CancellationToken));
                }
            }
            """,

        ["CaseAlone"] = Usings + """
            namespace Shop
            {
                [PaymentsClient]
                public partial interface IGlyph
                {
                    Task<PaymentStatus> CheckAsync(PluginPaymentToken token);
                }

                [PaymentsClient]
                public partial interface IGLYPH
                {
                    Task<PaymentStatus> CheckAsync(PluginPaymentToken token);
                }
            }
            """,

        ["Obsolete"] = Usings + """
            namespace Shop
            {
                [Obsolete]
                [PaymentsClient]
                public partial interface IGlyph
                {
                    [Obsolete("Use another method.")]
                    Task<PaymentStatus> CheckAsync(PluginPaymentToken token);
                }
            }
            """,

        ["Experimental"] = Usings + """
            namespace Shop
            {
                [Obsolete("Use another type.", true)]
                public partial class Outer
                {
                    [System.Diagnostics.CodeAnalysis.Experimental("EXP1")]
                    [PaymentsClient]
                    public partial interface IGlyph
                    {
                        Task<PaymentStatus> CheckAsync(PluginPaymentToken token);
                    }

                    [PaymentsClient]
                    public partial interface IPlain
                    {
                        Task<PaymentStatus> CheckAsync(PluginPaymentToken token);
                    }
                }

                [System.Diagnostics.CodeAnalysis.Experimental("EXP2")]
                public partial class Draft
                {
                    [Obsolete("Use another type.", true)]
                    [PaymentsClient]
                    public partial interface IGlyph
                    {
                        Task<PaymentStatus> CheckAsync(PluginPaymentToken token);
                    }
                }

                [Obsolete("Use another type.", true)]
                [System.Diagnostics.CodeAnalysis.Experimental("EXP3", UrlFormat = "https://example.com/{0}")]
                [PaymentsClient]
                public partial interface IBoth
                {
                    [System.Diagnostics.CodeAnalysis.Experimental("EXP4")]
                    Task<PaymentStatus> CheckAsync(PluginPaymentToken token);
                }

                [System.Diagnostics.CodeAnalysis.Experimental("EXP5")]
                [PaymentsClient]
                public partial interface IWhole
                {
                }
            }
            """,

        ["HiddenMembers"] = Usings + """
            namespace Shop
            {
                public partial class Outer
                {
                    [PaymentsClient]
                    public partial interface IGlyph
                    {
                        Task<PaymentStatus> CheckAsync(PluginPaymentToken token);
                    }
                }

                public partial class Derived : Outer
                {
                    [PaymentsClient]
                    public new partial interface IGlyph : Outer.IGlyph
                    {
                        Task<PaymentStatus> AgainAsync(PluginPaymentToken token);
                    }
                }

                public class Checks
                {
                    public static Checks Create(PaymentsClientOptions options) => new Checks();
                    public virtual Task<PaymentStatus> CheckAsync(PluginPaymentToken token) => throw new NotSupportedException();
                }

                public sealed partial class OwnClient : Checks
                {
                }

                [PaymentsClient]
                public partial interface IOwn
                {
                    Task<PaymentStatus> CheckAsync(PluginPaymentToken token);
                }
            }
            """,

        ["ClsCompliant"] = Usings + """
            [assembly: CLSCompliant(true)]

            namespace Shop
            {
                /// <summary>Checks a payment.</summary>
                [PaymentsClient]
                public partial interface IGlyph
                {
                    /// <summary>Checks a payment.</summary>
                    Task<PaymentInformation> CheckAsync(UserId user, PluginId plugin, CancellationToken cancellationToken = default);

                    /// <summary>Checks a payment.</summary>
                    Task<PaymentsResult> _Check(ulong userId, ulong pluginId);

                    /// <summary>Checks a payment.</summary>
                    Task<PaymentsResult> CHECKAsync(ResourceId resource, UserId user);
                }

                /// <summary>Checks a payment.</summary>
                [PaymentsClient]
                public partial interface IWhole
                {
                }
            }
            """,

        ["OwnPart"] = Usings + """
            namespace Shop
            {
                internal sealed partial class GlyphClient
                {
                    internal Task<PaymentStatus> CheckTwiceAsync(PluginPaymentToken token) => CheckAsync(token);
                }

                [PaymentsClient]
                public partial interface IGlyph
                {
                    Task<PaymentStatus> CheckAsync(PluginPaymentToken token);
                }
            }
            """,
    };
}
