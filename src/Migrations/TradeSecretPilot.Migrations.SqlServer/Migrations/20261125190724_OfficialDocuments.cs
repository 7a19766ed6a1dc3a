using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeSecretPilot.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class OfficialDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(name: "CK_Receipts_Kind", table: "Receipts");

            migrationBuilder.AlterColumn<Guid>(
                name: "OrganizationId",
                table: "Receipts",
                type: "uniqueidentifier",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uniqueidentifier"
            );

            migrationBuilder.CreateTable(
                name: "Bundles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Title = table.Column<string>(
                        type: "nvarchar(100)",
                        maxLength: 100,
                        nullable: false
                    ),
                    Items = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Status = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Done = table.Column<int>(type: "int", nullable: false),
                    Refused = table.Column<int>(type: "int", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    RequestedAt = table.Column<DateTimeOffset>(
                        type: "datetimeoffset",
                        nullable: false
                    ),
                    LeaseUntil = table.Column<DateTimeOffset>(
                        type: "datetimeoffset",
                        nullable: true
                    ),
                    FinishedAt = table.Column<DateTimeOffset>(
                        type: "datetimeoffset",
                        nullable: true
                    ),
                    KeptUntil = table.Column<DateTimeOffset>(
                        type: "datetimeoffset",
                        nullable: true
                    ),
                    Version = table.Column<int>(type: "int", nullable: false),
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Bundles");

            migrationBuilder.DropCheckConstraint(name: "CK_Receipts_Kind", table: "Receipts");

            migrationBuilder.AlterColumn<Guid>(
                name: "OrganizationId",
                table: "Receipts",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uniqueidentifier",
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
