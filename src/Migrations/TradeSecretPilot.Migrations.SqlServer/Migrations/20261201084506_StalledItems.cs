using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeSecretPilot.Migrations.SqlServer.Migrations
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
                        type: "varchar(120)",
                        unicode: false,
                        maxLength: 120,
                        nullable: false
                    ),
                    Kind = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Refusals = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(
                        type: "varchar(120)",
                        unicode: false,
                        maxLength: 120,
                        nullable: false
                    ),
                    LastAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    AlarmedAt = table.Column<DateTimeOffset>(
                        type: "datetimeoffset",
                        nullable: true
                    ),
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
