namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

internal static class Findings
{
    /// <summary>Fails with every finding in full, a line each.</summary>
    public static void None(IEnumerable<string> findings)
    {
        var found = string.Join('\n', findings);
        Assert.True(found.Length == 0, found);
    }
}
