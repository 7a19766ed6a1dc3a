using TradeSecretPilot.Domain.Receipts;

namespace TradeSecretPilot.Domain.Tests.Receipts;

public sealed class ReceiptTests
{
    [Theory]
    [InlineData(ReceiptKind.Application, "SB")]
    [InlineData(ReceiptKind.ProgressReport, "BG")]
    [InlineData(ReceiptKind.ForwardingLetter, "SH")]
    public void Issue_Kind_NumbersByTheDayInBeijing(ReceiptKind kind, string prefix)
    {
        var receipt = Issue(kind, Some.Forwarding);

        Assert.Matches($"^{prefix}-20220516-[0-9A-F]{{4}}-[0-9A-F]{{6}}$", receipt.Number);
        Assert.InRange(receipt.Number.Length, 1, Receipt.NumberMaxLength);
        Assert.Equal(Some.Forwarding, receipt.ReceivedAt);
        Assert.StartsWith($"{prefix}-20220515-", Issue(kind, Some.Forwarding.AddTicks(-1)).Number);
    }

    [Fact]
    public void Issue_ManyInOneInstant_HaveDistinctNumbers() =>
        Assert.Distinct(
            Enumerable.Range(0, 1000).Select(_ => Issue(ReceiptKind.Application, Some.Now).Number)
        );

    private static Receipt Issue(ReceiptKind kind, DateTimeOffset now) =>
        Receipt.Issue(
            kind,
            Guid.NewGuid(),
            1,
            ContentHash.Of("示例"),
            Guid.NewGuid(),
            Some.ProvinceCode,
            now
        );
}
