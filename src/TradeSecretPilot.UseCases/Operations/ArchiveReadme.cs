namespace TradeSecretPilot.UseCases.Operations;

/// <summary>What stands at the top of an archive, for whoever finds it without this portal.</summary>
internal static class ArchiveReadme
{
    public static string Text(FetchBatchRecords.View records) =>
        $"""
            # {records.NameZh} · {records.NameEn}

            ## 这是什么

            全国商业秘密保护创新试点管理平台中这一批次的全部记录，导出于{BeijingTime.DeadlineZh(
                records.At
            )}（北京时间）。不需要该平台即可阅读。

            * `data/*.json`：每张表一个文件，UTF-8 编码的 JSON 数组，一行一个对象。各列的含义和类型见 `schema.json`。时刻为 ISO 8601（含时区）；日期为当日，截止日以北京时间24时为准。
            * `documents/<类别>/<编号>.pdf`：申报工作方案（Applications）、初步审核意见（Reviews）、评分表（ScoreSheets）、遴选结果告知函（OutcomeLetters）、进展情况报告（Reports）。编号即表中的 `id`。
            * `files/<SHA-256>.<扩展名>`：附件和盖章件，与上传时逐字节相同。`data/planVersions.json`、`data/reportVersions.json` 的 `attachments` 和 `data/sealedCopies.json` 的 `fileSha256` 以此指向。
            * `manifest.json`：每个文件的字节数和 SHA-256，每张表的行数，以及未能放入的内容和原因。
            * `planVersions.plan`、`reportVersions.content` 按键名的码点顺序、不带空白写成 JSON 后，其 UTF-8 文本的 SHA-256 即同一行的 `contentSha256`，也即回执上的指纹。

            ## What this is

            All records of this batch from the portal of the national trade-secret-protection pilot. It can be read without that portal.

            * `data/*.json`: one file for each table, a JSON array in UTF-8, one object for each row. `schema.json` says what each column is. Instants are ISO 8601 with their zone; a day is open until its end in Beijing.
            * `documents/<kind>/<id>.pdf`: plans (Applications), provincial reviews (Reviews), score sheets (ScoreSheets), letters of outcome (OutcomeLetters), progress reports (Reports). The id is that of the table's row.
            * `files/<SHA-256>.<ending>`: attachments and sealed copies, byte by byte as they were sent. `attachments` in `data/planVersions.json` and `data/reportVersions.json`, and `fileSha256` in `data/sealedCopies.json`, name them.
            * `manifest.json`: length and SHA-256 of every file, the rows of each table, and what could not be put in, with the reason.
            * `planVersions.plan` and `reportVersions.content`, written as JSON without blanks and with their keys in the order of their code points, have as SHA-256 of their UTF-8 text the `contentSha256` of the same row, which is the fingerprint on the receipt.

            """;
}
