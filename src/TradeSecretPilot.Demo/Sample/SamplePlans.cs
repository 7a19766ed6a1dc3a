using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProgressReports;

namespace TradeSecretPilot.Demo.Sample;

/// <summary>Invented plans and reports, different for each place and the same for each seed.</summary>
internal sealed class SamplePlans(Random random)
{
    private static readonly string[] Industries =
    [
        "装备制造",
        "生物医药",
        "新材料",
        "食品加工",
        "集成电路",
        "智能家居",
        "精细化工",
        "数字文化",
    ];

    private static readonly (
        SubTask SubTask,
        string Title,
        string Innovation,
        string Deliverable,
        string Target
    )[] Pool =
    [
        (
            SubTask.RulesAndGuidelines,
            "制定重点产业商业秘密分级管理指引",
            "按密点清单、接触范围和离岗交接分三级管理，附可直接使用的制度样本。",
            "指引及样本",
            "指引1件，样本12份，首批使用企业30家"
        ),
        (
            SubTask.EnterpriseInternalManagement,
            "分行业编写企业内控手册",
            "以流程图和清单代替条文，企业当天就能用起来。",
            "手册",
            "手册3册，指导建制企业200家"
        ),
        (
            SubTask.InterdepartmentalCoordination,
            "建立行刑衔接会商机制",
            "市场监管、公安、检察、法院共同约定证据标准和移交时限，线索先会商、后移交。",
            "联动文件",
            "文件1件，每季度会商不少于1次，移交不超过15个工作日"
        ),
        (
            SubTask.IndustryAssociations,
            "组建行业商业秘密保护联盟",
            "协会牵头制定自律公约，成员企业互认保密培训学时。",
            "自律公约",
            "联盟1个，成员企业60家"
        ),
        (
            SubTask.CaseHandling,
            "规范侵犯商业秘密案件办理流程",
            "统一受理、取证、鉴定、移交四个环节的文书和时限。",
            "办案指引",
            "指引1件，案件按期办结率95%"
        ),
        (
            SubTask.EnforcementCapacity,
            "组建专业化执法骨干队伍",
            "一线执法与技术调查官结对办案，每案复盘。",
            "骨干名录",
            "骨干40人，每年培训不少于4次"
        ),
        (
            SubTask.GovernmentServices,
            "设立园区商业秘密保护服务站点",
            "联络员每周驻点，咨询、投诉材料受理、政策宣讲在一个窗口办完。",
            "服务站点",
            "站点12个，联络员36人"
        ),
        (
            SubTask.ThirdPartyServices,
            "培育第三方鉴定和风险评估机构",
            "以服务券方式引导中小企业购买首次体检服务。",
            "机构名录",
            "机构8家，服务企业150家"
        ),
        (
            SubTask.ThinkTankSupport,
            "组建商业秘密保护智库",
            "按议题组队，年度发布前瞻问题清单。",
            "研究报告",
            "专家30人，报告每年2篇"
        ),
        (
            SubTask.OverseasRightsAssistance,
            "建立海外维权援助响应机制",
            "涉外线索48小时内响应，配套案例数据库。",
            "响应规程",
            "案例库1个，每年预警10件"
        ),
        (
            SubTask.OpenEnvironment,
            "开展国际规则对标研究与交流",
            "逐条对照高标准经贸规则，形成差距清单。",
            "差距清单",
            "清单1份，交流每年2场"
        ),
        (
            SubTask.Training,
            "面向专精特新企业的巡回培训",
            "以真实岗位情景演练代替讲座。",
            "课程包",
            "每年20场，2000人次"
        ),
        (
            SubTask.PublicAwareness,
            "建设商业秘密保护宣传阵地",
            "短视频、直播与典型案例发布相结合。",
            "宣传作品",
            "每年宣传30场（篇）"
        ),
    ];

    private static readonly string[] Units =
    [
        "市场监管局",
        "工业和信息化局",
        "司法局",
        "科技局",
        "商务局",
    ];

