using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>
/// Creates an account with its one role, and for an expert the profile in the expert pool. A role is never changed: a person
/// with another task gets another account.
/// </summary>
public sealed class CreateAccount(
    PilotSessions sessions,
    UserManager<Account> users,
    MailSender sender
)
{
    public sealed record Input
    {
        public string UserName { get; init; } = "";

        /// <summary>The person's name.</summary>
        public string DisplayName { get; init; } = "";

        /// <summary>Where messages go; null for none.</summary>
        public string? Email { get; init; }

        public Role Role { get; init; }

        /// <summary>Of the kind that the role asks for; null for experts and administrators.</summary>
        public Guid? OrganizationId { get; init; }

        /// <summary>Given by jobs alone, to the accounts of a demonstration; null sends the owner a link.</summary>
        public string? Password { get; init; }

        /// <summary>Experts only: 工作单位.</summary>
        public string? ExpertUnit { get; init; }

        /// <summary>Experts only: 专业领域.</summary>
        public string? ExpertSpecialty { get; init; }

        /// <summary>Experts only: province of the unit; null for central units.</summary>
        public string? ExpertProvinceCode { get; init; }
    }

    /// <param name="AccountId">Of the account, or that it gets once there is consent.</param>
    /// <param name="Link">By which the owner sets the password; null when one was given, or nothing was created yet.</param>
    /// <param name="ConsentUntil">UTC; the account is privileged, and until then another administrator may consent.</param>
    public sealed record View(Guid AccountId, GivenLink? Link, DateTimeOffset? ConsentUntil = null);

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(i => i.UserName).UserName();
            RuleFor(i => i.DisplayName).DisplayName();
            RuleFor(i => i.Email).OptionalEmail();
            RuleFor(i => i.Role).IsInEnum().Refuse(AccountRefusals.RoleInvalid());
            RuleFor(i => i.OrganizationId)
                .Must((i, id) => id is not null == i.Role.Organization() is not null)
                .Refuse(AccountRefusals.OrganizationDoesNotFit());
            When(
                i => i.Role == Role.Expert,
                () =>
                {
                    RuleFor(i => i.ExpertUnit)
                        .NotEmpty()
                        .Refuse(AccountRefusals.ExpertProfileMissing());
                    RuleFor(i => i.ExpertSpecialty)
                        .NotEmpty()
                        .Refuse(AccountRefusals.ExpertProfileMissing());
                }
            );
        }
    }

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageAccounts, ct);
        if (new Validator().Check(input) is { } invalid)
        {
            return invalid;
        }

        if (!await session.OrganizationFitsAsync(input.Role, input.OrganizationId, ct))
        {
            return AccountRefusals.OrganizationDoesNotFit();
        }

        if (!await ProvinceIsKnownAsync(session, input.ExpertProvinceCode, ct))
        {
            return OrganizationRefusals.DivisionUnknown();
        }

        var wanted = new NewAccount(
            input.UserName,
            input.DisplayName,
            input.Email,
            input.Role,
            input.OrganizationId,
            // Nobody gives another person a password.
            session.Actor.IsSystem
                ? input.Password
                : null
        )
        {
            CreatedById = session.Actor.AccountId,
        };
        if (session.NeedsConsent(input.Role))
        {
            return await AskAsync(session, wanted, ct);
        }

        var added = await wanted.AddToAsync(session, users, ct);
        if (added.Refusal is { } refusal)
        {
            return refusal;
        }

        var account = added.Value;
        var link = wanted.Password is null
            ? await session.GiveLinkAsync(account, LinkKind.Invitation, sender, ct)
            : null;
        if (input.Role == Role.Expert && JoinPool(session, account, input) is { } noExpert)
        {
            return noExpert;
        }

        session.Record(account.Act(Act.AccountCreated, input.Role.ToString()));
        var saved = await session.SaveAsync(ct);
        return saved.Refusal is { } conflict
            ? wanted.Conflict(conflict)
            : new View(account.Id, link);
    }

    private async Task<Result<View>> AskAsync(
        PilotSession session,
        NewAccount wanted,
        CancellationToken ct
    )
    {
        var refusal =
            await session.CheckKindAsync(wanted.Role, session.Actor.AccountId!.Value, ct)
            ?? await wanted.CheckNameAsync(session, users, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        var id = Guid.CreateVersion7(session.Now);
        var asked = await session.AskForConsentAsync(
            ConsentAct.Create,
            new(
                id,
                wanted.UserName.Trim(),
                Characters.Clean(wanted.DisplayName).Trim(),
                string.IsNullOrWhiteSpace(wanted.Email) ? null : wanted.Email.Trim(),
                wanted.Role,
                wanted.OrganizationId
            ),
            null,
            ct
        );
        return asked.Refusal is { } impossible
            ? impossible
            : await session.SaveAsync(() => new View(id, null, asked.Value), ct);
    }

    private static async Task<bool> ProvinceIsKnownAsync(
        PilotSession session,
        string? code,
        CancellationToken ct
    ) =>
        code is null
        || await session.Db.Divisions.AnyAsync(
            d => d.Code == code && d.Level == DivisionLevel.Province,
            ct
        );

    private static Refusal? JoinPool(PilotSession session, Account account, Input input)
    {
        var joined = Expert.Join(
            account.Id,
            account.DisplayName,
            input.ExpertUnit!,
            input.ExpertSpecialty!,
            input.ExpertProvinceCode,
            session.Now
        );
        if (joined.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Db.Experts.Add(joined.Value);
        return null;
    }
}
