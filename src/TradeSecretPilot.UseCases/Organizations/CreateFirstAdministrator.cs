using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>The first system administrator, from the command line: the only account that no administrator creates.</summary>
public sealed class CreateFirstAdministrator(PilotSessions sessions, UserManager<Account> users)
{
    /// <param name="UserName">To sign in with.</param>
    /// <param name="DisplayName">The person's name.</param>
    /// <param name="Email">Null for none.</param>
    /// <param name="Password">Null for a random one-time password.</param>
    public sealed record Input(
        string UserName,
        string DisplayName,
        string? Email = null,
        string? Password = null
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
        }
    }

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        if (new Validator().Check(input) is { } invalid)
        {
            return invalid;
        }

        if (await session.Db.Accounts.AnyAsync(a => a.Role == Role.SystemAdmin, ct))
        {
            return AccountRefusals.AdministratorExists();
        }

        var oneTimePassword = input.Password is null ? Passwords.Generate() : null;
        var wanted = new NewAccount(
            input.UserName,
            input.DisplayName,
            input.Email,
            Role.SystemAdmin,
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
        session.Record(account.Act(Act.AccountCreated, nameof(Role.SystemAdmin)));
        var saved = await session.SaveAsync(ct);
        return saved.Refusal is { } conflict
            ? wanted.Conflict(conflict)
            : new View(account.Id, oneTimePassword);
    }
}
