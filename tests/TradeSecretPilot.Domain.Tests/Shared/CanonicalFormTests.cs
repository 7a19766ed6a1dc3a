using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.Domain.ProgressReports;

namespace TradeSecretPilot.Domain.Tests.Shared;

/// <summary>The written form of a document is a promise over years: these tests hold it, not the names in the code.</summary>
public sealed class CanonicalFormTests
{
    private static readonly WorkPlan Plan = new()
    {
        Foundation = "示例\u000f\n“基础”\t<b>\\\"/ 昇 👍 \u2028",
        Measures =
        [
            new Measure
            {
                Id = new Guid("01890000-0000-7000-8000-000000000001"),
                Title = "（示例）举措",
                SubTask = SubTask.RulesAndGuidelines,
                StartMonth = new DateOnly(2022, 7, 1),
            },
        ],
        Support =
        [
            new SupportLine
            {
                Level = GovernmentLevel.County,
                Year = 2023,
                Staff = 12,
                Funding = 1200.50m,
            },
        ],
        Attachments =
        [
            new Attachment
            {
                Id = new Guid("01890000-0000-7000-8000-000000000002"),
                Title = "（示例）附件",
                FileName = "示例.pdf",
                Bytes = 3,
                Sha256 = new string('A', ContentHash.Length),
            },
        ],
    };

    /// <summary>Written by hand from docs/canonical-form.md, not copied from an output.</summary>
    private const string PlanText =
        """{"advantages":"","approach":"","attachments":[{"bytes":3,"fileName":"示例.pdf","id":"01890000-0000-7000-8000-000000000002","sha256":"""
        + "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\""
        + ""","title":"（示例）附件"}],"foundation":"示例\u000f\n“基础”\t<b>\\\"/ 昇 👍 """
        + "\u2028\",\"leadership\":\"\""
        + ""","measures":[{"coUnits":"","deliverable":"","finishMonth":null,"id":"01890000-0000-7000-8000-000000000001","innovation":"","responsibleUnit":"","startMonth":"2022-07-01","subTask":"A1","target":"","title":"（示例）举措"}]"""
        + ""","phasing":"","safeguards":"","schema":1,"support":[{"facilities":"","funding":1200.5,"level":"county","staff":12,"year":2023}]}""";

    [Fact]
    public void Write_APlan_IsTheDocumentedText() =>
        Assert.Equal(PlanText, ContentHash.Write(Plan));

    [Fact]
    public void Write_AReport_IsTheDocumentedText()
    {
        var report = new ReportContent
        {
            Areas = new Dictionary<TaskArea, string>
            {
                [TaskArea.ProtectionCulture] = "宣传",
                [TaskArea.InstitutionalInnovation] = "制度",
            },
            Figures = new Dictionary<string, Figure> { ["rules"] = new(1.00m, 2.50m) },
        };

        Assert.Equal(
            """{"areas":{"A":"制度","F":"宣传"},"attachments":[],"figures":{"rules":{"cumulative":2.5,"period":1}},"isNil":false,"nextSteps":"","problems":"","schema":1,"summary":""}""",
            ContentHash.Write(report)
        );
    }

    [Theory]
    [InlineData(typeof(WorkPlan))]
    [InlineData(typeof(ReportContent))]
    public void Names_OfEveryStoredMember_StandInAttributes(Type document)
    {
        var unnamed = Reachable(document, [])
            .SelectMany(t =>
                t.IsEnum
                    ? t.GetFields(BindingFlags.Public | BindingFlags.Static)
                        .Where(f =>
                            f.GetCustomAttribute<JsonStringEnumMemberNameAttribute>() is null
                        )
                        .Select(f => $"{t.Name}.{f.Name}")
                    : t.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                        .Where(p => p.GetCustomAttribute<JsonPropertyNameAttribute>() is null)
                        .Select(p => $"{t.Name}.{p.Name}")
            );

        Assert.Empty(unnamed);
    }

    [Fact]
    public void Names_OfAnUnnamedMember_AreFound() =>
        Assert.Contains(typeof(Unnamed), Reachable(typeof(Holder), []));

    [Fact]
    public void Fingerprint_SamePlanUnderOtherPropertyNames_IsTheSame() =>
        Assert.Equal(
            ContentHash.Fingerprint(new Figure(1.5m, 2m)),
            ContentHash.Fingerprint(new RenamedFigure(1.5m, 2m))
        );

    [Fact]
    public void Read_PlanWithoutForm_IsTheFirstForm() =>
        Assert.Equal(1, ContentHash.Read<WorkPlan>("{}").Schema);

    [Theory]
    [InlineData(0)]
    [InlineData(WorkPlan.CurrentSchema + 1)]
    public void Read_UnknownForm_IsRefused(int schema)
    {
        var json = $$"""{"schema":{{schema}}}""";

        Assert.ThrowsAny<JsonException>(() => ContentHash.Read<WorkPlan>(json));
        Assert.ThrowsAny<JsonException>(() => ContentHash.Read<ReportContent>(json));
    }

    /// <summary>The examples of RFC 8785, 3.2.2 and 3.2.3, without the numbers that no decimal can hold.</summary>
    [Theory]
    [InlineData(
        """{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false],"numbers":[4.50,2e-3,1]}""",
        """{"literals":[null,true,false],"numbers":[4.5,0.002,1],"string":"€$\u000f\nA'B\"\\\\\"/"}"""
    )]
    [InlineData(
        """{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}""",
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}"
    )]
    public void Write_ExamplesOfTheStandard_AreItsText(string json, string canonical) =>
        Assert.Equal(canonical, CanonicalJson.Write(JsonNode.Parse(json)));

    [Fact]
    public void Write_HalfASurrogatePair_IsRefused()
    {
        string[] halves = ["a\ud800", "\udc00b", "\ud800\ud800"];

        Assert.All(
            halves,
            half =>
                Assert.ThrowsAny<JsonException>(() =>
                    ContentHash.Write(Plan with { Foundation = half })
                )
        );
    }

    private static HashSet<Type> Reachable(Type type, HashSet<Type> found)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsGenericType && typeof(IEnumerable).IsAssignableFrom(plain))
        {
            foreach (var argument in plain.GetGenericArguments())
            {
                Reachable(argument, found);
            }
        }
        else if (
            plain.Namespace?.StartsWith(nameof(TradeSecretPilot), StringComparison.Ordinal) == true
            && found.Add(plain)
            && !plain.IsEnum
        )
        {
            foreach (var property in plain.GetProperties())
            {
                Reachable(property.PropertyType, found);
            }
        }

        return found;
    }

    private sealed record RenamedFigure(
        [property: JsonPropertyName("period")] decimal HalfYear,
        [property: JsonPropertyName("cumulative")] decimal Total
    );

    private sealed record Holder(IReadOnlyList<Unnamed> Items);

    private sealed record Unnamed(string Name);
}
