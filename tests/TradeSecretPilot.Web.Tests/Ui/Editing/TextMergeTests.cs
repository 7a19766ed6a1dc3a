using TradeSecretPilot.Web.Ui.Editing;

namespace TradeSecretPilot.Web.Tests.Ui.Editing;

public sealed class TextMergeTests
{
    [Theory]
    [InlineData("甲。乙。", "甲。乙。", "甲。", true)]
    [InlineData("甲。乙。", "甲。乙。", "乙。丙。甲。", false)]
    [InlineData("甲。乙。", "甲。", "甲。", false)]
    [InlineData("12", "12", "15", true)]
    [InlineData("", "", "15", false)]
    public void Loses_WhatStillStoodBefore(
        string written,
        string before,
        string after,
        bool loses
    ) => Assert.Equal(loses, TextMerge.Loses(written, before, after));

    [Theory]
    [InlineData("甲。乙。", "甲。丙。", "甲。乙。丙。")]
    [InlineData("甲。乙。丙。", "甲。丙。丁。", "甲。乙。丙。丁。")]
    [InlineData("甲。乙。", "", "甲。乙。")]
    [InlineData("甲。", "乙。", "甲。乙。")]
    [InlineData("12", "15", "12")]
    public void PutBack_SentencesOfBoth_OrTheValue(string lost, string present, string expected) =>
        Assert.Equal(expected, TextMerge.PutBack(lost, present));
}
