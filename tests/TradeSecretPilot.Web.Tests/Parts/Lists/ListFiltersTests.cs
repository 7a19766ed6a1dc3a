using Microsoft.AspNetCore.Http;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Ui.Lists;

namespace TradeSecretPilot.Web.Tests.Parts.Lists;

/// <summary>An export reads the address as its list does.</summary>
public sealed class ListFiltersTests
{
    [Fact]
    public void Applications_Address_IsTheFilter()
    {
        var list = ListFilters.Applications(
            Query(
                "?batch=2&status=Recommended&level=County&province=330000&q=示例&sort=Rank&page=3"
            )
        );

        Assert.Equal(BatchKey.OfNumber(2), list.Batch);
        Assert.Equal(
            (
                ApplicationStatus.Recommended,
                DivisionLevel.County,
                "330000",
                "示例",
                ListApplications.Sort.Rank,
                3
            ),
            (list.Status, list.Level, list.ProvinceCode, list.Text, list.Sort, list.Paging.Number)
        );
    }

    [Fact]
    public void Applications_NonsenseInTheAddress_FiltersNothing()
    {
        var list = ListFilters.Applications(Query("?status=99&level=x&sort=&page=-1"));

        Assert.Equal(new ListApplications.Input(), list);
    }

    [Fact]
    public void Reports_Address_IsTheFilter()
    {
        var list = ListFilters.Reports(Query("?period=2&status=Missing&province=330000&sort=-due"));
        var mine = ListFilters.Reports(Query("?status=mine"));

        Assert.Equal(
            (2, ReportStatus.Missing, "330000", true, false),
            (list.Ordinal, list.Status, list.ProvinceCode, list.Descending, list.OnlyMine)
        );
        Assert.Equal((null, true), (mine.Status, mine.OnlyMine));
    }

    [Fact]
    public void Administration_Address_IsTheFilter()
    {
        var id = Guid.NewGuid();
        var audit = ListFilters.Audit(
            Query($"?act=Account&q=王&record={id}&from=2022-04-20&outcome=Refused&before=7")
        );

        Assert.Equal(
            (ActGroup.Account, "王", $"{id}", new DateOnly(2022, 4, 20), ActOutcome.Refused, 7L),
            (audit.Group, audit.Actor, audit.Record, audit.From, audit.Outcome, audit.Before)
        );
        Assert.Equal(
            (Role.Expert, id),
            ListFilters.Accounts(Query($"?role=Expert&organization={id}")) is var a
                ? (a.Role, a.OrganizationId)
                : default
        );
        Assert.Equal(
            OrganizationKind.NationalRegulator,
            ListFilters.Organizations(Query("?kind=NationalRegulator")).Kind
        );
        Assert.Equal(
            (DueActionKind.RemindReport, DueActionOutcome.Superseded),
            ListFilters.DueActions(Query("?kind=RemindReport&outcome=Superseded")) is var d
                ? (d.Kind, d.Outcome)
                : default
        );
        Assert.Equal(OutboxState.GivenUp, ListFilters.Outbox(Query("?state=GivenUp")).State);
    }

    [Theory]
    [InlineData("?status=forwarded", true)]
    [InlineData("?status=outstanding", false)]
    [InlineData("", null)]
    public void Forwarded_Address_IsTheFilter(string address, bool? expected) =>
        Assert.Equal(expected, ListFilters.Forwarded(Query(address)));

    [Fact]
    public void At_ExportOfAList_KeepsFilterAndSorting_NotThePage() =>
        Assert.Equal(
            "/documents/exports/applications.xlsx?level=County&sort=Rank",
            Query("?sort=Rank&page=3&level=County").At("/documents/exports/applications.xlsx")
        );

    private static ListQuery Query(string address)
    {
        var http = new DefaultHttpContext();
        http.Request.Path = "/applications";
        http.Request.QueryString = QueryString.FromUriComponent(
            new Uri($"http://pilot.example{address}")
        );
        return ListQuery.From(http.Request);
    }
}