    /// <summary>A plan that can be submitted.</summary>
    public WorkPlan Complete(string region)
    {
        var first = Industries[random.Next(Industries.Length)];
        var second = Industries[random.Next(Industries.Length)];
        var measures = Pool.OrderBy(_ => random.Next())
            .Take(random.Next(6, Pool.Length + 1))
            .OrderBy(p => p.SubTask)
            .Select(MeasureOf)
            .ToList();
        return new WorkPlan
        {
            Foundation =
                $"（示例）{region}现有{first}和{second}规模以上企业{random.Next(120, 900)}家，近三年受理商业秘密咨询{random.Next(80, 600)}件、投诉{random.Next(5, 60)}件。\n已建立由市场监管、公安、检察、法院参加的反不正当竞争联席会议，运行两年，会商线索{random.Next(6, 40)}条。",
            Advantages =
                $"（示例）{first}产业链完整，龙头企业保密制度成熟，可带动上下游中小企业。高校和科研院所{random.Next(2, 18)}家，具备鉴定和培训力量。",
            Approach =
                $"（示例）以{first}和{second}两个特色产业为重点，用3年时间建立“企业自律、行业互助、行政司法协同”的商业秘密保护体系。到2025年6月，重点产业规模以上企业建立内部管理制度的比例达到{random.Next(60, 95)}%。",
            Phasing =
                "（示例）第一阶段（2022年7月至2023年6月）摸底建制，第二阶段（2023年7月至2024年6月）重点突破，第三阶段（2024年7月至2025年6月）总结推广。",
            Measures = measures,
            Leadership =
                $"（示例）成立由政府分管负责人任组长、{random.Next(8, 16)}个部门参加的试点工作领导小组，办公室设在市场监管局。",
            Safeguards =
                "（示例）试点工作纳入年度绩效考核，经费列入同级财政预算，建立季度调度和年度评估机制。",
            Support =
            [
                .. from year in new[] { 2022, 2023, 2024 }
                from level in new[] { GovernmentLevel.City, GovernmentLevel.County }
                select new SupportLine
                {
                    Level = level,
                    Year = year,
                    Staff = random.Next(4, 30),
                    Funding = random.Next(30, 400) + (random.Next(0, 4) * 0.25m),
                    Facilities =
                        level == GovernmentLevel.City ? "服务中心1处、取证设备2套" : "服务站点2处",
                },
            ],
        };
    }

    /// <summary>A plan as it looks halfway.</summary>
    public WorkPlan Unfinished(string region)
    {
        var plan = Complete(region);
        return plan with
        {
            Phasing = "",
            Safeguards = "",
            Measures =
            [
                .. plan.Measures.Select(
                    (m, i) => i == 1 ? m with { ResponsibleUnit = "", Target = "" } : m
                ),
            ],
        };
    }

    /// <summary>The plan mended after a return.</summary>
    public WorkPlan Mended(WorkPlan plan) =>
        plan with
        {
            Approach = plan.Approach + "县级服务站点覆盖全部重点园区。",
            Measures =
            [
                .. plan.Measures.Select(
                    (m, i) => i == 0 ? m with { Target = m.Target + "，凭印发文件和台账核验" } : m
                ),
            ],
        };

    public ReportContent Report(
        string region,
        int ordinal,
        IReadOnlyDictionary<string, decimal> cumulative
    ) =>
        new()
        {
            Summary =
                $"（示例）{region}第{ordinal}个半年试点工作按计划推进，重点任务取得阶段性进展。",
            Areas = Enum.GetValues<TaskArea>()
                .ToDictionary(
                    area => area,
                    area =>
                        $"（示例）围绕本领域任务开展工作{random.Next(1, 9)}项，均按时间节点完成。"
                ),
            Problems = "（示例）部分中小企业保密意识仍需加强。",
            NextSteps = "（示例）下一步将总结可复制做法，扩大服务站点覆盖面。",
            Figures = Indicators.All.ToDictionary(
                i => i.Code,
                i => FigureOf(i, cumulative.GetValueOrDefault(i.Code))
            ),
        };

    /// <summary>零报告.</summary>
    public ReportContent Nil(string region) =>
        new()
        {
            IsNil = true,
            Summary = $"（示例）{region}本期因机构调整，未新增可报送的工作进展。",
        };

    private Figure FigureOf(Indicator indicator, decimal before)
    {
        var period = indicator.UnitZh == "万元" ? random.Next(0, 200) + 0.5m : random.Next(0, 60);
        return indicator.Kind == IndicatorKind.Stock
            ? new Figure(period, period)
            : new Figure(period, before + period);
    }

    private Measure MeasureOf(
        (SubTask SubTask, string Title, string Innovation, string Deliverable, string Target) p
    )
    {
        var start = new DateOnly(2022, random.Next(7, 13), 1);
        return new Measure
        {
            Id = new Guid(RandomBytes()),
            Title = p.Title,
            SubTask = p.SubTask,
            Innovation = p.Innovation,
            ResponsibleUnit = Units[random.Next(Units.Length)],
            CoUnits = "公安局、检察院、法院",
            StartMonth = start,
            FinishMonth = start.AddMonths(random.Next(3, 30)),
            Deliverable = p.Deliverable,
            Target = p.Target,
        };
    }

    private byte[] RandomBytes()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return bytes;
    }
}
