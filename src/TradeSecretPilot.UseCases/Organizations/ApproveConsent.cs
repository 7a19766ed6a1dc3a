using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>同意: carries out what another administrator asked for, as it was read, in the same transaction as the consent.</summary>
public sealed class ApproveConsent(
    PilotSessions sessions,
    UserManager<Account> users,
    MailSender sender
)
{
    public sealed record Input(Guid RequestId, Seen Seen);

    /// <param name="UserName">Of the account that the act was about.</param>
    /// <param name="Link">By which its owner sets the password; null when the act gives none.</param>
    public sealed record View(string UserName, GivenLink? Link);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ConsentToAccounts, ct);
        var request = await session.Db.ConsentRequests.SingleOrDefaultAsync(
            r => r.Id == input.RequestId,
            ct
        );
        if (request is null)
        {
            return ConsentRefusals.NotFound();
        }

        session.Expect(request, input.Seen);
        var approved = request.Approve(
            session.Actor.AccountId!.Value,
            session.Actor.Name,
            session.Now
        );
        if (approved.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Record(request.ToRecord(Act.ConsentGiven, request.AskedBy));
        var done = request.Act switch
        {
            ConsentAct.Create => await CreateAsync(session, request, ct),
            ConsentAct.ResetPassword => await ResetAsync(session, request, ct),
            ConsentAct.Enable => await EnableAsync(session, request, ct),
            _ => throw new InvalidOperationException($"{request.Act} is not carried out here."),
        };
        if (done.Refusal is { } impossible)
        {
            return impossible;
        }

        session.Notify(
            Recipients.Account(request.AskedById),
            new AccountMessages.ConsentGiven(request.Act, request.UserName, session.Actor.Name)
        );
        return await session.SaveAsync(() => new View(request.UserName, done.Value.Link), ct);
    }

    private sealed record Done(GivenLink? Link);

    private async Task<Result<Done>> CreateAsync(
        PilotSession session,
        ConsentRequest request,
        CancellationToken ct
    )
    {
        if (!await session.OrganizationFitsAsync(request.Role, request.OrganizationId, ct))
        {
            return AccountRefusals.OrganizationDoesNotFit();
        }

        if (await session.CheckKindAsync(request.Role, request.AskedById, ct) is { } otherKind)
        {
            return otherKind;
        }

        var added = await new NewAccount(
            request.UserName,
            request.DisplayName,
            request.Email,
            request.Role,
            request.OrganizationId,
            null
        )
        {
            Id = request.AccountId,
            CreatedById = request.AskedById,
        }.AddToAsync(session, users, ct);
        if (added.Refusal is { } refusal)
        {
            return refusal;
        }

        var account = added.Value;
        var link = await session.GiveLinkAsync(account, LinkKind.Invitation, sender, ct);
        session.Record(account.Act(Act.AccountCreated, request.Role.ToString()));
        return new Done(link);
    }

    private async Task<Result<Done>> ResetAsync(
        PilotSession session,
        ConsentRequest request,
        CancellationToken ct
    )
    {
        var found = await session.FindOtherAccountAsync(request.AccountId, ct);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var reset = await found.Value.ResetAsync(
            session,
            users,
            sender,
            request.AskedBy,
            request.Reason!,
            ct
        );
        return reset.Refusal is { } impossible ? impossible : new Done(reset.Value);
    }

    private static async Task<Result<Done>> EnableAsync(
        PilotSession session,
        ConsentRequest request,
        CancellationToken ct
    )
    {
        var found = await session.FindOtherAccountAsync(request.AccountId, ct);
        var refusal = found.Refusal ?? found.Value.Enable(session);
        return refusal is not null ? refusal : new Done(null);
    }
}
