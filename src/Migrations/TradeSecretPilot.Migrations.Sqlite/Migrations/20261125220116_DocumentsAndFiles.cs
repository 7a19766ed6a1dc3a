using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeSecretPilot.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DocumentsAndFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(name: "CK_Receipts_Kind", table: "Receipts");

            migrationBuilder.AlterColumn<Guid>(
                name: "OrganizationId",
                table: "Receipts",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT"
            );

            migrationBuilder.CreateTable(
                name: "Bundles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Items = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Refused = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestedAt = table.Column<string>(type: "TEXT", nullable: false),
                    LeaseUntil = table.Column<string>(type: "TEXT", nullable: true),
                    FinishedAt = table.Column<string>(type: "TEXT", nullable: true),
                    KeptUntil = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bundles", x => x.Id);
                    table.CheckConstraint(
                        "CK_Bundles_Kind",
                        "\"Kind\" IN ('Applications', 'Reviews', 'ScoreSheets', 'OutcomeLetters', 'Reports')"
                    );
                    table.CheckConstraint(
                        "CK_Bundles_Progress",
                        "\"Done\" >= \"Refused\" AND \"Refused\" >= 0"
                    );
                    table.CheckConstraint(
                        "CK_Bundles_Ready",
                        "\"Status\" <> 'Ready' OR (\"FinishedAt\" IS NOT NULL AND \"KeptUntil\" IS NOT NULL)"
                    );
                    table.CheckConstraint(
                        "CK_Bundles_Status",
                        "\"Status\" IN ('Waiting', 'Running', 'Ready', 'Failed', 'Cancelled', 'Expired')"
                    );
                    table.ForeignKey(
                        name: "FK_Bundles_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SealedCopies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContentSha256 = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: false
                    ),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    FileSha256 = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: false
                    ),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 6,
                        nullable: false
                    ),
                    UploadedAt = table.Column<string>(type: "TEXT", nullable: false),
                    UploadedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedCopies", x => x.Id);
                    table.CheckConstraint("CK_SealedCopies_Bytes", "\"Bytes\" > 0");
                    table.CheckConstraint(
                        "CK_SealedCopies_Subject",
                        "\"Subject\" IN ('Application', 'ForwardingLetter')"
                    );
                    table.ForeignKey(
                        name: "FK_SealedCopies_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "StoredFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: false
                    ),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    UploadedAt = table.Column<string>(type: "TEXT", nullable: false),
                    UploadedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFiles", x => x.Id);
                    table.CheckConstraint("CK_StoredFiles_Bytes", "\"Bytes\" > 0");
                    table.ForeignKey(
                        name: "FK_StoredFiles_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.AddCheckConstraint(
                name: "CK_Receipts_Kind",
                table: "Receipts",
                sql: "\"Kind\" IN ('Application', 'ProgressReport', 'ForwardingLetter', 'Decision', 'Announcement', 'AuditCertificate')"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Bundles_AccountId_RequestedAt",
                table: "Bundles",
                columns: new[] { "AccountId", "RequestedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Bundles_Status_RequestedAt",
                table: "Bundles",
                columns: new[] { "Status", "RequestedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_SealedCopies_OrganizationId",
                table: "SealedCopies",
                column: "OrganizationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_SealedCopies_SubjectId_ContentSha256_FileSha256",
                table: "SealedCopies",
                columns: new[] { "SubjectId", "ContentSha256", "FileSha256" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_OrganizationId_Sha256",
                table: "StoredFiles",
                columns: new[] { "OrganizationId", "Sha256" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Bundles");

            migrationBuilder.DropTable(name: "SealedCopies");

            migrationBuilder.DropTable(name: "StoredFiles");

            migrationBuilder.DropCheckConstraint(name: "CK_Receipts_Kind", table: "Receipts");

            migrationBuilder.AlterColumn<Guid>(
                name: "OrganizationId",
                table: "Receipts",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true
            );

            migrationBuilder.AddCheckConstraint(
                name: "CK_Receipts_Kind",
                table: "Receipts",
                sql: "\"Kind\" IN ('Application', 'ProgressReport', 'ForwardingLetter')"
            );
        }
    }
}
