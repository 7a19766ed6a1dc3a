namespace TradeSecretPilot.Domain.Organizations;

public static class OrganizationRefusals
{
    public static Refusal NameInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Organization.NameInvalid",
            $"单位名称须为1至{Organization.NameMaxLength}字，请重新填写。",
            $"The organisation's name needs 1 to {Organization.NameMaxLength} characters. Enter it again."
        );

    public static Refusal AlreadyExists(string name) =>
        new(
            RefusalKind.AlreadyDone,
            "Organization.AlreadyExists",
            $"该行政区划已有单位“{name}”，不能重复建立。请直接为它新建账号。",
            $"This division already has the organisation “{name}”. Add accounts to it instead."
        );

    public static Refusal DivisionUnknown() =>
        new(
            RefusalKind.InvalidInput,
            "Organization.DivisionUnknown",
            "没有这个行政区划代码。请从列表中选择，或先新增功能区。",
            "There is no division with this code. Choose one from the list, or add the functional zone first."
        );

    public static Refusal DivisionInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Organization.DivisionInvalid",
            "功能区代码须为6位数字、未被使用，名称不超过60字，并须隶属于一个已有的行政区划。",
            "A functional zone needs an unused six-digit code, a name of at most 60 characters and an existing parent division."
        );
}
