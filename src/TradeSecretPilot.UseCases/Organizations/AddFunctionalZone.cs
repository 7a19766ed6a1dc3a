using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>Adds a functional zone 功能区, which has no code of the statistics bureau, below an existing division.</summary>
public sealed class AddFunctionalZone(PilotSessions sessions)
{
    /// <param name="Code">Six digits, unused.</param>
    /// <param name="Name">Such as 示例开发区.</param>
    /// <param name="ParentCode">The division it belongs to, itself no zone.</param>
    public sealed record Input(string Code, string Name, string ParentCode);

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            var refusal = OrganizationRefusals.DivisionInvalid();
            RuleFor(i => i.Code)
                .Must(code =>
                    code.Trim().Length == Division.CodeLength && code.Trim().All(char.IsAsciiDigit)
                )
                .Refuse(refusal);
            RuleFor(i => i.Name)
                .Must(name => Characters.Fits(name.Trim(), Division.NameMaxLength))
                .Refuse(refusal);
            RuleFor(i => i.ParentCode).NotEmpty().Refuse(refusal);
        }
    }

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageAccounts, ct);
        if (new Validator().Check(input) is { } invalid)
        {
            return invalid;
        }

        var (code, name) = (input.Code.Trim(), Characters.Clean(input.Name).Trim());
        var known = await session
            .Db.Divisions.AsNoTracking()
            .Where(d => d.Code == code || d.Code == input.ParentCode)
            .ToListAsync(ct);
        var parent = known.Find(d => d.Code == input.ParentCode);
        if (
            parent is null or { Level: DivisionLevel.FunctionalZone }
            || known.Exists(d => d.Code == code)
        )
        {
            return OrganizationRefusals.DivisionInvalid();
        }

        var zone = Division.Create(code, name, DivisionLevel.FunctionalZone, parent.Code);
        session.Db.Divisions.Add(zone);
        session.Record(
            // A division is known by its code and has no identifier of its own.
            new ActRecord(Act.DivisionAdded, Guid.Empty)
            {
                Note = $"{zone.Code} {zone.Name}",
                ProvinceCode = zone.ProvinceCode,
            }
        );
        return await session.SaveAsync(ct);
    }
}
