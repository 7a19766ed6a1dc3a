namespace TradeSecretPilot.Web.Pages.Public;

/// <summary>The six task areas of the plan with their thirteen sub-tasks, as the public pages show them.</summary>
public static class TaskAreas
{
    /// <param name="Number">一 to 六.</param>
    /// <param name="Name">Key of its translation.</param>
    /// <param name="SubTasks">Keys of their translations.</param>
    public sealed record Area(string Number, string Name, IReadOnlyList<string> SubTasks);

    public static IReadOnlyList<Area> All { get; } =
    [
        new("一", "加强商业秘密保护制度创新", ["建立健全制度规则", "完善企业内部管理制度"]),
        new("二", "健全商业秘密保护工作机制", ["建立部门联动机制", "发挥行业协会作用"]),
        new("三", "加强商业秘密保护监管执法", ["强化执法办案", "提升执法能力"]),
        new(
            "四",
            "健全商业秘密保护服务保障体系",
            ["完善政府服务保障", "加强第三方服务供给", "加强智库支撑"]
        ),
        new("五", "对标高标准国际经贸规则", ["加强涉外维权援助保障", "营造良好开放环境"]),
        new("六", "营造商业秘密保护良好氛围", ["加大培训力度", "加大宣传普及力度"]),
    ];
}
