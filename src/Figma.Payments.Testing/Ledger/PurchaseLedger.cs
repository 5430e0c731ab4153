using System;
using System.Collections.Generic;

namespace Figma.Payments.Testing.Ledger;

/// <summary>Who there is, what there is, and who has bought what.</summary>
internal sealed class PurchaseLedger
{
    private readonly object _gate = new();
    private readonly HashSet<string> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<ResourceKey, bool> _ownedByResource = [];
    private readonly Dictionary<(string User, ResourceKey Resource), Purchase> _purchases = [];
    private readonly IdMint _userIds = new(IdMint.FirstUser);
    private readonly Dictionary<ResourceType, IdMint> _resourceIds = new()
    {
        [ResourceType.Plugin] = new IdMint(IdMint.FirstPlugin),
        [ResourceType.Widget] = new IdMint(IdMint.FirstWidget),
        [ResourceType.CommunityFile] = new IdMint(IdMint.FirstCommunityFile),
    };

    /// <summary>Adds a user, with an id of the mint's where none is given.</summary>
    public string AddUser(string? id)
    {
        lock (_gate)
        {
            if (id is not null)
                return _users.Add(id) ? id : throw new ArgumentException("This user is already there.", nameof(id));

            string minted;

            do
                minted = _userIds.Next();
            while (!_users.Add(minted));

            return minted;
        }
    }

    /// <summary>Adds a resource, with an id of the mint's where none is given.</summary>
    public string AddResource(ResourceType type, string? id, bool isOwned)
    {
        lock (_gate)
        {
            if (id is not null)
            {
                return _ownedByResource.TryAdd(new ResourceKey(type, id), isOwned)
                    ? id
                    : throw new ArgumentException("This resource is already there.", nameof(id));
            }

            string minted;

            do
                minted = _resourceIds[type].Next();
            while (!_ownedByResource.TryAdd(new ResourceKey(type, minted), isOwned));

            return minted;
        }
    }

    /// <summary>Replaces what a user has of a resource.</summary>
    /// <exception cref="ArgumentException">The user or the resource is not there.</exception>
    public void Update(UserId user, ResourceId resource, Func<Purchase, Purchase> change)
    {
        lock (_gate)
        {
            Require(user, resource);
            (string, ResourceKey) key = (user.Value, ResourceKey.Of(resource));
            _purchases[key] = change(_purchases.GetValueOrDefault(key, Purchase.Never));
        }
    }

    /// <exception cref="ArgumentException">The user or the resource is not there.</exception>
    public void Require(UserId user, ResourceId resource)
    {
        lock (_gate)
        {
            if (!_users.Contains(user.Value))
                throw new ArgumentException("This user is not there: add the user first.", nameof(user));

            if (!_ownedByResource.ContainsKey(ResourceKey.Of(resource)))
                throw new ArgumentException("This resource is not there: add the plugin, widget or Community file first.", nameof(resource));
        }
    }

    public LedgerEntry Read(string user, ResourceKey resource)
    {
        lock (_gate)
        {
            if (!_ownedByResource.TryGetValue(resource, out bool isOwned))
                return new LedgerEntry(LedgerVerdict.UnknownResource, Purchase.Never);

            if (!isOwned)
                return new LedgerEntry(LedgerVerdict.ForeignResource, Purchase.Never);

            if (!_users.Contains(user))
                return new LedgerEntry(LedgerVerdict.UnknownUser, Purchase.Never);

            return new LedgerEntry(LedgerVerdict.Found, _purchases.GetValueOrDefault((user, resource), Purchase.Never));
        }
    }

    public bool KnowsUser(string id)
    {
        lock (_gate)
            return _users.Contains(id);
    }

    public bool KnowsResource(ResourceKey resource)
    {
        lock (_gate)
            return _ownedByResource.ContainsKey(resource);
    }
}
