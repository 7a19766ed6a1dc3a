using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.Demo.Sample;

/// <summary>
/// Puts the invented people and places of a rehearsal or demonstration into an empty portal. Their accounts have no
/// password: nobody can sign in to them except by the demonstration's one-click entrance.
/// </summary>
public sealed class SeedSample(PilotSessions sessions)
{
    /// <param name="Places">Places by province code: how many to invent in each.</param>
    /// <param name="Experts">Size of the expert pool.</param>
    public sealed record Input(IReadOnlyDictionary<string, int> Places, int Experts);

    public sealed record View
    {
        public required Guid WorkingGroup { get; init; }

        public required Guid Lead { get; init; }

        /// <summary>Accounts by province code.</summary>
        public required IReadOnlyDictionary<string, Regulator> Regulators { get; init; }

        public required IReadOnlyList<Government> Governments { get; init; }

        public required IReadOnlyList<Guid> Experts { get; init; }
    }

    public sealed record Regulator(string ProvinceCode, Guid Reviewer, Guid Approver);

    public sealed record Government(
        string ProvinceCode,
        string RegionName,
        DivisionLevel Level,
        Guid OrganizationId,
        Guid Drafter,
        Guid Approver
    );

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var db = session.Db;
        if (await db.Batches.AnyAsync(ct) || await db.Accounts.AnyAsync(ct))
        {
            return new Refusal(
                RefusalKind.AlreadyDone,
                "Sample.NotEmpty",
                "数据库中已有批次或账号，示例数据只能写入空库。请另建数据库。",
                "The database already holds a batch or accounts; sample data goes into an empty one only. Use another database."
            );
        }

        var organizations = await db.Organizations.AsNoTracking().ToListAsync(ct);
        var people = new SamplePeople(session);
        var national = organizations.Single(o => o.Kind == OrganizationKind.NationalRegulator);
        var workingGroup = people.Add("wg", "赵工作组（示例）", Role.WorkingGroup, national.Id);
        var lead = people.Add("lead", "孙组长（示例）", Role.WorkingGroupLead, national.Id);
        people.Add("sysadmin", "系统管理员（示例）", Role.SystemAdmin, null);
        people.Add("secadmin", "安全管理员（示例）", Role.SecurityAdmin, null);
        people.Add("auditadmin", "审计管理员（示例）", Role.AuditAdmin, null);
        var regulators = organizations
            .Where(o => o.Kind == OrganizationKind.ProvincialRegulator)
            .OrderBy(o => o.ProvinceCode, StringComparer.Ordinal)
            .Select(o => new Regulator(
                o.ProvinceCode!,
                people.Add(
                    $"reviewer.{o.ProvinceCode}",
                    "林初审（示例）",
                    Role.ProvincialReviewer,
                    o.Id
                ),
                people.Add(
                    $"approver.{o.ProvinceCode}",
                    "王审批（示例）",
                    Role.ProvincialApprover,
                    o.Id
                )
            ))
            .ToDictionary(r => r.ProvinceCode);
        var experts = AddExperts(session, people, input.Experts, [.. regulators.Keys]);
        var governments = AddGovernments(session, people, input.Places);
        session.Record(
            new ActRecord(Act.SampleSeeded, national.Id)
            {
                Note = $"{governments.Count} places, {experts.Count} experts",
            }
        );
        var saved = await session.SaveAsync(ct);
        return saved.Refusal is { } refusal
            ? refusal
            : new View
            {
                WorkingGroup = workingGroup,
                Lead = lead,
                Regulators = regulators,
                Governments = governments,
                Experts = experts,
            };
    }

    private static List<Guid> AddExperts(
        PilotSession session,
        SamplePeople people,
        int count,
        IReadOnlyList<string> provinces
    )
    {
        string[] specialties =
        [
            "行政执法",
            "法学研究",
            "企业合规",
            "司法鉴定",
            "产业经济",
            "信息安全",
        ];
        var experts = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            var id = people.Add($"expert.{i + 1:00}", $"专家{i + 1:00}（示例）", Role.Expert, null);
            // Every other expert works in a province and may not score its plans; the rest sit in central units.
            var province = i % 2 == 0 ? null : provinces[i * 7 % provinces.Count];
            session.Db.Experts.Add(
                Expert
                    .Join(
                        id,
                        $"专家{i + 1:00}（示例）",
                        $"示例{(province is null ? "研究院" : "大学")}",
                        specialties[i % specialties.Length],
                        province,
                        session.Now
                    )
                    .Value
            );
            experts.Add(id);
        }

        return experts;
    }

    private static List<Government> AddGovernments(
        PilotSession session,
        SamplePeople people,
        IReadOnlyDictionary<string, int> places
    )
    {
        var governments = new List<Government>();
        foreach (var (province, count) in places.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            for (var i = 0; i < count; i++)
            {
                var place = SamplePlaces.Invent(province, governments.Count, i);
                var division = Division.Create(place.Code, place.Name, place.Level, province);
                var organization = Organization
                    .Of(division, place.GovernmentName, session.Now)
                    .Value;
                session.Db.Divisions.Add(division);
                session.Db.Organizations.Add(organization);
                governments.Add(
                    new Government(
                        province,
                        place.Name,
                        place.Level,
                        organization.Id,
                        people.Add(
                            $"drafter.{place.Code}",
                            "陈起草（示例）",
                            Role.Drafter,
                            organization.Id
                        ),
                        people.Add(
                            $"local.{place.Code}",
                            "周审定（示例）",
                            Role.LocalApprover,
                            organization.Id
                        )
                    )
                );
            }
        }

        return governments;
    }
}
