using System;
using System.Collections.Generic;

namespace Figma.Payments.Testing.Ledger;

/// <summary>Stores the users, the resources and the purchases.</summary>
internal sealed class PurchaseLedger
{
    private readonly object _gate = new();
    private readonly HashSet<string> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<ResourceKey, bool> _ownedByResource = [];
    private readonly Dictionary<(string User, ResourceKey Resource), Purchase> _purchases = [];
    private readonly IdGenerator _userIds = new(IdGenerator.FirstUser);
    private readonly Dictionary<ResourceType, IdGenerator> _resourceIds = new()
    {
        [ResourceType.Plugin] = new IdGenerator(IdGenerator.FirstPlugin),
        [ResourceType.Widget] = new IdGenerator(IdGenerator.FirstWidget),
        [ResourceType.CommunityFile] = new IdGenerator(IdGenerator.FirstCommunityFile),
    };

    /// <summary>Adds a user. Generates an ID if none is specified.</summary>
    public string AddUser(string? id)
    {
        lock (_gate)
        {
            if (id is not null)
                return _users.Add(id) ? id : throw new ArgumentException("The user already exists.", nameof(id));

            string generated;

            do
                generated = _userIds.Next();
            while (!_users.Add(generated));

            return generated;
        }
    }

    /// <summary>Adds a resource. Generates an ID if none is specified.</summary>
    public string AddResource(ResourceType type, string? id, bool isOwned)
    {
        lock (_gate)
        {
            if (id is not null)
            {
                return _ownedByResource.TryAdd(new ResourceKey(type, id), isOwned)
                    ? id
                    : throw new ArgumentException("The resource already exists.", nameof(id));
            }

            string generated;

            do
                generated = _resourceIds[type].Next();
            while (!_ownedByResource.TryAdd(new ResourceKey(type, generated), isOwned));

            return generated;
        }
    }

    /// <summary>Updates the purchase of a resource by a user.</summary>
    /// <exception cref="ArgumentException">The user or the resource doesn't exist.</exception>
    public void Update(UserId user, ResourceId resource, Func<Purchase, Purchase> change)
    {
        lock (_gate)
        {
            Require(user, resource);
            (string, ResourceKey) key = (user.Value, ResourceKey.Of(resource));
            _purchases[key] = change(_purchases.GetValueOrDefault(key, Purchase.Never));
        }
    }

    /// <summary>Throws if the user or the resource doesn't exist.</summary>
    /// <exception cref="ArgumentException">The user or the resource doesn't exist.</exception>
    public void Require(UserId user, ResourceId resource)
    {
        lock (_gate)
        {
            if (!_users.Contains(user.Value))
                throw new ArgumentException("The user doesn't exist; add it with AddUser first.", nameof(user));

            if (!_ownedByResource.ContainsKey(ResourceKey.Of(resource)))
                throw new ArgumentException("The resource doesn't exist; add the plugin, widget or Community file first.", nameof(resource));
        }
    }

    public LedgerEntry Read(string user, ResourceKey resource)
    {
        lock (_gate)
        {
            if (!_ownedByResource.TryGetValue(resource, out bool isOwned))
                return new LedgerEntry(LedgerLookup.UnknownResource, Purchase.Never);

            if (!isOwned)
                return new LedgerEntry(LedgerLookup.ForeignResource, Purchase.Never);

            if (!_users.Contains(user))
                return new LedgerEntry(LedgerLookup.UnknownUser, Purchase.Never);

            return new LedgerEntry(LedgerLookup.Found, _purchases.GetValueOrDefault((user, resource), Purchase.Never));
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
