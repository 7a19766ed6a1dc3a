using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Demo.Sample;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

/// <summary>
/// One call of a use case: whose records it speaks of. The own tenant is A1, province A and the first expert; the foreign one B2,
/// province B and the last expert, for whom A's records are the foreign ones.
/// </summary>
internal sealed record Call(World World, Who Who, bool ByForeignTenant = false)
{
    /// <summary>The identifier of nothing.</summary>
    public static readonly Guid Unknown = new("00000000-0000-7000-8000-000000000001");

    public Cast Cast => World.Cast;

    public CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A local government's draft, a province's submitted application, or one that was forwarded to SAMR.</summary>
    public Guid MyApplication =>
        IsLocal ? Cast.Application(Cast.Open, Cast.A[0])
        : IsProvince ? Cast.Application(Cast.Open, Cast.A[1])
        : Cast.Application(Cast.Running, Cast.A[0]);

    /// <summary>A local government reads what it is writing; others what was sent.</summary>
    public int MyVersion => IsLocal ? 0 : 1;

    /// <summary>A region's written report, or a filed one for its addressees.</summary>
    public Guid MyReport => Cast.Report(IsLocal ? Cast.A[0] : Cast.A[1], 1);

    public Guid MyPilot => Cast.Pilots[Cast.A[0].OrganizationId];

    /// <summary>Of another tenant; for SAMR one that is still with its province.</summary>
    public Guid TheirApplication => Cast.Application(Cast.Open, Their);

    /// <summary>Recommended, or forwarded to SAMR.</summary>
    public Guid ReviewedApplication =>
        IsProvince
            ? Cast.Application(Cast.Open, Cast.A[3])
            : Cast.Application(Cast.Running, Cast.A[0]);

    /// <summary>Recommended in another province; for SAMR one that is still with its province.</summary>
    public Guid TheirReviewed =>
        ByForeignTenant
            ? Cast.Application(Cast.Open, Cast.A[3])
            : Cast.Application(Cast.Open, Cast.B[2]);

    /// <summary>Whose letter is another province's, or not sent yet.</summary>
    public string TheirProvince =>
        ByForeignTenant ? WorldBuilder.ProvinceA : WorldBuilder.ProvinceB;

    /// <summary>An expert's own that is being written, or one that was submitted.</summary>
    public Guid PrintableSheet =>
        IsNational ? Cast.SheetOf(Cast.Experts[1], ScoreSheetStatus.Submitted) : AcceptedSheet;

    public string TheirRegion => Their.RegionName;

    public Guid TheirReport => IsNational ? Unknown : Cast.Report(TheirPilotRegion, 1);

    public Guid TheirPilot => IsNational ? Unknown : Cast.Pilots[TheirPilotRegion.OrganizationId];

    public Guid TheirAssignedSheet =>
        Cast.SheetOf(Cast.Experts[ByForeignTenant ? 0 : 2], ScoreSheetStatus.Assigned);

    public Guid AssignedSheet => Cast.SheetOf(Cast.Experts[0], ScoreSheetStatus.Assigned);

    public Guid AcceptedSheet => Cast.SheetOf(Cast.Experts[0], ScoreSheetStatus.Accepted);

    private bool IsLocal => Who.Local.HasFlag(Who);

    private bool IsProvince => Who.Province.HasFlag(Who);

    private bool IsNational => Who.National.HasFlag(Who);

    private SeedSample.Government Their =>
        ByForeignTenant ? Cast.A[0]
        : IsProvince ? Cast.B[0]
        : Cast.A[1];

    private SeedSample.Government TheirPilotRegion => Their;

    /// <summary>Row version of a record as it stands.</summary>
    public Task<int> VersionAsync<TAggregate>(Guid id)
        where TAggregate : Aggregate =>
        World.BehindTheDoorAsync(db =>
            db.Set<TAggregate>().Where(a => a.Id == id).Select(a => a.Version).SingleAsync(Ct)
        );

    /// <summary>Steps before the door as whom the call is made.</summary>
    public static Action<CurrentActor> ActAs(Cast cast, Who who, bool foreignTenant) =>
        actor =>
        {
            switch (who)
            {
                case Who.Nobody:
                    break;
                case Who.Public:
                    actor.ActAsPublic();
                    break;
                case Who.Job:
                    actor.ActAsJob("示例任务");
                    break;
                default:
                    actor.ActAsAccount(AccountOf(cast, who, foreignTenant));
                    break;
            }
        };

    public static Guid AccountOf(Cast cast, Who who, bool foreignTenant)
    {
        var region = foreignTenant ? cast.B[1] : cast.A[0];
        var province = foreignTenant ? cast.ProvinceB : cast.ProvinceA;
        return who switch
        {
            Who.Drafter => region.Drafter,
            Who.LocalApprover => region.Approver,
            Who.ProvincialReviewer => province.Reviewer,
            Who.ProvincialApprover => province.Approver,
            Who.WorkingGroup => cast.WorkingGroup,
            Who.WorkingGroupLead => cast.Lead,
            Who.Expert => cast.Experts[foreignTenant ? 3 : 0],
            Who.SystemAdmin => cast.SystemAdmin,
            Who.SecurityAdmin => cast.SecurityAdmin,
            Who.AuditAdmin => cast.AuditAdmin,
            _ => throw new ArgumentOutOfRangeException(nameof(who), who, "Not an account."),
        };
    }
}
