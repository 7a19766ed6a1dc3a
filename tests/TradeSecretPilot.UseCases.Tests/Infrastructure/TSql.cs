using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>
/// The grammar of SQL Server 2019. It knows no names: an unknown table, two cascade paths or a key of more than 900 bytes pass it.
/// </summary>
internal static class TSql
{
    /// <summary>The errors of a script, each with its line and column; empty when it parses. <c>GO</c> separates batches.</summary>
    public static IReadOnlyList<string> Parse(string script)
    {
        var parser = new TSql150Parser(initialQuotedIdentifiers: true);
        using var reader = new StringReader(script);
        parser.Parse(reader, out var errors);
        return [.. errors.Select(error => $"({error.Line},{error.Column}) {error.Message}")];
    }
}
