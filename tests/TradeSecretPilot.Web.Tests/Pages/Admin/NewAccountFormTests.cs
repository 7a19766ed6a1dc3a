using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.Web.Pages.Admin;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Pages.Admin;

/// <summary>The form says, before anything is sent, exactly what the use case would refuse.</summary>
public sealed class NewAccountFormTests : ControlContext
{
    private readonly List<CreateAccount.Input> _created = [];

    // Only roles without an organisation are chosen here: nothing is looked up.
    public NewAccountFormTests() => Services.AddSingleton(new ListOrganizations(null!));

    [Fact]
    public void Submit_Empty_SaysEachRefusalAtItsField_AndSendsNothing()
    {
        var form = Form();

        Submit(form);

        Assert.Contains(AccountRefusals.RoleInvalid().Zh, form.Markup, StringComparison.Ordinal);
        Assert.Contains(
            AccountRefusals.UserNameInvalid().Zh,
            Error(form, "账号"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            AccountRefusals.DisplayNameInvalid().Zh,
            Error(form, "姓名"),
            StringComparison.Ordinal
        );
        Assert.Empty(_created);
    }

    [Fact]
    public void Left_WrongMail_SaysSoAtOnce_AndNothingOfTheOthers()
    {
        var form = Form();

        Input(form, "邮箱").Change("不是邮箱");

        form.WaitForAssertion(() =>
            Assert.Contains(
                AccountRefusals.EmailInvalid().Zh,
                Error(form, "邮箱"),
                StringComparison.Ordinal
            )
        );
        Assert.Equal("", Error(form, "账号"));
    }

    [Fact]
    public void Submit_ExpertWithoutProfile_SaysSo()
    {
        var form = Form();
        form.Find("select").Change(nameof(Role.Expert));
        Input(form, "账号").Change("expert.new");
        Input(form, "姓名").Change("示例专家");

        Submit(form);

        Assert.Contains(
            AccountRefusals.ExpertProfileMissing().Zh,
            Error(form, "工作单位"),
            StringComparison.Ordinal
        );
        Assert.Empty(_created);
    }

    [Fact]
    public void Submit_Complete_SendsWhatWasTyped()
    {
        var form = Form();
        form.Find("select").Change(nameof(Role.Expert));
        Input(form, "账号").Change("expert.new");
        Input(form, "姓名").Change("示例专家");
        Input(form, "工作单位").Change("示例大学");
        Input(form, "专业领域").Change("商业秘密");

        Submit(form);

        var sent = Assert.Single(_created);
        Assert.Equal(
            ("expert.new", "示例专家", Role.Expert, "示例大学", "商业秘密", null),
            (
                sent.UserName,
                sent.DisplayName,
                sent.Role,
                sent.ExpertUnit,
                sent.ExpertSpecialty,
                sent.ExpertProvinceCode
            )
        );
    }

    private IRenderedComponent<NewAccountForm> Form() =>
        Draw<NewAccountForm>(p =>
            p.Add(f => f.CloseHref, "/admin/accounts").Add(f => f.OnCreate, _created.Add)
        );

    private static void Submit(IRenderedComponent<NewAccountForm> form) =>
        form.Find(".btn-primary").Click();

    private static AngleSharp.Dom.IElement Input(
        IRenderedComponent<NewAccountForm> form,
        string label
    ) => form.Find("#" + Label(form, label).GetAttribute("for"));

    private static string Error(IRenderedComponent<NewAccountForm> form, string label) =>
        form.FindAll($"#{Label(form, label).GetAttribute("for")}-says")
            .SingleOrDefault()
            ?.TextContent
        ?? "";

    private static AngleSharp.Dom.IElement Label(
        IRenderedComponent<NewAccountForm> form,
        string label
    ) => form.FindAll("label").Single(l => l.TextContent.Trim() == label);
}
