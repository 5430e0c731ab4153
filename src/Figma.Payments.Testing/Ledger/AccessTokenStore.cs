using System;
using System.Collections.Generic;

namespace Figma.Payments.Testing.Ledger;

/// <summary>The personal access tokens of the one account, accepted and expired.</summary>
internal sealed class AccessTokenStore
{
    private readonly object _gate = new();
    private readonly Dictionary<string, bool> _acceptedByText = new(StringComparer.Ordinal);
    private string _newest;
    private int _generated;

    public AccessTokenStore(string? first)
    {
        _newest = first ?? Generate();
        _acceptedByText.Add(_newest, true);
    }

    /// <summary>The token that was made last. A secret, as far as a fake has any.</summary>
    public string Newest
    {
        get
        {
            lock (_gate)
                return _newest;
        }
    }

    public FakeCredential GetCredential(string text)
    {
        lock (_gate)
        {
            return _acceptedByText.TryGetValue(text, out bool isAccepted)
                ? isAccepted ? FakeCredential.Accepted : FakeCredential.Expired
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
            foreach (string text in _acceptedByText.Keys)
                _acceptedByText[text] = false;

            return AddGenerated();
        }
    }

    public void Expire(PersonalAccessToken token)
    {
        lock (_gate)
            _acceptedByText[TextOf(token)] = false;
    }

    public void Revoke(PersonalAccessToken token)
    {
        lock (_gate)
            _acceptedByText.Remove(TextOf(token));
    }

    private string AddGenerated()
    {
        do
            _newest = Generate();
        while (!_acceptedByText.TryAdd(_newest, true));

        return _newest;
    }

    // The type keeps its text to itself, so the text is found by comparing.
    private string TextOf(PersonalAccessToken token)
    {
        foreach (string text in _acceptedByText.Keys)
        {
            if (new PersonalAccessToken(text) == token)
                return text;
        }

        throw new ArgumentException("This personal access token is none of this fake's.", nameof(token));
    }

    private string Generate() => FormattableString.Invariant($"figd_made-up-by-FakeFigmaPayments-{++_generated}");
}
