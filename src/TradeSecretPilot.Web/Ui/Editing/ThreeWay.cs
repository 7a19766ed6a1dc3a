namespace TradeSecretPilot.Web.Ui.Editing;

/// <summary>Two people changed the same value, which is one passage: it cannot be merged, only picked.</summary>
public static class ThreeWay
{
    /// <summary>Both changed it, and not to the same.</summary>
    public static bool IsContested<T>(T before, T mine, T theirs) =>
        Changed(before, mine) && Changed(before, theirs) && Changed(mine, theirs);

    /// <summary>Mine where I changed it, otherwise theirs.</summary>
    public static T Pick<T>(T before, T mine, T theirs) => Changed(before, mine) ? mine : theirs;

    private static bool Changed<T>(T from, T to) => !EqualityComparer<T>.Default.Equals(from, to);
}
