using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>Notes the audit rows that stand in a transaction when it is to be committed, and makes the commit fail.</summary>
internal sealed class FailingCommits : DbTransactionInterceptor
{
    private readonly List<string> _acts = [];

    /// <summary>The acts of the audit rows seen since <see cref="Watch"/>.</summary>
    public IReadOnlyList<string> Acts => _acts;

    /// <summary>Forgets what was seen.</summary>
    public void Watch() => _acts.Clear();

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT \"Act\" FROM \"AuditWaiting\" ORDER BY \"Id\"";
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                _acts.Add(reader.GetString(0));
            }
        }

        throw new CommitFailedException();
    }
}

internal sealed class CommitFailedException() : Exception("The test makes every commit fail.");
