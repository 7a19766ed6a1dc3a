using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Pilots;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.Web.Pages.Admin;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Ui.Lists;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Host.Endpoints;

/// <summary>Excel files by address: lists as their pages filter them, and templates to be filled in.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this RouteGroupBuilder documents)
    {
        var exports = documents.MapGroup("/exports").AddEndpointFilter<HeavyExports>();
        MapApplications(exports);
        MapAppraisals(exports);
        MapReports(exports);
        MapAdministration(exports);
        MapTemplates(documents.MapGroup("/templates"));
    }

    private static void MapApplications(RouteGroupBuilder exports)
    {
        exports.MapGet(
            "/applications.xlsx",
            (ExportApplications export, HttpContext http) =>
                http.AnswerAsync(
                    export.ExecuteAsync(
                        new(ListFilters.Applications(ListQuery.From(http.Request))),
                        http.RequestAborted
                    )
                )
        );
        exports.MapGet(
            "/ranking/{batch:guid}.xlsx",
            (Guid batch, ExportRanking export, HttpContext http) =>
                http.AnswerAsync(export.ExecuteAsync(new(batch), http.RequestAborted))
        );
        exports.MapGet(
            "/forwarding/{batch:guid}.xlsx",
            (Guid batch, ExportForwardingProgress export, HttpContext http) =>
                http.AnswerAsync(
                    export.ExecuteAsync(
                        new(batch, ListFilters.Forwarded(ListQuery.From(http.Request))),
                        http.RequestAborted
                    )
                )
        );
        exports.MapGet(
            "/extensions/{batch:guid}.xlsx",
            (Guid batch, ExportExtensions export, HttpContext http) =>
                http.AnswerAsync(export.ExecuteAsync(new(batch), http.RequestAborted))
        );
    }

    private static void MapAppraisals(RouteGroupBuilder exports)
    {
        exports.MapGet(
            "/experts/{batch:guid}.xlsx",
            (Guid batch, ExportExperts export, HttpContext http) =>
                http.AnswerAsync(export.ExecuteAsync(new(batch), http.RequestAborted))
        );
        exports.MapGet(
            "/appraisals/{batch:guid}.xlsx",
            (Guid batch, ExportAppraisalBoard export, HttpContext http) =>
                http.AnswerAsync(export.ExecuteAsync(new(batch), http.RequestAborted))
        );
        exports.MapGet(
            "/selections/{batch:guid}.xlsx",
            (Guid batch, ExportSelection export, HttpContext http) =>
                http.AnswerAsync(export.ExecuteAsync(new(batch), http.RequestAborted))
        );
        exports.MapGet(
            "/decisions/{batch:guid}.xlsx",
            (Guid batch, ExportDecision export, HttpContext http) =>
                http.AnswerAsync(export.ExecuteAsync(new(batch), http.RequestAborted))
        );
    }

    private static void MapReports(RouteGroupBuilder exports)
    {
        exports.MapGet(
            "/pilots.xlsx",
            (ExportPilots export, HttpContext http) =>
                http.AnswerAsync(
                    export.ExecuteAsync(
                        new(ListFilters.Pilots(ListQuery.From(http.Request))),
                        http.RequestAborted
                    )
                )
        );
        exports.MapGet(
            "/reports.xlsx",
            (ExportReports export, HttpContext http) =>
                http.AnswerAsync(
                    export.ExecuteAsync(
                        new(ListFilters.Reports(ListQuery.From(http.Request))),
                        http.RequestAborted
                    )
                )
        );
        exports.MapGet(
            "/report-matrix.xlsx",
            (ExportReportMatrix export, HttpContext http) =>
            {
                var query = ListQuery.From(http.Request);
                return http.AnswerAsync(
                    export.ExecuteAsync(
                        new(ListFilters.BatchOf(query), query[ListFilters.Province]),
                        http.RequestAborted
                    )
                );
            }
        );
        exports.MapGet(
            "/indicators.xlsx",
            (ExportIndicators export, HttpContext http) =>
            {
                var query = ListQuery.From(http.Request);
                return http.AnswerAsync(
                    export.ExecuteAsync(
                        new(ListFilters.BatchOf(query), ListFilters.PeriodOf(query)),
                        http.RequestAborted
                    )
                );
            }
        );
    }

    private static void MapAdministration(RouteGroupBuilder exports)
    {
        exports.MapGet(
            "/organizations.xlsx",
            (ExportOrganizations export, HttpContext http) =>
                http.AnswerAsync(
                    export.ExecuteAsync(
                        new(ListFilters.Organizations(ListQuery.From(http.Request))),
                        http.RequestAborted
                    )
                )
        );
        exports.MapGet(
            "/accounts.xlsx",
            (ExportAccounts export, HttpContext http) =>
                http.AnswerAsync(
                    export.ExecuteAsync(
                        new(ListFilters.Accounts(ListQuery.From(http.Request))),
                        http.RequestAborted
                    )
                )
        );
        exports.MapGet(
            "/due-actions.xlsx",
            (ExportDueActions export, HttpContext http) =>
                http.AnswerAsync(
                    export.ExecuteAsync(
                        new(ListFilters.DueActions(ListQuery.From(http.Request))),
                        http.RequestAborted
                    )
                )
        );
        exports.MapGet(
            "/outbox.xlsx",
            (ExportOutbox export, HttpContext http) =>
                http.AnswerAsync(
                    export.ExecuteAsync(
                        new(ListFilters.Outbox(ListQuery.From(http.Request))),
                        http.RequestAborted
                    )
                )
        );
        exports.MapGet(
            "/audit.xlsx",
            (ExportAuditEntries export, HttpContext http) =>
                http.AnswerAsync(
                    export.ExecuteAsync(
                        new(ListFilters.Audit(ListQuery.From(http.Request))),
                        http.RequestAborted
                    )
                )
        );
    }

    private static void MapTemplates(RouteGroupBuilder templates)
    {
        templates.MapGet(
            "/measures/{id:guid}.xlsx",
            (Guid id, ExportMeasureTemplate export, HttpContext http) =>
                http.AnswerAsync(export.ExecuteAsync(new(id), http.RequestAborted))
        );
        templates.MapGet(
            "/support/{id:guid}.xlsx",
            (Guid id, ExportSupportTemplate export, HttpContext http) =>
                http.AnswerAsync(export.ExecuteAsync(new(id), http.RequestAborted))
        );
        templates.MapGet(
            "/figures/{id:guid}.xlsx",
            (Guid id, ExportFigureTemplate export, HttpContext http) =>
                http.AnswerAsync(export.ExecuteAsync(new(id), http.RequestAborted))
        );
    }
}
