using System.IO.Compression;
using System.Text;
using System.Xml;
using TradeSecretPilot.Domain.Attachments;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>Word and Excel files: whole, without macros, controls and embedded objects, and without anything that is loaded when they are opened.</summary>
internal static class OfficeInspection
{
    private const int MaxParts = 10_000;
    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>Parts of Office files that act, or bring along what nobody looked into.</summary>
    private static readonly (string Part, Func<string, Refusal> Refusal)[] Active =
    [
        ("vbaproject.bin", AttachmentRefusals.HasMacros),
        ("/activex/", AttachmentRefusals.HasMacros),
        ("/macrosheets/", AttachmentRefusals.HasMacros),
        ("/externallinks/", AttachmentRefusals.HasExternalLinks),
    ];

    /// <summary>Relations by which opening a file loads another one; a link that a reader may follow is none of them.</summary>
    private static readonly string[] Loading =
    [
        "/attachedTemplate",
        "/oleObject",
        "/frame",
        "/subDocument",
        "/externalLinkPath",
    ];

    /// <param name="main">The part that makes it what its ending says.</param>
    /// <returns>Why it is not taken; null when it is.</returns>
    public static Refusal? Inspect(string fileName, Stream content, string main)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (
                archive.Entries.Count > MaxParts
                || archive.GetEntry(ContentTypes) is null
                || archive.GetEntry(main) is null
            )
            {
                return AttachmentRefusals.NotReadable(fileName);
            }

            foreach (var part in archive.Entries)
            {
                // Office does not mind the case of a part's name.
                var name = $"/{part.FullName.Replace('\\', '/')}".ToLowerInvariant();
                foreach (var (active, refusal) in Active)
                {
                    if (name.Contains(active, StringComparison.Ordinal))
                    {
                        return refusal(fileName);
                    }
                }

                // The workbook behind a chart is a part of its own; anything else that is embedded is a program's.
                if (
                    name.Contains("/embeddings/", StringComparison.Ordinal)
                    && name.EndsWith(".bin", StringComparison.Ordinal)
                )
                {
                    return AttachmentRefusals.HasEmbedded(fileName);
                }

                if (InspectPart(fileName, name, part) is { } found)
                {
                    return found;
                }
            }

            return null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return AttachmentRefusals.NotReadable(fileName);
        }
    }

    private static Refusal? InspectPart(string fileName, string name, ZipArchiveEntry part) =>
        name == $"/{ContentTypes.ToLowerInvariant()}"
            ? Find(
                part,
                r =>
                    Attribute(r, "ContentType")
                        .ToLowerInvariant()
                        .Contains("macroenabled", StringComparison.Ordinal)
            )
                ? AttachmentRefusals.HasMacros(fileName)
                : null
            : name.EndsWith(".rels", StringComparison.Ordinal)
                ? Find(part, LoadsAnother)
                    ? AttachmentRefusals.HasExternalLinks(fileName)
                    : null
                : name.StartsWith("/word/", StringComparison.Ordinal)
                && name.EndsWith(".xml", StringComparison.Ordinal)
                && Find(part, new FieldInstructions().StartsAnExchange)
                    ? AttachmentRefusals.HasExternalLinks(fileName)
                    : null;

    private static bool LoadsAnother(XmlReader reader) =>
        Attribute(reader, "TargetMode") == "External"
        && Loading.Any(type => Attribute(reader, "Type").EndsWith(type, StringComparison.Ordinal));

    private static string Attribute(XmlReader reader, string name) =>
        reader.GetAttribute(name) ?? "";

    /// <summary>Whether one of a part's elements is such. A part that is no XML holds none; what Office makes of it, it reads.</summary>
    private static bool Find(ZipArchiveEntry part, Func<XmlReader, bool> isSuch)
    {
        try
        {
            using var reader = part.OpenXml();
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && isSuch(reader))
                {
                    return true;
                }
            }

            return false;
        }
        catch (XmlException e)
        {
            throw new InvalidDataException("A part is damaged.", e);
        }
    }

    /// <summary>
    /// DDE: a field that starts a program. A field is written as one attribute, or as pieces between its begin and its end, as many as
    /// its author likes.
    /// </summary>
    private sealed class FieldInstructions
    {
        private readonly StringBuilder _open = new();
        private int _depth;

        /// <summary>Goes through a part element by element.</summary>
        /// <returns>With this element an instruction has become one of DDE.</returns>
        public bool StartsAnExchange(XmlReader reader)
        {
            switch (reader.LocalName)
            {
                case "fldSimple":
                    return IsDde(
                        reader.GetAttribute("instr", reader.NamespaceURI)
                            ?? Attribute(reader, "instr")
                    );
                case "fldChar":
                    Mark(reader.GetAttribute("fldCharType", reader.NamespaceURI));
                    return false;
                case "instrText":
                    _open.Append(reader.ReadString());
                    return IsDde(_open.ToString());
                default:
                    return false;
            }
        }

        private void Mark(string? type)
        {
            if (type == "begin" && _depth++ == 0)
            {
                _open.Clear();
            }
            else if (type == "end")
            {
                _depth = Math.Max(0, _depth - 1);
            }
        }

        private static bool IsDde(string instruction) =>
            instruction.TrimStart().StartsWith("DDE", StringComparison.OrdinalIgnoreCase);
    }
}
