using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace TradeSecretPilot.Domain.Tests.Shared;

public sealed class FigureTextTests
{
    private static readonly FigureRange Money = new(10_000_000m, 2, "万元", "CNY 10,000");
    private static readonly FigureRange Staff = new(100_000, 0, "人", "persons");

    [Theory]
    [InlineData("1,200.5", "1200.5")]
    [InlineData("１２００", "1200")]
    [InlineData(" 1200 ", "1200")]
    [InlineData("　1200　", "1200")]
    [InlineData("1 200", "1200")]
    [InlineData("1\u00a0200", "1200")]
    [InlineData("1，200", "1200")]
    [InlineData("1,234,567.89", "1234567.89")]
    [InlineData("\u200b12\ufeff", "12")]
    [InlineData("\u202a12\u202c", "12")]
    [InlineData("12.", "12")]
    [InlineData(".5", "0.5")]
    [InlineData("+3", "3")]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("12万元", "12")]
    [InlineData("12 万元 ", "12")]
    public void Read_AFigure_IsTheWholeOfIt(string text, string expected) =>
        Assert.Equal(
            decimal.Parse(expected, CultureInfo.InvariantCulture),
            FigureText.Read(text, Money).Value
        );

    [Theory]
    [InlineData("1,2", "Figure.BadSeparators")]
    [InlineData("12,00", "Figure.BadSeparators")]
    [InlineData("1,2000", "Figure.BadSeparators")]
    [InlineData("1 2", "Figure.BadSeparators")]
    [InlineData("1,234 567", "Figure.BadSeparators")]
    [InlineData("3742500元", "Figure.OtherUnit")]
    [InlineData("12人", "Figure.OtherUnit")]
    [InlineData("12x", "Figure.OtherUnit")]
    [InlineData("-5", "Figure.OutOfRange")]
    [InlineData("－5", "Figure.OutOfRange")]
    [InlineData("\u22125", "Figure.OutOfRange")]
    [InlineData("10000000.01", "Figure.OutOfRange")]
    [InlineData("99999999999999999999999999999999999999", "Figure.OutOfRange")]
    [InlineData("0.005", "Figure.TooManyDecimals")]
    [InlineData("", "Figure.NotANumber")]
    [InlineData("十二", "Figure.NotANumber")]
    [InlineData("1.2.3", "Figure.NotANumber")]
    [InlineData("1。5", "Figure.NotANumber")]
    [InlineData("1e5", "Figure.NotANumber")]
    [InlineData("10²", "Figure.NotANumber")]
    [InlineData("½", "Figure.NotANumber")]
    [InlineData("①", "Figure.NotANumber")]
    [InlineData("约12", "Figure.NotANumber")]
    [InlineData("12 13", "Figure.BadSeparators")]
    [InlineData("12人3", "Figure.NotANumber")]
    [InlineData("\ud83d12", "Figure.NotANumber")]
    public void Read_AnythingElse_IsRefusedWhole(string text, string code) =>
        Assert.Equal(code, FigureText.Read(text, Money).Refusal?.Code);

    [Fact]
    public void Read_TheFieldsOwnUnit_IsUnderstood()
    {
        Assert.Equal(12, FigureText.Read("12人", Staff).Value);
        Assert.Equal("Figure.OtherUnit", FigureText.Read("12家", Staff).Refusal?.Code);
        Assert.Equal("Figure.TooManyDecimals", FigureText.Read("12.5人", Staff).Refusal?.Code);
        Assert.Equal(3, FigureText.Read("3场(篇)", new FigureRange(9, 0, "场（篇）")).Value);
        Assert.Equal("Figure.NotANumber", FigureText.Read("3人", new FigureRange(9)).Refusal?.Code);
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSameFigure() =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000_000).Select(n => n / 100m).ToArbitrary(),
                value =>
                    FigureText.Read(FigureText.Write(value), Money).Value == value
                    && FigureText.Read(FigureText.Edit(value), Money).Value == value
                    && FigureText.Read($" {FigureText.Write(value)}万元", Money).Value == value
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Read_AnyText_NeverThrows() =>
        Prop.ForAll<string?>(text => FigureText.Read(text ?? "", Money) is not null)
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(374.25, 3742500, true)]
    [InlineData(3742500, 374.25, true)]
    [InlineData(12, 120, true)]
    [InlineData(12, 119, false)]
    [InlineData(1, 12, false)]
    [InlineData(0, 5000, false)]
    public void IsFar_AChange_FromTenTimesOn(double before, double after, bool isFar) =>
        Assert.Equal(isFar, FigureText.IsFar((decimal)before, (decimal)after));

    [Theory]
    [InlineData("2022-07")]
    [InlineData("2022-7")]
    [InlineData("2022年7月")]
    [InlineData("２０２２年７月")]
    [InlineData(" 2022.07 ")]
    [InlineData("2022/7")]
    [InlineData("202207")]
    [InlineData("2022-07-15")]
    public void ReadMonth_AMonth_IsItsFirstDay(string text) =>
        Assert.Equal(new DateOnly(2022, 7, 1), CalendarText.ReadMonth(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("7月")]
    [InlineData("2022-13")]
    [InlineData("2022")]
    [InlineData("0022-07")]
    public void ReadMonth_NoMonth_IsRefused(string text) =>
        Assert.Equal("Figure.NotAMonth", CalendarText.ReadMonth(text).Refusal?.Code);

    [Theory]
    [InlineData("2022-07-01")]
    [InlineData("2022年7月1日")]
    [InlineData("２０２２－０７－０１")]
    [InlineData("2022/7/1")]
    [InlineData("20220701")]
    public void ReadDay_ADay_IsRead(string text) =>
        Assert.Equal(new DateOnly(2022, 7, 1), CalendarText.ReadDay(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("2022-02-30")]
    [InlineData("2022-07")]
    [InlineData("0001-01-01")]
    public void ReadDay_NoDay_IsRefused(string text) =>
        Assert.Equal("Figure.NotADay", CalendarText.ReadDay(text).Refusal?.Code);
}
