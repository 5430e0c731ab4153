using System;
using System.Collections.Generic;

namespace Figma.Payments.Testing.Ledger;

/// <summary>Stores the personal access tokens of the account, valid and expired ones.</summary>
internal sealed class AccessTokenStore
{
    private readonly object _gate = new();
    private readonly FakeFigmaPaymentsOptions _options;
    private readonly Dictionary<string, Expiration> _expirationByText = new(StringComparer.Ordinal);
    private string _newest;
    private int _generated;

    public AccessTokenStore(FakeFigmaPaymentsOptions options)
    {
        _options = options;
        _newest = options.AccessTokenText ?? Generate();
        _expirationByText.Add(_newest, NewExpiration());
    }

    /// <summary>Gets the text of the token that was created last.</summary>
    public string Newest
    {
        get
        {
            lock (_gate)
                return _newest;
        }
    }

    public FakeCredential GetCredential(string text, DateTimeOffset now)
    {
        lock (_gate)
        {
            foreach (Expiration expiration in _expirationByText.Values)
                expiration.Update(now);

            return _expirationByText.TryGetValue(text, out Expiration? found)
                ? found.IsExpired ? FakeCredential.Expired : FakeCredential.Accepted
                : FakeCredential.Invalid;
        }
    }

    public string Add()
    {
        lock (_gate)
            return AddGenerated();
    }

    public string Rotate()
    {
        lock (_gate)
        {
            foreach (Expiration expiration in _expirationByText.Values)
                expiration.Expire();

            return AddGenerated();
        }
    }

    public void Expire(PersonalAccessToken token)
    {
        lock (_gate)
            _expirationByText[TextOf(token)].Expire();
    }

    public void Revoke(PersonalAccessToken token)
    {
        lock (_gate)
            _expirationByText.Remove(TextOf(token));
    }

    private string AddGenerated()
    {
        do
            _newest = Generate();
        while (!_expirationByText.TryAdd(_newest, NewExpiration()));

        return _newest;
    }

    // PersonalAccessToken doesn't expose its text, so the text is found by comparison.
    private string TextOf(PersonalAccessToken token)
    {
        foreach (string text in _expirationByText.Keys)
        {
            if (new PersonalAccessToken(text) == token)
                return text;
        }

        throw new ArgumentException("The personal access token doesn't belong to this fake.", nameof(token));
    }

    private Expiration NewExpiration() => new(_options.TimeProvider.GetUtcNow() + _options.AccessTokenLifetime);

    private string Generate() => FormattableString.Invariant($"figd_made-up-by-FakeFigmaPayments-{++_generated}");
}
