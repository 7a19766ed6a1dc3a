namespace TradeSecretPilot.Web.Parts.Help;

/// <summary>The help of one page: what it does and what to mind. All texts are keys of translation.</summary>
/// <param name="Anchor">Of its section on the help page.</param>
/// <param name="Path">Of the page; a star stands for one segment.</param>
public sealed partial record HelpPage(
    string Anchor,
    string Path,
    string Title,
    IReadOnlyList<string> Points
)
{
    /// <summary>In the order of the help page.</summary>
    public static IReadOnlyList<HelpPage> All { get; } = [.. Work, .. Administration];

    private static IEnumerable<HelpPage> Work =>
        [
            new(
                "inbox",
                "/inbox",
                "我的待办",
                [
                    "“轮到我”按截止时间排列，最急的在最前；点右侧按钮直接到办理的页面。",
                    "“在等他人”列出下一步由别人办理的事项；申报、上报和报告到期前系统会提醒对方。",
                    "时间尺按比例画出今天和各截止时间；截止时间为北京时间，到点之后服务器不再受理。",
                ]
            ),
            new(
                "notices",
                "/notices",
                "通知",
                [
                    "退回、延期、指派、公布和到期提醒都在这里；填写了邮箱的，同时发送邮件。",
                    "点开通知即标为已读，也可以全部标为已读；通知只有本人看得到。",
                ]
            ),
            new(
                "downloads",
                "/downloads",
                "我的下载",
                [
                    "在申报、评分表或者报告的列表中点“打包下载”，文件在后台制作，可以离开页面，完成后会通知您。",
                    "做好的文件保存7天，只有本人能下载；过期的重新打包即可。",
                ]
            ),
            new(
                "applications",
                "/applications",
                "试点申报（申报与初审）",
                [
                    "地方政府在一个批次内只有一件申报：尚未建立的点“开始申报”，已建立的从这里继续填写、提交或者撤回。",
                    "省级看到本省已提交的申报，草稿不可见；用状态、层级和排序筛选，按“办理先后”排列时轮到您的在前。",
                    "总局看到各省已上报的申报；上报之前只能在“上报进度”中看到件数。",
                    "有几个批次时在页首切换，以前各批的申报一直在这里；网址写明是哪一批，可以收藏或者发给同事。",
                ]
            ),
            new(
                "application",
                "/applications/*",
                "申报记录",
                [
                    "上方写明状态、轮到谁、截止到何时；“版本与回执”保存每次提交的全文、回执号和内容指纹，“办理过程”列出谁在何时办了什么。",
                    "与上一版对照时，新增的文字加下划线，删去的文字加删除线。",
                    "撤回后本批次内不能再申报；省级审定人可以为单件申报延期，原定截止时间仍然显示。",
                ]
            ),
            new(
                "application-editor",
                "/applications/*/edit",
                "编辑工作方案",
                [
                    "分三个部分填写：基础和优势、重点任务和创新举措、组织保障。停顿后自动保存，右上角显示保存时间；关闭页面或者断网不会丢失已输入的内容，重新打开时会提示恢复。",
                    "左侧列出各部分完成情况和提交前还差的项目，点一项就到那一栏。每条举措选定一个子任务，写明责任单位、起止月份、成果和可核验的目标。",
                    "退回修改的，意见显示在对应栏目旁；改好后点“标为已处理”，全单位可见，可以撤销。未标记不影响提交，重新提交后省级能看到处理情况。",
                    "“附件与盖章件”中可以上传 PDF、Word、Excel 和图片，单个不超过50 MB，先确认不含涉密信息；附件随正文提交，审核的人和专家都能下载。",
                    "盖章件不是必须的：打印申报书，盖章，上传扫描件，系统把它与所打印的文本对应；此后文本一改，盖章件即失效，要重新打印盖章。提交后、上报前也可以补传。",
                    "两人同时修改时，后保存的一方会先看到对方的改动，再选择保留哪些。提交由审定人办理，提交后得到回执。",
                ]
            ),
            new(
                "plan-drafts",
                "/applications/*/drafts",
                "方案的修改记录",
                [
                    "列出写方案时留存的各次文本：每位编写人每十分钟一次，并写明改动了哪些部分；只有本单位能看到。",
                    "点“与现在对照”看这以后写了什么、删了什么；点“恢复到这一次”用它替换现在的文本，现在的文本会先留存，附件不变。",
                ]
            ),
            new(
                "review",
                "/review/*",
                "初审工作台",
                [
                    "左侧是方案，可与上次提交对照；右侧是核对清单、批注和初审意见，边写边保存在服务器上，换一台电脑也能继续。",
                    "点方案中的批注按钮，批注就落在那一栏；退回时随理由一并发给申报地区。上次退回的批注列在下方，写明地区是否标为已处理。",
                    "推荐须七项核对完毕、没有“不符”，并写明意见；不予推荐由审定人决定，本批次内不能再改。已过地方提交截止的，先延期再退回。",
                ]
            ),
            new(
                "ranking",
                "/ranking",
                "排序上报",
                [
                    "拖动，或用上移下移按钮、Alt加方向键排定名次，随改随存。没有排名的推荐地区不随函上报。",
                    "审定人填写上报函文号后上报。全省一函，上报后不能增减地区，也不能再改名次。",
                    "上报后打印上报函，盖章，上传扫描件，总局在“上报进度”中可以下载。",
                    "本省截止时间不得晚于上报截止，设定后通知本省各申报地区。",
                ]
            ),
            new(
                "batches",
                "/batches",
                "批次",
                [
                    "每个批次的日期、席位、评价标准、报送期次都在这里设置；正在受理的批次，日期只能通过延期改动。",
                ]
            ),
            new(
                "batch",
                "/batches/*",
                "批次设置",
                [
                    "填写日期后，日期下方写明当天是否工作日、是否顺延，右侧按先后列出各时刻和各期报送时间，请核对后再开始受理。开始受理后设置不能再改。",
                    "可以先填入以前某一批的设置再改；没有开始受理的批次可以放弃筹备，设置随之删除。",
                    "席位可以由组长写明理由后调整；整批延期由组长批准，原定日期仍然公开显示。",
                ]
            ),
            new(
                "forwarding",
                "/forwarding",
                "上报进度",
                [
                    "按省份列出待初审、退回、推荐和已上报的件数；方案内容在上报之后才能查看。",
                    "组长可以为一个省延长上报时间并写明理由，记录进入“延期”。",
                ]
            ),
            new(
                "extensions",
                "/extensions",
                "延期",
                ["列出全部延期：范围、原截止、新截止、理由、批准人。没有延期记录的，一律不予宽限。"]
            ),
            new(
                "appraisal",
                "/appraisal",
                "专家评估",
                [
                    "按四步办理：组建专家组、指派、评分、结束评估。一键指派时，同省、已回避和已收回的专家不会被指派，各人份数尽量相同；专家不够的方案会写明缺几位和原因。",
                    "专家回避的，用“补派”或者一键指派补齐。专家迟迟不应答的，在专家组表中收回其未评的方案，或者在评估进展中收回单份，写明理由后改派他人。",
                    "评分全部提交后可以公开评分，专家据此讨论；结束评估后均分和名次不再更改，转入遴选。",
                ]
            ),
            new(
                "scoring",
                "/scoring",
                "评审任务",
                [
                    "先确认与申报地区没有利害关系，方案内容才会打开；有利害关系的请申请回避，该方案不再显示。",
                    "评分截止日是工作目标，逾期仍可评分，但工作组可能收回未评的方案另派他人。",
                ]
            ),
            new(
                "score-sheet",
                "/scoring/*",
                "评分表",
                [
                    "每项填0至100的整数，按Enter或方向键在各项之间移动；总分按权重自动计算，边填边保存。",
                    "提交后不能修改，也不能再回避。公开评分之前，看不到其他专家的评分。",
                ]
            ),
            new(
                "selection",
                "/selection",
                "遴选",
                [
                    "按评估排名列出全部方案，每位专家的总分画成短线，均分画成圆点，竖线是入选线；“区间跨线”表示专家意见分列两侧。",
                    "与排名不一致的调整须逐个写明理由。入选数在席位范围内才能提交；由组长作出决定并填写文号。右侧的平衡情况只供参考。",
                ]
            ),
            new(
                "announcement",
                "/announcement",
                "公布",
                [
                    "核对名单后填写公布文号，公布后立即公开，并通知各申报地区和所在省份；未入选的不公布，只通知本地区和所在省份。",
                    "过了公布时限仍可公布，但须写明原因，公开页面会一直标明逾期。",
                ]
            ),
            new(
                "national",
                "/national",
                "全国试点",
                ["汇总各期报送情况和指标，按省份可以下钻到试点和报告。指标只作汇总，不作排名。"]
            ),
            new(
                "pilots",
                "/pilots",
                "试点跟踪（我的试点）",
                ["列出试点、任务数、已报和缺报期数、下一期截止；只有一个试点的地区直接进入试点页。"]
            ),
            new(
                "pilot",
                "/pilots/*",
                "试点记录",
                ["试点任务来自入选方案的举措，每项都能点回原文；右侧是各期进展报告，到期日不顺延。"]
            ),
            new(
                "reports",
                "/reports",
                "进展报告",
                [
                    "每年6月底、12月底各报送一次，一次报送，总局和省级分别签收。列表从报送任务生成，没有人填写的也会显示为缺报。",
                ]
            ),
            new(
                "report-editor",
                "/reports/*/edit",
                "填写进展报告",
                [
                    "停顿后自动保存。指标旁写明口径、单位和上期数，流量指标自动累计；与上期相差很大时会提示核对。",
                    "本期没有进展的，可以作零报告并说明原因。逾期仍可报送，但会标明。报送由审定人办理，得到回执。",
                ]
            ),
            new(
                "report-drafts",
                "/reports/*/drafts",
                "报告的修改记录",
                [
                    "列出写报告时留存的各次文本，用法与方案的修改记录相同；报送以后只能查看，要求补充材料时又可以恢复。",
                ]
            ),
            new(
                "report",
                "/reports/*",
                "进展报告记录",
                [
                    "签收只代表本单位；材料不够的，写明要求后退请补充，补充后形成新的版本，由要求补充的一方再次签收。",
                ]
            ),
        ];

    /// <summary>Where a page's help stands; the help as a whole for a page that has none of its own.</summary>
    /// <param name="address">Path and query.</param>
    public static string AddressFor(string address)
    {
        var segments = address.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var page =
            All.FirstOrDefault(p => p.Matches(segments, exactly: true))
            ?? All.FirstOrDefault(p => p.Matches(segments, exactly: false));
        return page is null ? "/help" : $"/help#page-{page.Anchor}";
    }

    private bool Matches(string[] segments, bool exactly)
    {
        var own = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return own.Length == segments.Length
            && own.Zip(segments).All(s => s.First == s.Second || (!exactly && s.First == "*"));
    }
}
