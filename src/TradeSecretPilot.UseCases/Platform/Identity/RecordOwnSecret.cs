using Microsoft.EntityFrameworkCore;

namespace TradeSecretPilot.UseCases.Platform.Identity;

/// <summary>What a signed-in person did with a secret of their own.</summary>
public enum OwnSecretAct
{
    PasswordChanged = 1,

    /// <summary>The present password that a page asked for was wrong.</summary>
    PasswordRefused = 2,
    SecondFactorEnabled = 3,
    SecondFactorDisabled = 4,
    RecoveryCodesRenewed = 5,

    /// <summary>The code of a new authenticator was wrong.</summary>
    CodeRefused = 6,

    /// <summary>Locked by this failure, or already locked.</summary>
    LockedOut = 7,
    PasskeyAdded = 8,
    PasskeyRemoved = 9,
}

/// <summary>Keeps in the audit trail what people do with their own secrets. Run as the job 登录.</summary>
public sealed class RecordOwnSecret(PilotSessions sessions)
{
    /// <param name="AccountId">Whose secret.</param>
    /// <param name="Act">What was done.</param>
    /// <param name="RemoteAddress">Where from; null when unknown.</param>
    public sealed record Input(Guid AccountId, OwnSecretAct Act, string? RemoteAddress);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var name = await session
            .Db.Accounts.Where(a => a.Id == input.AccountId)
            .Select(a => a.UserName)
            .SingleOrDefaultAsync(ct);
        session.Record(
            new ActRecord(ActOf(input.Act), input.AccountId)
            {
                Note = $"{name} · {input.RemoteAddress ?? "-"}",
            }
        );
        return await session.SaveAsync(ct);
    }

    private static Act ActOf(OwnSecretAct act) =>
        act switch
        {
            OwnSecretAct.PasswordChanged => Act.SignInPasswordChanged,
            OwnSecretAct.PasswordRefused => Act.SignInPasswordRefused,
            OwnSecretAct.SecondFactorEnabled => Act.SignInSecondFactorEnabled,
            OwnSecretAct.SecondFactorDisabled => Act.SignInSecondFactorDisabled,
            OwnSecretAct.RecoveryCodesRenewed => Act.SignInRecoveryCodesRenewed,
            OwnSecretAct.CodeRefused => Act.SignInSecondFactorFailed,
            OwnSecretAct.LockedOut => Act.SignInLockedOut,
            OwnSecretAct.PasskeyAdded => Act.SignInPasskeyAdded,
            OwnSecretAct.PasskeyRemoved => Act.SignInPasskeyRemoved,
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
        };
}
