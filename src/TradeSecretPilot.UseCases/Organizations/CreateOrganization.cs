using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>
/// Gives a division its tenant: a province its regulator, every other division its local government. A division has one.
/// </summary>
public sealed class CreateOrganization(PilotSessions sessions)
{
    public sealed record Input(string DivisionCode, string Name);

    public sealed record View(Guid OrganizationId, OrganizationKind Kind);

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(i => i.DivisionCode).NotEmpty().Refuse(OrganizationRefusals.DivisionUnknown());
            RuleFor(i => i.Name)
                .Must(name => Characters.Fits(name.Trim(), Organization.NameMaxLength))
                .Refuse(OrganizationRefusals.NameInvalid());
        }
    }

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageAccounts, ct);
        if (new Validator().Check(input) is { } invalid)
        {
            return invalid;
        }

        var found = await (
            from d in session.Db.Divisions
            where d.Code == input.DivisionCode
            join o in session.Db.Organizations on d.Code equals o.DivisionCode into organizations
            from o in organizations.DefaultIfEmpty()
            select new { Division = d, Existing = o == null ? null : o.Name }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return OrganizationRefusals.DivisionUnknown();
        }

        if (found.Existing is { } existing)
        {
            return OrganizationRefusals.AlreadyExists(existing);
        }

        var created = Organization.Of(found.Division, input.Name, session.Now);
        if (created.Refusal is { } refusal)
        {
            return refusal;
        }

        var organization = created.Value;
        session.Db.Organizations.Add(organization);
        session.Record(
            new ActRecord(Act.OrganizationCreated, organization.Id)
            {
                Note = $"{organization.DivisionCode} {organization.Name}",
                ProvinceCode = organization.ProvinceCode,
            }
        );
        return await session.SaveAsync(() => new View(organization.Id, organization.Kind), ct);
    }
}
