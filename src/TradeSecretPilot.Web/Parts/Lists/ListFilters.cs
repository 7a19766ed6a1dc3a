using System.Globalization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Pilots;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Ui.Lists;

namespace TradeSecretPilot.Web.Parts.Lists;

/// <summary>What the address of a list asks for. The page and its export read it here, so that the file holds what the page shows.</summary>
public static class ListFilters
{
    public const string Province = "province";
    public const string Period = "period";

    /// <summary>In the place of a report's status: those that wait for the reader.</summary>
    public const string Mine = "mine";

    /// <summary>Reports in the order of their due dates, the latest first.</summary>
    public const string LatestFirst = "-due";

    public static ListApplications.Input Applications(ListQuery query) =>
        new()
        {
            Batch = BatchOf(query),
            Status = query.As<ApplicationStatus>(ListQuery.StatusKey),
            Level = query.As<DivisionLevel>("level"),
            ProvinceCode = query[Province],
            Text = query.Text,
            Sort =
                query.As<ListApplications.Sort>(ListQuery.SortKey) ?? ListApplications.Sort.Urgency,
            Paging = new Paging(query.Page),
        };

    public static ListPilots.Input Pilots(ListQuery query) =>
        new(BatchOf(query), query[Province], new Paging(query.Page));

    public static ListReports.Input Reports(ListQuery query) =>
        new()
        {
            Batch = BatchOf(query),
            Ordinal = PeriodOf(query),
            Status = query.As<ReportStatus>(ListQuery.StatusKey),
            ProvinceCode = query[Province],
            OnlyMine = query.Status == Mine,
            Descending = query[ListQuery.SortKey] == LatestFirst,
            Paging = new Paging(query.Page),
        };

    public static ListOrganizations.Input Organizations(ListQuery query) =>
        new(
            query.Text,
            query.As<OrganizationKind>("kind"),
            query[Province],
            new Paging(query.Page)
        );

    public static ListAccounts.Input Accounts(ListQuery query) =>
        new(
            query.Text,
            query.As<Role>("role"),
            Guid.TryParse(query["organization"], out var organization) ? organization : null,
            new Paging(query.Page)
        );

    public static ListDueActions.Input DueActions(ListQuery query) =>
        new(
            query.As<DueActionKind>("kind"),
            query.As<DueActionOutcome>("outcome"),
            new Paging(query.Page)
        );

    public static ListOutbox.Input Outbox(ListQuery query) =>
        new(query.As<OutboxState>("state"), new Paging(query.Page));

    /// <summary>What narrows the audit trail, and which part of it is shown.</summary>
    public static ListAuditEntries.Input Audit(ListQuery query) =>
        new()
        {
            Group = query.As<ActGroup>("act"),
            Act = query.As<Act>("code"),
            Outcome = query.As<ActOutcome>("outcome"),
            Actor = query.Text,
            PersonId = Guid.TryParse(query["account"], out var account) ? account : null,
            Record = query["record"],
            From = DayOf(query, "from"),
            To = DayOf(query, "to"),
            Before = NumberOf(query, "before"),
            After = NumberOf(query, "after"),
        };

    /// <summary>A day in the address; null when there is none, or none that can be read.</summary>
    public static DateOnly? DayOf(ListQuery query, string key) =>
        DateOnly.TryParseExact(
            query[key],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    private static long? NumberOf(ListQuery query, string key) =>
        long.TryParse(query[key], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The batch that the address names; null when it names none.</summary>
    public static BatchKey? BatchOf(ListQuery query) => BatchKey.Parse(query[ListQuery.BatchKey]);

    /// <summary>Number of the half-year; null for all, or for the latest.</summary>
    public static int? PeriodOf(ListQuery query) =>
        int.TryParse(
            query[Period],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var ordinal
        )
            ? ordinal
            : null;

    /// <summary>Whether provinces that have forwarded are asked for, or those that have not; null for all.</summary>
    public static bool? Forwarded(ListQuery query) =>
        query.Status switch
        {
            "forwarded" => true,
            "outstanding" => false,
            _ => null,
        };
}
