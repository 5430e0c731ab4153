using System;
using System.ComponentModel;
using System.Globalization;

namespace Figma.Payments.Serialization;

/// <summary>Converts text to a value. Configuration binders use it for settings, environment variables and user secrets.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal abstract class TextTypeConverter<T> : TypeConverter
    where T : struct
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? Parse(text) : base.ConvertFrom(context, culture, value);

    protected abstract T Parse(string text);
}

/// <summary>Converts text to a token, and never a token to text, because a token is a secret.</summary>
/// <typeparam name="T">The type of the token.</typeparam>
internal abstract class TokenTypeConverter<T> : TextTypeConverter<T>
    where T : struct
{
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        throw new NotSupportedException(TokenText.GetWriteError(typeof(T).Name));
}

internal sealed class UserIdTypeConverter : TextTypeConverter<UserId>
{
    protected override UserId Parse(string text) => UserId.Parse(text);
}

internal sealed class PluginIdTypeConverter : TextTypeConverter<PluginId>
{
    protected override PluginId Parse(string text) => PluginId.Parse(text);
}

internal sealed class WidgetIdTypeConverter : TextTypeConverter<WidgetId>
{
    protected override WidgetId Parse(string text) => WidgetId.Parse(text);
}

internal sealed class CommunityFileIdTypeConverter : TextTypeConverter<CommunityFileId>
{
    protected override CommunityFileId Parse(string text) => CommunityFileId.Parse(text);
}

internal sealed class ResourceIdTypeConverter : TextTypeConverter<ResourceId>
{
    protected override ResourceId Parse(string text) => ResourceId.Parse(text);
}

internal sealed class PluginPaymentTokenTypeConverter : TokenTypeConverter<PluginPaymentToken>
{
    // Model binding of MVC uses the converter, and responds with 400 to the exception.
    protected override PluginPaymentToken Parse(string text) => PluginPaymentToken.Parse(text);
}

internal sealed class PersonalAccessTokenTypeConverter : TokenTypeConverter<PersonalAccessToken>
{
    // The validation of the options rejects default. An exception here would reveal the text: since .NET 10, the configuration binder adds it to its own exception.
    protected override PersonalAccessToken Parse(string text) => PersonalAccessToken.TryParse(text, out PersonalAccessToken token) ? token : default;
}
