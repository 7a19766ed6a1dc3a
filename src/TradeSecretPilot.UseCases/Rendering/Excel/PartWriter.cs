using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>
/// Writes one part of a workbook. Its elements carry no prefix, as Excel writes them itself: programs that read the XML by the names of its
/// tags, WPS and ExcelJS among them, find no x:row.
/// </summary>
internal sealed class PartWriter(Stream stream) : XmlTextWriter(stream, new UTF8Encoding(false))
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public override void WriteStartElement(string? prefix, string localName, string? ns) =>
        base.WriteStartElement(ns == Main ? "" : prefix, localName, ns);

    /// <summary>Begins an element of a workbook.</summary>
    public void Start(string name) => base.WriteStartElement("", name, Main);

    public void Write(OpenXmlElement element) => element.WriteTo(this);
}
