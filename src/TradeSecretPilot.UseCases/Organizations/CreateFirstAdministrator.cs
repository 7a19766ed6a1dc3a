using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>
/// The first administrator of a kind, from the command line: the only accounts that no administrator creates. So the three are there
/// before anybody needs consent, and whoever runs the server puts one back where none of a kind is left.
/// </summary>
public sealed class CreateFirstAdministrator(PilotSessions sessions, UserManager<Account> users)
{
    /// <param name="UserName">To sign in with.</param>
    /// <param name="DisplayName">The person's name.</param>
    /// <param name="Email">Null for none.</param>
    /// <param name="Password">Null for a random one-time password.</param>
    /// <param name="Role">One of the three kinds.</param>
    /// <param name="Another">One more although one of the kind is in use: for a sole administrator who lost the password.</param>
    public sealed record Input(
        string UserName,
        string DisplayName,
        string? Email = null,
        string? Password = null,
        Role Role = Role.SystemAdmin,
        bool Another = false
    );

    /// <param name="OneTimePassword">Shown once and never again; null when a password was given.</param>
    public sealed record View(Guid AccountId, string? OneTimePassword);

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(i => i.UserName).UserName();
            RuleFor(i => i.DisplayName).DisplayName();
            RuleFor(i => i.Email).OptionalEmail();
            RuleFor(i => i.Role)
                .Must(role => role.IsAdministrator())
                .Refuse(AccountRefusals.RoleInvalid());
        }
    }

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        if (new Validator().Check(input) is { } invalid)
        {
            return invalid;
        }

        var isThere = await session.Db.Accounts.AnyAsync(
            a => a.Role == input.Role && a.DisabledAt == null,
            ct
        );
        if (isThere && !input.Another)
        {
            return AccountRefusals.AdministratorExists();
        }

        var oneTimePassword = input.Password is null ? Passwords.Generate() : null;
        var wanted = new NewAccount(
            input.UserName,
            input.DisplayName,
            input.Email,
            input.Role,
            null,
            input.Password ?? oneTimePassword
        );
        var added = await wanted.AddToAsync(session, users, ct);
        if (added.Refusal is { } refusal)
        {
            return refusal;
        }

        var account = added.Value;
        account.MustChangePassword = oneTimePassword is not null;
        session.Record(account.Act(Act.AccountCreated, input.Role.ToString()));
        var saved = await session.SaveAsync(ct);
        return saved.Refusal is { } conflict
            ? wanted.Conflict(conflict)
            : new View(account.Id, oneTimePassword);
    }
}
