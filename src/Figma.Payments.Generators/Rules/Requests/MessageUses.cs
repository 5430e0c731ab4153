using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>The uses of a request message in the member that creates it.</summary>
internal sealed class MessageUses
{
    private readonly List<IInvocationOperation> _sends = [];
    private readonly List<IOperation> _addresses = [];

    private MessageUses()
    {
    }

    /// <summary>Gets the only address that the member specifies, or null if there is none or if one replaces another.</summary>
    public IOperation? Address => _addresses.Count == 1 ? _addresses[0] : null;

    /// <summary>Gets the calls of <c>HttpClient</c> that send the message.</summary>
    public IReadOnlyList<IInvocationOperation> Sends => _sends;

    /// <summary>Gets a value that indicates whether the message is certainly a GET request.</summary>
    public bool IsGet { get; private set; } = true;

    /// <summary>Gets a value that indicates whether other code of the member receives the message and might change it.</summary>
    public bool IsShared { get; private set; }

    /// <summary>Gets a value that indicates whether the member returns the message.</summary>
    public bool IsReturned { get; private set; }

    /// <summary>Gets a value that indicates whether the member sends the message, or whether other code might.</summary>
    public bool IsUsed => _sends.Count > 0 || IsShared || IsReturned;

    /// <summary>Gets the number of operations that set, remove or might change the <c>Authorization</c> header.</summary>
    public int CredentialChanges { get; private set; }

    /// <summary>Gets a value that indicates whether an ordinary client sends the message, as far as the code shows.</summary>
    public bool IsSentOrdinarily => !_sends.Any(ClientHandler.IsOwn);

    /// <summary>Returns the uses of the message that an expression creates or refers to, or null if the member doesn't create the message.</summary>
    public static MessageUses? Find(IOperation message)
    {
        IOperation? created = message.WithoutConversions() is ILocalReferenceOperation local ? LocalUses.Find(local)?.Value.WithoutConversions() : message.WithoutConversions();
        return created is IObjectCreationOperation creation ? Find(creation) : null;
    }

    /// <summary>Returns the uses of a message, or null if the object isn't one.</summary>
    public static MessageUses? Find(IObjectCreationOperation creation) =>
        creation.Type is { Name: "HttpRequestMessage" } type && type.Is("HttpRequestMessage", "Http", "Net", "System") ? MemberBody.Of(creation).FindMessage(creation) : null;

    /// <summary>Creates the uses. <see cref="MemberBody.FindMessage"/> calls this method once for each message.</summary>
    public static MessageUses Create(IObjectCreationOperation creation, MemberBody body)
    {
        MessageUses uses = new();

        if (creation.Arguments.ValueOf(0) is { } verb)
            uses.IsGet = IsGetMethod(verb);

        uses.AddAddress(creation.Arguments.ValueOf(1));

        foreach (IOperation setting in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
            uses.ReadSetting(setting);

        IOperation whole = creation.WithConversionsAround();

        if (whole.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
            uses.ReadLocal(body.FindLocal(local));
        else
            uses.ReadUse(whole);

        return uses;
    }

    private static bool IsGetMethod(IOperation verb) => verb.WithoutConversions() switch
    {
        IPropertyReferenceOperation { Property: { Name: "Get", IsStatic: true } } => true,
        IObjectCreationOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: "GET" } }] } => true,
        _ => false,
    };

    private void AddAddress(IOperation? address)
    {
        if (address is not null && !address.IsNull())
            _addresses.Add(address);
    }

    private void ReadSetting(IOperation setting)
    {
        switch (setting)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "RequestUri" } } assignment:
                AddAddress(assignment.Value);
                break;
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Method" } } assignment:
                IsGet = IsGetMethod(assignment.Value);
                break;
            case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation { Property.Name: "Headers" } } headers:
                CredentialChanges += headers.WithDescendants().Count(static each => each
                    is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Authorization" } }
                    || (each is IInvocationOperation call && RequestHeaders.MayChangeCredential(call)));
                break;
        }
    }

    private void ReadLocal(LocalUses? local)
    {
        if (local is null)
        {
            IsShared = true;
            return;
        }

        foreach (ILocalReferenceOperation reference in local.References)
        {
            switch (reference.Parent)
            {
                case IPropertyReferenceOperation { Property.Name: "RequestUri" } property when LocalUses.IsWritten(property):
                    _addresses.Add((property.Parent as ISimpleAssignmentOperation)?.Value ?? property);
                    break;
                case IPropertyReferenceOperation { Property.Name: "Method" } property when LocalUses.IsWritten(property):
                    IsGet &= property.Parent is ISimpleAssignmentOperation assignment && IsGetMethod(assignment.Value);
                    break;
                case IPropertyReferenceOperation { Property.Name: "Headers" } headers:
                    CredentialChanges += RequestHeaders.MayChangeCredential(headers) ? 1 : 0;
                    break;
                case IPropertyReferenceOperation or IUsingOperation or IBinaryOperation or IIsPatternOperation:
                    break;
                case IInvocationOperation call when call.Instance == reference:
                    break;
                default:
                    ReadUse(reference.WithConversionsAround());
                    break;
            }
        }
    }

    private void ReadUse(IOperation whole)
    {
        switch (whole.Parent)
        {
            case IArgumentOperation { Parameter.Name: "request", Parent: IInvocationOperation { TargetMethod: { Name: "SendAsync" or "Send" } method } call } when method.ContainingType.Is("HttpClient", "Http", "Net", "System"):
                _sends.Add(call);
                break;
            case IReturnOperation:
                IsReturned = true;
                break;
            case IExpressionStatementOperation:
                break;
            default:
                IsShared = true;
                break;
        }
    }
}
