using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeSecretPilot.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ReleaseAssignments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_ScoreSheets_Status",
                table: "ScoreSheets"
            );

            migrationBuilder.AddColumn<string>(
                name: "ReleaseReason",
                table: "ScoreSheets",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true
            );

            migrationBuilder.AddCheckConstraint(
                name: "CK_ScoreSheets_Released",
                table: "ScoreSheets",
                sql: "\"Status\" <> 'Released' OR (\"ReleaseReason\" IS NOT NULL AND \"TotalHundredths\" IS NULL)"
            );

            migrationBuilder.AddCheckConstraint(
                name: "CK_ScoreSheets_Status",
                table: "ScoreSheets",
                sql: "\"Status\" IN ('Assigned', 'Accepted', 'Submitted', 'Recused', 'Released')"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_ScoreSheets_Released",
                table: "ScoreSheets"
            );

            migrationBuilder.DropCheckConstraint(
                name: "CK_ScoreSheets_Status",
                table: "ScoreSheets"
            );

            migrationBuilder.DropColumn(name: "ReleaseReason", table: "ScoreSheets");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ScoreSheets_Status",
                table: "ScoreSheets",
                sql: "\"Status\" IN ('Assigned', 'Accepted', 'Submitted', 'Recused')"
            );
        }
    }
}
