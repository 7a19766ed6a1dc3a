using System.Globalization;
using TradeSecretPilot.Domain.Batches;

namespace TradeSecretPilot.UseCases.Workflow;

/// <summary>Which batch is asked for: by its number, as addresses name it, or by its identifier.</summary>
public readonly record struct BatchKey
{
    private readonly Guid? _id;
    private readonly int _number;

    private BatchKey(Guid? id, int number) => (_id, _number) = (id, number);

    public static implicit operator BatchKey(Guid id) => FromGuid(id);

    public static BatchKey FromGuid(Guid id) => new(id, 0);

    public static BatchKey OfNumber(int number) => new(null, number);

    /// <summary>The batch that an address names. What is no number names no batch, and is not taken for the latest one.</summary>
    /// <returns>Null when the address names none.</returns>
    public static BatchKey? Parse(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? OfNumber(number)
        : OfNumber(0);

    /// <summary>That batch, where the actor can see it.</summary>
    internal IQueryable<Batch> In(IQueryable<Batch> batches)
    {
        var (id, number) = (_id, _number);
        return id is null ? batches.Where(b => b.Number == number) : batches.Where(b => b.Id == id);
    }
}
