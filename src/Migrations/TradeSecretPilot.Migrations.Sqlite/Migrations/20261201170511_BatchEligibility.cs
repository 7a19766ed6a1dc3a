using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeSecretPilot.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class BatchEligibility : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "EligibleClasses",
                table: "Batches",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'"
            );

            migrationBuilder.AddColumn<string>(
                name: "ExcludedDivisions",
                table: "Batches",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'"
            );

            migrationBuilder.AddColumn<string>(
                name: "IncludedDivisions",
                table: "Batches",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'"
            );

            migrationBuilder.AddColumn<int>(
                name: "MaxPerProvince",
                table: "Batches",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(
                name: "PilotsMayApply",
                table: "Batches",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddCheckConstraint(
                name: "CK_Batches_MaxPerProvince",
                table: "Batches",
                sql: "\"MaxPerProvince\" >= 1"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Batches_MaxPerProvince",
                table: "Batches"
            );

            migrationBuilder.DropColumn(name: "EligibleClasses", table: "Batches");

            migrationBuilder.DropColumn(name: "ExcludedDivisions", table: "Batches");

            migrationBuilder.DropColumn(name: "IncludedDivisions", table: "Batches");

            migrationBuilder.DropColumn(name: "MaxPerProvince", table: "Batches");

            migrationBuilder.DropColumn(name: "PilotsMayApply", table: "Batches");
        }
    }
}
