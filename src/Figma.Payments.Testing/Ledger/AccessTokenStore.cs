using System;
using System.Collections.Generic;

namespace Figma.Payments.Testing.Ledger;

/// <summary>Stores the personal access tokens of the account, valid and expired ones.</summary>
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

    /// <summary>Gets the text of the token that was created last.</summary>
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

    // PersonalAccessToken doesn't expose its text, so the text is found by comparison.
    private string TextOf(PersonalAccessToken token)
    {
        foreach (string text in _acceptedByText.Keys)
        {
            if (new PersonalAccessToken(text) == token)
                return text;
        }

        throw new ArgumentException("The personal access token doesn't belong to this fake.", nameof(token));
    }

    private string Generate() => FormattableString.Invariant($"figd_made-up-by-FakeFigmaPayments-{++_generated}");
}
