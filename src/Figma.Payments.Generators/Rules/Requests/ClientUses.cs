using System.Collections.Generic;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>The uses of an <c>HttpClient</c> in a member.</summary>
internal sealed class ClientUses
{
    private readonly List<IInvocationOperation> _calls = [];
    private readonly List<ISimpleAssignmentOperation> _baseAddresses = [];
    private readonly List<IObjectCreationOperation> _generatedClients = [];

    private ClientUses()
    {
    }

    /// <summary>Gets the calls of methods of the client, including extension methods that send a request.</summary>
    public IReadOnlyList<IInvocationOperation> Calls => _calls;

    /// <summary>Gets the assignments of <c>BaseAddress</c>.</summary>
    public IReadOnlyList<ISimpleAssignmentOperation> BaseAddresses => _baseAddresses;

    /// <summary>Gets the generated clients that receive the client.</summary>
    public IReadOnlyList<IObjectCreationOperation> GeneratedClients => _generatedClients;

    /// <summary>Gets a value that indicates whether other code receives the client or the member assigns another one. That code might change the address or the headers.</summary>
    public bool IsShared { get; private set; }

    /// <summary>Gets the number of operations that set, remove or might change the <c>Authorization</c> header.</summary>
    public int CredentialChanges { get; private set; }

    /// <summary>Gets a value that indicates whether the code shows that the client isn't an ordinary one, so that the requests might be sent elsewhere.</summary>
    public bool HasOwnHandler { get; private set; }

    /// <summary>Gets the address of a client in a field, if the type certainly sets it, or null.</summary>
    public IOperation? FieldBaseAddress { get; private set; }

    /// <summary>Returns the client of a call. The first argument of an extension method is its receiver.</summary>
    public static IOperation? GetReceiver(IInvocationOperation call) => (call.Instance ?? call.Arguments.ValueOf(0))?.WithoutConversions();

    /// <summary>Creates the uses. <see cref="MemberBody.FindClient"/> calls this method once for each client.</summary>
    public static ClientUses Create(ISymbol client, MemberBody body)
    {
        ClientUses uses = new();

        if (body.FindDeclarator(client) is { } declarator && (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer) is { } initializer)
        {
            if (initializer.Value.WithoutConversions() is IObjectCreationOperation { Initializer: { } settings })
                uses.ReadInitializer(settings);
        }

        foreach (IOperation reference in body.FindReferences(client))
            uses.ReadReference(reference);

        if (client is IFieldSymbol field && body.FindReferences(client) is [{ SemanticModel: { } model }, ..])
            uses.FieldBaseAddress = Requests.FieldBaseAddress.Find(field, model);

        uses.HasOwnHandler = ClientHandler.IsOwn(client, body);
        return uses;
    }

    private void ReadInitializer(IObjectOrCollectionInitializerOperation settings)
    {
        foreach (IOperation operation in settings.WithDescendants())
        {
            switch (operation)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "BaseAddress", Instance: IInstanceReferenceOperation } } assignment:
                    _baseAddresses.Add(assignment);
                    break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Authorization" } }:
                    CredentialChanges++;
                    break;
                case IInvocationOperation call when RequestHeaders.MayChangeCredential(call):
                    CredentialChanges++;
                    break;
            }
        }
    }

    private void ReadReference(IOperation reference)
    {
        IOperation whole = reference.WithConversionsAround();

        switch (whole.Parent)
        {
            case IInvocationOperation call when call.Instance == whole:
                _calls.Add(call);
                break;
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } call } when RequestAddress.Find(call) is not null:
                _calls.Add(call);
                break;
            case IArgumentOperation { Parent: IObjectCreationOperation { Type: INamedTypeSymbol type } creation } when LibrarySymbols.IsGeneratedClient(type):
                _generatedClients.Add(creation);
                break;
            case IPropertyReferenceOperation { Property.Name: "BaseAddress" } property when property.Parent is ISimpleAssignmentOperation assignment && assignment.Target == property:
                _baseAddresses.Add(assignment);
                break;
            case IPropertyReferenceOperation { Property.Name: "BaseAddress", Parent: IAssignmentOperation or ICoalesceAssignmentOperation } property when LocalUses.IsWritten(property):
                IsShared = true;
                break;
            case IPropertyReferenceOperation { Property.Name: "DefaultRequestHeaders" } headers:
                CredentialChanges += RequestHeaders.MayChangeCredential(headers) ? 1 : 0;
                break;
            case IPropertyReferenceOperation or IUsingOperation or IBinaryOperation or IIsPatternOperation or IIsTypeOperation or IExpressionStatementOperation:
                break;
            default:
                IsShared = true;
                break;
        }
    }
}
