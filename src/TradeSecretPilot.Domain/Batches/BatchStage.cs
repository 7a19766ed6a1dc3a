namespace TradeSecretPilot.Domain.Batches;

/// <summary>Stage of a batch 批次, in the order of chapter 四 of the plan.</summary>
public enum BatchStage
{
    /// <summary>Being set up; nobody outside the working group sees it.</summary>
    Preparing = 1,

    /// <summary>试点申请: open for applications and forwarding.</summary>
    Open = 2,

    /// <summary>评估论证: forwarding is closed, experts score.</summary>
    Appraising = 3,

    /// <summary>Scores are in; the working group selects.</summary>
    Selecting = 4,

    /// <summary>The lead has decided; not yet published.</summary>
    Decided = 5,

    /// <summary>公布: the list is public.</summary>
    Announced = 6,

    /// <summary>试点启动: the pilots run.</summary>
    Running = 7,

    /// <summary>The three years are over.</summary>
    Concluded = 8,
}

/// <summary>What can be done to a batch.</summary>
public enum BatchAct
{
    Configure = 1,
    Open = 2,
    Extend = 3,
    AmendSeats = 4,
    CloseForwarding = 5,
    ConcludeAppraisal = 6,
    Decide = 7,
    Announce = 8,
    Launch = 9,
    Conclude = 10,
    Discard = 11,
}

public static class BatchLifecycle
{
    public static TransitionTable<BatchStage, BatchAct> Table { get; } =
        new([
            (BatchStage.Preparing, BatchAct.Configure, BatchStage.Preparing),
            (BatchStage.Preparing, BatchAct.Open, BatchStage.Open),
            // It is gone afterwards.
            (BatchStage.Preparing, BatchAct.Discard, BatchStage.Preparing),
            (BatchStage.Preparing, BatchAct.AmendSeats, BatchStage.Preparing),
            (BatchStage.Open, BatchAct.Extend, BatchStage.Open),
            (BatchStage.Open, BatchAct.AmendSeats, BatchStage.Open),
            (BatchStage.Open, BatchAct.CloseForwarding, BatchStage.Appraising),
            // An extension granted after the deadline reopens forwarding: what congestion on the last day cost is given back.
            (BatchStage.Appraising, BatchAct.Extend, BatchStage.Open),
            (BatchStage.Appraising, BatchAct.AmendSeats, BatchStage.Appraising),
            (BatchStage.Appraising, BatchAct.ConcludeAppraisal, BatchStage.Selecting),
            (BatchStage.Selecting, BatchAct.AmendSeats, BatchStage.Selecting),
            (BatchStage.Selecting, BatchAct.Decide, BatchStage.Decided),
            (BatchStage.Decided, BatchAct.Announce, BatchStage.Announced),
            (BatchStage.Announced, BatchAct.Launch, BatchStage.Running),
            (BatchStage.Running, BatchAct.Conclude, BatchStage.Concluded),
        ]);
}
