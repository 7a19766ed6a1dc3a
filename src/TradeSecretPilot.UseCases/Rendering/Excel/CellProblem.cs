namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>A cell that cannot be taken, and how to put it right.</summary>
/// <param name="Row">Number of the row in the sheet.</param>
/// <param name="Cell">Such as G7.</param>
/// <param name="Zh">In plain Chinese, with row and column.</param>
/// <param name="En">The same in English.</param>
public sealed record CellProblem(int Row, string Cell, string Zh, string En);

/// <summary>What was read out of a filled-in template. With problems nothing is to be taken.</summary>
public sealed record SheetReading<T>(IReadOnlyList<T> Rows, IReadOnlyList<CellProblem> Problems);
