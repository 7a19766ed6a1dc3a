using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>
/// The own name, as it is shown from now on, and the office phone. The trail says which of them changed, not to what; what was
/// signed before keeps the name of its time.
/// </summary>
public sealed class ChangeOwnDetails(PilotSessions sessions)
{
    /// <param name="DisplayName">The person's name.</param>
    /// <param name="Phone">Of the office; null or empty for none.</param>
    public sealed record Input(string DisplayName, string? Phone);

    public sealed class Validator : AbstractValidator<Input>
    {
        private const int PhoneMinLength = 5;

        public Validator()
        {
            RuleFor(i => i.DisplayName).DisplayName();
            RuleFor(i => i.Phone)
                .Must(phone => string.IsNullOrWhiteSpace(phone) || IsPhone(phone.Trim()))
                .Refuse(AccountRefusals.PhoneInvalid());
        }

        private static bool IsPhone(string phone) =>
            phone.Length is >= PhoneMinLength and <= Account.PhoneMaxLength
            && phone.Count(char.IsAsciiDigit) >= PhoneMinLength
            && phone.All(c => char.IsAsciiDigit(c) || "+-() 转".Contains(c));
    }

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        if (new Validator().Check(input) is { } refusal)
        {
            return refusal;
        }

        var account = await session.ReadOwnAccountAsync(ct);
        var name = Characters.Clean(input.DisplayName).Trim();
        var phone = string.IsNullOrWhiteSpace(input.Phone) ? null : input.Phone.Trim();
        List<string> changed =
        [
            .. account.DisplayName == name ? [] : new[] { "姓名" },
            .. account.PhoneNumber == phone ? [] : new[] { "办公电话" },
        ];
        if (changed.Count == 0)
        {
            return Result.Done;
        }

        (account.DisplayName, account.PhoneNumber) = (name, phone);
        account.ConcurrencyStamp = Guid.NewGuid().ToString();
        // The pool of experts shows the person under the same name.
        if (
            await session.Db.Experts.SingleOrDefaultAsync(e => e.Id == account.Id, ct) is { } expert
        )
        {
            expert.Rename(name);
        }

        session.Record(account.Act(Act.AccountDetailsChanged, string.Join('、', changed)));
        return await session.SaveAsync(ct);
    }
}
