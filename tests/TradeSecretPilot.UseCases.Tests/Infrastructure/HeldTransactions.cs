using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>Holds one node's next transaction before it begins, so that another node overtakes an act that has read already.</summary>
internal sealed class HeldTransactions : DbTransactionInterceptor
{
    private readonly TaskCompletionSource _reached = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly TaskCompletionSource _released = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>The node stands before its transaction.</summary>
    public Task Reached => _reached.Task;

    public void Release() => _released.TrySetResult();

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default
    )
    {
        _reached.TrySetResult();
        await _released.Task.WaitAsync(cancellationToken);
        return result;
    }
}
