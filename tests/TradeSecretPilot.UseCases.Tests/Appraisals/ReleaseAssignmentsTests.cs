using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Appraisals;

/// <summary>An expert who never answers does not hold up the appraisal.</summary>
public sealed class ReleaseAssignmentsTests(TestDatabases databases)
{
    private const string Reason = "（示例）多次联系未回复";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Release_UnansweredPlans_FreesThemForAnotherExpert(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        var silent = cast.Experts[0];
        var open = cast.Sheets.Where(s => s.ExpertId == silent).ToList();
        Assert.Equal(2, open.Count);

        var released = await world.MustAsync(
            cast.WorkingGroup,
            (ReleaseAssignments u) =>
                u.ExecuteAsync(new([.. open.Select(s => s.Id)], Reason, Seen.Present), Ct)
        );

        Assert.Equal(2, released.Sheets);
        var board = await BoardAsync(world);
        Assert.Equal(2, board.Summary.Released);
        var cells = board.Rows.SelectMany(r => r.Experts).Where(e => e.ExpertId == silent).ToList();
        Assert.All(cells, c => Assert.Equal((Reason, false), (c.Reason, c.MayRelease)));
        var mine = await world.AsAsync(silent, (ListMyAssignments u) => u.ExecuteAsync(new(), Ct));
        Assert.DoesNotContain(open, s => mine.Items.Any(r => r.SheetId == s.Id));

        // Nobody gets a plan twice; where the panel has nobody left, it says whom it has lost.
        var proposal = await world.MustAsync(
            cast.WorkingGroup,
            (ProposeAssignments u) => u.ExecuteAsync(new(cast.Appraising), Ct)
        );
        Assert.All(
            open,
            s =>
                Assert.True(
                    proposal.Plans.Any(p =>
                        p.ApplicationId == s.ApplicationId && !p.Added.Contains(cells[0].Name)
                    ) || proposal.Shortfalls.Any(f => f.ApplicationId == s.ApplicationId)
                )
        );
        Assert.All(
            proposal.Shortfalls,
            f => Assert.Equal(open.Count(s => s.ApplicationId == f.ApplicationId), f.Released)
        );

        // Once nothing is left with the expert, another takes the seat and the plans.
        await world.MustAsync(
            cast.WorkingGroup,
            (SetPanelMembers u) =>
                u.ExecuteAsync(
                    new(cast.Appraising, [.. cast.Experts.Skip(1)], new(2023, 1, 15), Seen.Present),
                    Ct
                )
        );
        foreach (var sheet in open)
        {
            await world.MustAsync(
                cast.WorkingGroup,
                (AssignExpert u) =>
                    u.ExecuteAsync(new(sheet.ApplicationId, cast.Experts[3], Seen.Present), Ct)
            );
        }

        Assert.Equal(
            board.Summary.Unassigned - open.Count,
            (await BoardAsync(world)).Summary.Unassigned
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Release_TellsTheExpertWhichPlansAndWhy(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        var silent = cast.Experts[0];

        await world.MustAsync(
            cast.WorkingGroup,
            (ReleaseAssignments u) =>
                u.ExecuteAsync(
                    new([cast.SheetOf(silent, ScoreSheetStatus.Assigned)], Reason, Seen.Present),
                    Ct
                )
        );

        var notice = await world.BehindTheDoorAsync(db =>
            db.Notices.SingleAsync(n => n.AccountId == silent && n.Zh.Contains("已收回"), Ct)
        );
        Assert.Contains(Reason, notice.Zh);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Release_OneOfThemSubmittedOrTwice_RefusedWithNothingChanged(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        var assigned = cast.SheetOf(cast.Experts[0], ScoreSheetStatus.Assigned);
        var submitted = cast.SheetOf(cast.Experts[2], ScoreSheetStatus.Submitted);

        await AssertRefusedAsync("ScoreSheet.WrongStatus", [assigned, submitted], Reason);
        await AssertRefusedAsync("Reason.Missing", [assigned], " ");
        await AssertRefusedAsync("ScoreSheet.AssignmentNotFound", [], Reason);
        await world.MustAsync(
            cast.WorkingGroup,
            (ReleaseAssignments u) => u.ExecuteAsync(new([assigned], Reason, Seen.Present), Ct)
        );
        await AssertRefusedAsync("ScoreSheet.WrongStatus", [assigned], Reason);
        return;

        async Task AssertRefusedAsync(string code, Guid[] sheets, string reason)
        {
            var before = await world.TracesAsync();
            var answer = await world.AsAsync(
                cast.WorkingGroup,
                (ReleaseAssignments u) => u.ExecuteAsync(new(sheets, reason, Seen.Present), Ct)
            );
            Assert.Equal(code, answer.Refusal?.Code);
            Assert.Equal(before, await world.TracesAsync());
        }
    }

    private static Task<GetAppraisalBoard.View> BoardAsync(World world) =>
        world.MustAsync(
            world.Cast.WorkingGroup,
            (GetAppraisalBoard u) => u.ExecuteAsync(new(world.Cast.Appraising), Ct)
        );
}
