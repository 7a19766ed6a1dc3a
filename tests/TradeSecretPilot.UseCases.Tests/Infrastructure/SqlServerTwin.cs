using System.Collections;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>
/// Translates every query that a portal on another database compiles for SQL Server as well, and keeps the SQL. No server is
/// reached: what would be sent is noted instead.
/// </summary>
internal sealed class SqlServerTwin : IQueryExpressionInterceptor, IAsyncDisposable
{
    private readonly Wire _wire = new();
    private readonly Lock _gate = new();

    private readonly Dictionary<TenancyKind, PilotDbContext> _byKind = [];
    private readonly DbContextOptions<PilotDbContext> _options;

    public SqlServerTwin()
    {
        var builder = new DbContextOptionsBuilder<PilotDbContext>();
        DatabaseSetup.Configure(
            builder,
            new DatabaseOptions(DatabaseProvider.SqlServer, "Server=127.0.0.1;Database=pilot")
        );
        builder.AddInterceptors(_wire, new NoConnection());
        _options = builder.Options;
        Db = Of(Tenancy.Everything);
    }

    public PilotDbContext Db { get; }

    /// <summary>What would have been sent.</summary>
    public IReadOnlyList<string> Sql => _wire.Sql;

    /// <summary>Queries that SQL Server's provider cannot translate.</summary>
    public List<string> Failures { get; } = [];

    public Expression QueryCompilationStarting(
        Expression queryExpression,
        QueryExpressionEventData eventData
    )
    {
        lock (_gate)
        {
            var db = Of(((PilotDbContext)eventData.Context!).Tenancy);
            var parameters = new ParameterFinder();
            var moved = parameters.Visit(new Mover(db).Visit(queryExpression));
            try
            {
                typeof(SqlServerTwin)
                    .GetMethod(nameof(Run), BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(ResultType(moved.Type))
                    .Invoke(null, [db, moved, parameters.Found]);
            }
            catch (TargetInvocationException e) when (e.InnerException is not NotedException)
            {
                Failures.Add($"{e.InnerException!.Message}\n{queryExpression}");
            }
            catch (TargetInvocationException)
            {
                // Translated, and noted when it was to be sent.
            }
        }

        return queryExpression;
    }

    /// <summary>Notes what saving the pending change would send.</summary>
    public async Task NoteChangeAsync(CancellationToken ct)
    {
        try
        {
            await Db.SaveChangesAsync(ct);
        }
        catch (Exception e) when (e is NotedException || e.InnerException is NotedException)
        {
            Db.ChangeTracker.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var db in _byKind.Values)
        {
            await db.DisposeAsync();
        }
    }

    // The filters are another model's for each kind of actor.
    private PilotDbContext Of(Tenancy tenancy)
    {
        if (!_byKind.TryGetValue(tenancy.Kind, out var db))
        {
            db = new PilotDbContext(_options, tenancy);
            db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
            _byKind.Add(tenancy.Kind, db);
        }

        return db;
    }

    private static void Run<TResult>(
        PilotDbContext db,
        Expression query,
        IReadOnlyList<QueryParameterExpression> parameters
    )
    {
        var execute = db.GetService<IDatabase>().CompileQuery<TResult>(query, async: false);
        var context = db.GetService<IQueryContextFactory>().Create();
        foreach (var parameter in parameters)
        {
            context.Parameters[parameter.Name] = SampleOf(parameter.Type);
        }

        if (execute(context) is IEnumerable rows)
        {
            rows.GetEnumerator().MoveNext();
        }
    }

    private static Type ResultType(Type type)
    {
        var queryable = type.GetInterfaces()
            .Append(type)
            .FirstOrDefault(i =>
                i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>)
            );
        return queryable is null
            ? type
            : typeof(IEnumerable<>).MakeGenericType(queryable.GetGenericArguments());
    }

    private static object? SampleOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return "330000";
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(0);
        }

        var element = type.IsArray
            ? type.GetElementType()
            : type.GetInterfaces()
                .Append(type)
                .FirstOrDefault(i =>
                    i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)
                )
                ?.GetGenericArguments()[0];
        if (element is null)
        {
            return Activator.CreateInstance(type);
        }

        var one = Array.CreateInstance(element, 1);
        one.SetValue(SampleOf(element), 0);
        return type.IsAssignableFrom(one.GetType()) ? one : Activator.CreateInstance(type, one);
    }

    private sealed class Mover(PilotDbContext db) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) =>
            node is EntityQueryRootExpression root
                ? new EntityQueryRootExpression(db.Model.FindEntityType(root.EntityType.Name)!)
                : base.VisitExtension(node);
    }

    private sealed class ParameterFinder : ExpressionVisitor
    {
        public List<QueryParameterExpression> Found { get; } = [];

        protected override Expression VisitExtension(Expression node)
        {
            if (node is QueryParameterExpression parameter)
            {
                Found.Add(parameter);
            }

            return base.VisitExtension(node);
        }
    }

    private sealed class Wire : DbCommandInterceptor
    {
        private readonly List<string> _sql = [];

        public IReadOnlyList<string> Sql => _sql;

        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result
        ) => throw Note(command);

        public override InterceptionResult<int> NonQueryExecuting(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result
        ) => throw Note(command);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        ) => throw Note(command);

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        ) => throw Note(command);

        private NotedException Note(DbCommand command)
        {
            _sql.Add(command.CommandText);
            return new NotedException();
        }
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(
            DbConnection connection,
            ConnectionEventData eventData,
            InterceptionResult result
        ) => InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection,
            ConnectionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        ) => ValueTask.FromResult(InterceptionResult.Suppress());
    }

    private sealed class NotedException() : Exception("Noted instead of sent.");
}
