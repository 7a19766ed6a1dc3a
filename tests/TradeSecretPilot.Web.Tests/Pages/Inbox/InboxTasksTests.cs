using Bunit;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.Web.Pages.Inbox;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Pages.Inbox;

public sealed class InboxTasksTests : ChineseContext
{
    // A Wednesday.
    private static readonly DateTimeOffset Now = BeijingTime.At(new(2022, 12, 14), new(9, 0));

    [Fact]
    public void Tasks_OfThreeDays_StandUnderTheirDays()
    {
        var tasks = Render<InboxTasks>(p =>
            p.Add(
                    t => t.Tasks,
                    [
                        Task(TaskKind.Publish, 14),
                        Task(TaskKind.ConvenePanel, 14),
                        Task(TaskKind.DraftSelection, 18),
                        Task(TaskKind.OpenBatch, 19),
                    ]
                )
                .Add(t => t.Now, Now)
        );

        Assert.Equal(
            [2, 1, 1],
            tasks.FindAll("ul.tasks").Select(group => group.QuerySelectorAll("li").Length)
        );
        // The first of all is the one to begin with.
        Assert.Equal("去公布", Assert.Single(tasks.FindAll(".btn-primary")).TextContent);
    }

    private static TaskItem Task(TaskKind kind, int day) =>
        new()
        {
            Kind = kind,
            DueAt = BeijingTime.EndOf(new DateOnly(2022, 12, day)),
            Link = "/inbox",
        };
}
