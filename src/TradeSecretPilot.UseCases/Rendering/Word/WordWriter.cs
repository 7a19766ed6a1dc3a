using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace TradeSecretPilot.UseCases.Rendering.Word;

/// <summary>An official document as an editable Word file with real styles. It carries no seal and no fingerprint: what is edited is another document.</summary>
internal static class WordWriter
{
    public const string MediaType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // A4 and the margins of GB/T 9704-2012, in twentieths of a point; 22 lines.
    private const uint PageWidth = 11906;
    private const uint PageHeight = 16838;
    private const int Top = 2098;
    private const int Bottom = 1984;
    private const uint Left = 1587;
    private const uint Right = 1474;
    private const int LinePitch = 580;
    private const string Red = "D7000F";

    public static byte[] Write(OfficialDocument document)
    {
        using var stream = new MemoryStream();
        using (
            var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document)
        )
        {
            file.PackageProperties.Title = document.Title;
            file.PackageProperties.Creator = document.Author;
            file.PackageProperties.Subject = document.Subject;
            file.PackageProperties.Keywords = string.Join(' ', document.Keywords);
            file.PackageProperties.Created = document.Date.ToDateTime(
                TimeOnly.MinValue,
                DateTimeKind.Utc
            );
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Create();
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
                new EvenAndOddHeaders(),
                new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" }
            );
            main.Document = new W.Document(new Body(Content(document)));
            main.Document.Body!.Append(Section(main, document));
        }

        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Content(OfficialDocument document) =>
        [.. Front(document), .. WithSignature(document), .. Annex(document), .. Imprint(document)];

    /// <summary>A signature takes the last line of the text with it: on a page of its own nobody knows what was signed.</summary>
    private static List<OpenXmlElement> WithSignature(OfficialDocument document)
    {
        List<OpenXmlElement> text = [.. WordBlocks.Of(document.Body), .. Attachments(document)];
        List<OpenXmlElement> signature = [.. Signature(document)];
        if (signature.Count > 0)
        {
            foreach (
                var paragraph in text.TakeLast(1)
                    .Concat(signature.SkipLast(1))
                    .OfType<W.Paragraph>()
            )
            {
                WordBlocks.KeepNext(paragraph);
            }
        }

        return [.. text, .. signature];
    }

    private static IEnumerable<OpenXmlElement> Front(OfficialDocument document) =>
        [
            .. document.Form switch
            {
                DocumentForm.Plan =>
                [
                    .. Cover(document),
                    .. Contents(document),
                    .. Title(document),
                ],
                DocumentForm.Letter or DocumentForm.Notice =>
                [
                    .. Head(document),
                    .. Title(document),
                ],
                _ => Title(document),
            },
            .. document.Addressee is { } addressee
                ? new[] { WordBlocks.TextOf($"{addressee}：", WordStyles.Flush) }
                : [],
        ];

    private static IEnumerable<OpenXmlElement> Title(OfficialDocument document) =>
        [WordBlocks.TextOf(string.Join('\n', document.TitleLines), WordStyles.Title)];

    private static IEnumerable<OpenXmlElement> Cover(OfficialDocument document)
    {
        if (document.Cover is not { } cover)
        {
            yield break;
        }

        yield return WordBlocks.TextOf(cover.Kind, WordStyles.CoverKind);
        yield return WordBlocks.TextOf("", WordStyles.Flush);
        yield return WordBlocks.TextOf(string.Join('\n', document.TitleLines), WordStyles.Title);
        foreach (var _ in Enumerable.Range(0, 4))
        {
            yield return WordBlocks.TextOf("", WordStyles.Flush);
        }

        foreach (var line in cover.Lines)
        {
            yield return WordBlocks.TextOf($"{line.Label}　{line.Value}", WordStyles.CoverLine);
        }

        yield return NewPage();
    }

    /// <summary>The contents as a field that Word brings up to date, with what it holds now.</summary>
    private static IEnumerable<OpenXmlElement> Contents(OfficialDocument document)
    {
        yield return WordBlocks.TextOf("目　录", WordStyles.ContentsTitle);
        var headings = document
            .Body.OfType<Heading>()
            .Select((heading, i) => (heading, Number: i + 1))
            .Where(h => h.heading.Level <= 2)
            .ToList();
        foreach (var ((heading, number), i) in headings.Select((h, i) => (h, i)))
        {
            var entry = new W.Paragraph(
                new ParagraphProperties(
                    new ParagraphStyleId { Val = WordStyles.ContentsStyle(heading.Level) }
                )
            );
            if (i == 0)
            {
                entry.Append(
                    Field(FieldCharValues.Begin),
                    new Run(
                        new FieldCode(""" TOC \o "1-2" \h \n """)
                        {
                            Space = SpaceProcessingModeValues.Preserve,
                        }
                    ),
                    Field(FieldCharValues.Separate)
                );
            }

            entry.Append(
                new Hyperlink(WordBlocks.RunOf(heading.Text))
                {
                    Anchor = WordBlocks.BookmarkOf(number),
                    History = true,
                }
            );
            if (i == headings.Count - 1)
            {
                entry.Append(Field(FieldCharValues.End));
            }

            yield return entry;
        }

        yield return NewPage();
    }

    private static IEnumerable<OpenXmlElement> Head(OfficialDocument document)
    {
        if (document.Masthead is not { } masthead)
        {
            yield break;
        }

        var agency = WordBlocks.TextOf(masthead.Agency, WordStyles.Agency);
        agency.GetFirstChild<Run>()!.RunProperties = SizeOf(masthead.Agency);
        var number = WordBlocks.TextOf(
            masthead.Number,
            WordStyles.Number,
            document.Form == DocumentForm.Letter ? Align.Right : null
        );
        Underline(
            document.Form == DocumentForm.Letter ? agency : number,
            document.Form == DocumentForm.Letter
                ? BorderValues.ThickThinSmallGap
                : BorderValues.Single
        );
        yield return agency;
        yield return number;
        yield return WordBlocks.TextOf("", WordStyles.Flush);
    }

    /// <summary>As large as one line allows.</summary>
    private static RunProperties SizeOf(string agency)
    {
        const int TypeWidthInHalfPoints = 884;
        var size = Math.Min(WordStyles.AgencySize, TypeWidthInHalfPoints / (agency.Length + 1));
        return new RunProperties(
            new FontSize { Val = $"{size}" },
            new FontSizeComplexScript { Val = $"{size}" }
        );
    }

    private static void Underline(W.Paragraph paragraph, BorderValues rule) =>
        paragraph.ParagraphProperties!.InsertAfter(
            new ParagraphBorders(
                new BottomBorder
                {
                    Val = rule,
                    Color = Red,
                    Size = 18,
                    Space = 4,
                }
            ),
            paragraph.ParagraphProperties.ParagraphStyleId
        );

    private static IEnumerable<OpenXmlElement> Attachments(OfficialDocument document)
    {
        if (document.Attachments.Count == 0)
        {
            yield break;
        }

        yield return WordBlocks.TextOf("", WordStyles.Flush);
        foreach (var (name, i) in document.Attachments.Select((name, i) => (name, i)))
        {
            var lead = i == 0 ? "附件：" : "　　　";
            var number = document.Attachments.Count > 1 ? $"{i + 1}." : "";
            yield return WordBlocks.TextOf($"{lead}{number}{name}", WordStyles.Body);
        }
    }

    private static IEnumerable<OpenXmlElement> Signature(OfficialDocument document) =>
        document.Signature is { } signature
            ?
            [
                WordBlocks.TextOf("", WordStyles.Flush),
                WordBlocks.TextOf("", WordStyles.Flush),
                WordBlocks.TextOf(signature.By, WordStyles.Signature),
                WordBlocks.TextOf(signature.On, WordStyles.Signature),
            ]
            : [];

    private static IEnumerable<OpenXmlElement> Annex(OfficialDocument document) =>
        document.Annex.Count > 0 ? [NewPage(), .. WordBlocks.Of(document.Annex)] : [];

    private static IEnumerable<OpenXmlElement> Imprint(OfficialDocument document)
    {
        if (document.Imprint is not { } imprint)
        {
            yield break;
        }

        yield return WordBlocks.TextOf("", WordStyles.Flush);
        if (imprint.CopyTo is { } copyTo)
        {
            yield return WordBlocks.TextOf($"抄送：{copyTo}", WordStyles.Imprint);
        }

        if (document.Form == DocumentForm.Notice)
        {
            yield return WordBlocks.TextOf(
                $"{imprint.Issuer}　　{imprint.IssuedOn}印发",
                WordStyles.Imprint
            );
        }
    }

    private static SectionProperties Section(MainDocumentPart main, OfficialDocument document)
    {
        var section = new SectionProperties();
        if (document.Marks.Count > 0)
        {
            foreach (
                var type in (HeaderFooterValues[])
                    [HeaderFooterValues.Default, HeaderFooterValues.Even]
            )
            {
                var part = main.AddNewPart<HeaderPart>();
                part.Header = new Header(
                    WordBlocks.TextOf(string.Join('　', document.Marks), WordStyles.Header)
                );
                section.Append(new HeaderReference { Type = type, Id = main.GetIdOfPart(part) });
            }
        }

        section.Append(
            FooterOf(main, HeaderFooterValues.Default, JustificationValues.Right),
            FooterOf(main, HeaderFooterValues.Even, JustificationValues.Left),
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin
            {
                Top = Top,
                Bottom = Bottom,
                Left = Left,
                Right = Right,
                Header = 850,
                Footer = 1400,
                Gutter = 0,
            },
            new DocGrid { Type = DocGridValues.Lines, LinePitch = LinePitch }
        );
        return section;
    }

    /// <summary>'— 1 —', outside.</summary>
    private static FooterReference FooterOf(
        MainDocumentPart main,
        HeaderFooterValues type,
        JustificationValues side
    )
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(
            new W.Paragraph(
                new ParagraphProperties(
                    new ParagraphStyleId { Val = WordStyles.Footer },
                    new Justification { Val = side }
                ),
                WordBlocks.RunOf("— "),
                new SimpleField(WordBlocks.RunOf("1")) { Instruction = " PAGE " },
                WordBlocks.RunOf(" —")
            )
        );
        return new FooterReference { Type = type, Id = main.GetIdOfPart(part) };
    }

    private static Run Field(FieldCharValues type) => new(new FieldChar { FieldCharType = type });

    private static W.Paragraph NewPage() => new(new Run(new Break { Type = BreakValues.Page }));
}
