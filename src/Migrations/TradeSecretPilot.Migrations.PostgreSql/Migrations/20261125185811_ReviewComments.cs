using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeSecretPilot.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ReviewComments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Comments",
                table: "ProvincialReviews",
                type: "text",
                nullable: false,
                defaultValue: "[]"
            );

            migrationBuilder.CreateTable(
                name: "CommentHandlings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    VersionNumber = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    HandledBy = table.Column<string>(
                        type: "character varying(60)",
                        maxLength: 60,
                        nullable: true
                    ),
                    HandledAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentHandlings", x => x.Id);
                    table.CheckConstraint(
                        "CK_CommentHandlings_Mark",
                        "(\"HandledBy\" IS NULL AND \"HandledAt\" IS NULL) OR (\"HandledBy\" IS NOT NULL AND \"HandledAt\" IS NOT NULL)"
                    );
                    table.CheckConstraint("CK_CommentHandlings_Number", "\"Number\" >= 1");
                    table.ForeignKey(
                        name: "FK_CommentHandlings_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_CommentHandlings_ApplicationId_VersionNumber_Number",
                table: "CommentHandlings",
                columns: new[] { "ApplicationId", "VersionNumber", "Number" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "CommentHandlings");

            migrationBuilder.DropColumn(name: "Comments", table: "ProvincialReviews");
        }
    }
}
