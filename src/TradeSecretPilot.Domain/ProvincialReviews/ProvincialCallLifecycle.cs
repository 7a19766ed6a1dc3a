namespace TradeSecretPilot.Domain.ProvincialReviews;

/// <summary>Whether a province has sent its one letter.</summary>
public enum ProvincialCallStatus
{
    Open = 1,

    /// <summary>已上报.</summary>
    Forwarded = 2,
}

/// <summary>What can be done to a province's call.</summary>
public enum ProvincialCallAct
{
    SetDeadline = 1,
    Rank = 2,
    Extend = 3,
    Forward = 4,
}

public static class ProvincialCallLifecycle
{
    public static TransitionTable<ProvincialCallStatus, ProvincialCallAct> Table { get; } =
        new([
            (ProvincialCallStatus.Open, ProvincialCallAct.SetDeadline, ProvincialCallStatus.Open),
            (ProvincialCallStatus.Open, ProvincialCallAct.Rank, ProvincialCallStatus.Open),
            (ProvincialCallStatus.Open, ProvincialCallAct.Extend, ProvincialCallStatus.Open),
            (ProvincialCallStatus.Open, ProvincialCallAct.Forward, ProvincialCallStatus.Forwarded),
        ]);
}
