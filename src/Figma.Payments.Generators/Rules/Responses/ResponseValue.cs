namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>The kinds of values that the <see cref="ResponseEvaluator"/> knows.</summary>
internal enum ResponseValueKind
{
    /// <summary>Nothing is known.</summary>
    Unknown,

    /// <summary>A value that doesn't depend on the response.</summary>
    Independent,

    /// <summary>Null.</summary>
    Null,

    /// <summary>A response, payment information or an error that isn't null.</summary>
    Object,

    /// <summary>A payment status.</summary>
    Status,

    /// <summary>The text of a payment status.</summary>
    StatusText,

    /// <summary>A date of purchase.</summary>
    Date,

    /// <summary>The result of a condition.</summary>
    Truth,

    /// <summary>A constant other than null, true and false.</summary>
    Constant,
}

/// <summary>The value of an expression for one <see cref="ResponseCase"/>.</summary>
/// <param name="Kind">The kind of the value.</param>
/// <param name="Status">The payment status of a <see cref="ResponseValueKind.Status"/> or <see cref="ResponseValueKind.StatusText"/>.</param>
/// <param name="Truth">The result of a condition.</param>
/// <param name="Constant">The value of a constant.</param>
internal readonly record struct ResponseValue(ResponseValueKind Kind, int Status = 0, TruthValue Truth = default, object? Constant = null)
{
    public static readonly ResponseValue Unknown = new(ResponseValueKind.Unknown);
    public static readonly ResponseValue Independent = new(ResponseValueKind.Independent);
    public static readonly ResponseValue Null = new(ResponseValueKind.Null);
    public static readonly ResponseValue Object = new(ResponseValueKind.Object);
    public static readonly ResponseValue Date = new(ResponseValueKind.Date);

    /// <summary>Gets the result of a condition, or unknown if the value is something else.</summary>
    public TruthValue AsTruth => Kind == ResponseValueKind.Truth ? Truth : TruthValue.Unknown;

    /// <summary>Gets a value that indicates whether the value is the same in every case.</summary>
    public bool IsFixed => Kind is ResponseValueKind.Independent or ResponseValueKind.Constant or ResponseValueKind.Null;

    public static ResponseValue OfTruth(TruthValue truth) => truth.IsUnknown ? Unknown : new ResponseValue(ResponseValueKind.Truth, Truth: truth);

    public static ResponseValue OfTruth(bool truth) => OfTruth(TruthValue.Of(truth));

    public static ResponseValue OfConstant(object? constant) => constant switch
    {
        null => Null,
        bool truth => OfTruth(truth),
        _ => new ResponseValue(ResponseValueKind.Constant, Constant: constant),
    };
}
