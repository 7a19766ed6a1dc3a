using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>
/// The recipients of the plan as tenants: SAMR and the 32 provincial regulators (31 provinces and 新疆生产建设兵团). Creates
/// what is missing, so it may be repeated.
/// </summary>
public sealed class EnsureProvincialRegulators(PilotSessions sessions)
{
    private const string NationalRegulatorName = "国家市场监督管理总局";
    private const string ProvincialRegulatorSuffix = "市场监督管理局";

    /// <param name="Created">Organisations that were missing.</param>
    /// <param name="NationalRegulatorId">SAMR.</param>
    /// <param name="ByProvince">The regulators by province code.</param>
    public sealed record View(
        int Created,
        Guid NationalRegulatorId,
        IReadOnlyDictionary<string, Guid> ByProvince
    );

    public async Task<Result<View>> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var present = await session
            .Db.Organizations.AsNoTracking()
            .Where(o => o.Kind != OrganizationKind.LocalGovernment)
            .ToListAsync(ct);
        var provinces = await session
            .Db.Divisions.AsNoTracking()
            .Where(d => d.Level == DivisionLevel.Province)
            .OrderBy(d => d.Code)
            .ToListAsync(ct);

        var national = present.Find(o => o.Kind == OrganizationKind.NationalRegulator);
        var created = new List<Organization>();
        if (national is null)
        {
            national = Organization.NationalRegulator(NationalRegulatorName, session.Now);
            created.Add(national);
        }

        created.AddRange(
            provinces
                .Where(d => !present.Exists(o => o.DivisionCode == d.Code))
                .Select(d =>
                    Organization.Of(d, d.Name + ProvincialRegulatorSuffix, session.Now).Value
                )
        );
        if (created.Count > 0)
        {
            session.Db.Organizations.AddRange(created);
            session.Record(
                new ActRecord(Act.OrganizationRegulatorsEnsured, national.Id)
                {
                    Note = string.Join('、', created.Select(o => o.Name)),
                }
            );
            if ((await session.SaveAsync(ct)).Refusal is { } conflict)
            {
                return conflict;
            }
        }

        return new View(
            created.Count,
            national.Id,
            present
                .Concat(created)
                .Where(o => o.Kind == OrganizationKind.ProvincialRegulator)
                .ToDictionary(o => o.DivisionCode!, o => o.Id)
        );
    }
}
