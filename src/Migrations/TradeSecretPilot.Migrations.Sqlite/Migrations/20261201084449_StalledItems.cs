using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeSecretPilot.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class StalledItems : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DueStalls",
                columns: table => new
                {
                    Key = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 120,
                        nullable: false
                    ),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DueAt = table.Column<string>(type: "TEXT", nullable: false),
                    Refusals = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 120,
                        nullable: false
                    ),
                    LastAt = table.Column<string>(type: "TEXT", nullable: false),
                    AlarmedAt = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DueStalls", x => x.Key);
                    table.CheckConstraint(
                        "CK_DueStalls_Kind",
                        "\"Kind\" IN ('LapseDraft', 'CloseForwarding', 'AlarmPublication', 'LaunchPilots', 'CallReport', 'MarkMissing', 'ConcludePilots', 'RemindSubmission', 'RemindForwarding', 'RemindReport', 'RemindScoring')"
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_DueStalls_Kind",
                table: "DueStalls",
                column: "Kind"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "DueStalls");
        }
    }
}
