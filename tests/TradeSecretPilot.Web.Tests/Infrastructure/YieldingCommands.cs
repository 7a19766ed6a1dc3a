using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TradeSecretPilot.Web.Tests.Infrastructure;

/// <summary>
/// Makes every command answer later, as a database across the network does: SQLite answers at once, so that a page which is
/// drawn before its data is there would go unnoticed.
/// </summary>
internal sealed class YieldingCommands : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        await Task.Yield();
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        await Task.Yield();
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        await Task.Yield();
        return result;
    }
}
