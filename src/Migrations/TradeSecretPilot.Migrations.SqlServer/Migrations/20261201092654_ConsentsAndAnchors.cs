using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeSecretPilot.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ConsentsAndAnchors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CommitId",
                table: "AuditEntries",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000")
            );

            migrationBuilder.AddColumn<string>(
                name: "KeyId",
                table: "AuditEntries",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Mac",
                table: "AuditEntries",
                type: "char(64)",
                unicode: false,
                fixedLength: true,
                maxLength: 64,
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "Ordinal",
                table: "AuditEntries",
                type: "int",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<string>(
                name: "ReceiptSha256",
                table: "AuditEntries",
                type: "char(64)",
                unicode: false,
                fixedLength: true,
                maxLength: 64,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Rows",
                table: "AuditEntries",
                type: "nvarchar(max)",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Seal",
                table: "AuditEntries",
                type: "char(64)",
                unicode: false,
                fixedLength: true,
                maxLength: 64,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "SealKeyId",
                table: "AuditEntries",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "CreatedById",
                table: "Accounts",
                type: "uniqueidentifier",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "AuditAnchors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    RootSha256 = table.Column<string>(
                        type: "char(64)",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: false
                    ),
                    KeyId = table.Column<string>(
                        type: "varchar(40)",
                        unicode: false,
                        maxLength: 40,
                        nullable: false
                    ),
                    PublicKey = table.Column<string>(
                        type: "varchar(50)",
                        unicode: false,
                        maxLength: 50,
                        nullable: false
                    ),
                    Signature = table.Column<string>(
                        type: "varchar(100)",
                        unicode: false,
                        maxLength: 100,
                        nullable: false
                    ),
                    TimeStamp = table.Column<string>(
                        type: "varchar(max)",
                        unicode: false,
                        maxLength: 16000,
                        nullable: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditAnchors", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "AuditWaiting",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CommitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ActorName = table.Column<string>(
                        type: "nvarchar(160)",
                        maxLength: 160,
                        nullable: false
                    ),
                    ActorRole = table.Column<string>(
                        type: "varchar(40)",
                        unicode: false,
                        maxLength: 40,
                        nullable: true
                    ),
                    OrganizationName = table.Column<string>(
                        type: "nvarchar(400)",
                        maxLength: 400,
                        nullable: true
                    ),
                    Act = table.Column<string>(
                        type: "varchar(60)",
                        unicode: false,
                        maxLength: 60,
                        nullable: false
                    ),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Note = table.Column<string>(
                        type: "nvarchar(2000)",
                        maxLength: 2000,
                        nullable: true
                    ),
                    BeforeSha256 = table.Column<string>(
                        type: "char(64)",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: true
                    ),
                    AfterSha256 = table.Column<string>(
                        type: "char(64)",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: true
                    ),
                    Rows = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ReceiptSha256 = table.Column<string>(
                        type: "char(64)",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: true
                    ),
                    KeyId = table.Column<string>(
                        type: "varchar(40)",
                        unicode: false,
                        maxLength: 40,
                        nullable: true
                    ),
                    Mac = table.Column<string>(
                        type: "char(64)",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditWaiting", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ConsentRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Act = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserName = table.Column<string>(
                        type: "nvarchar(64)",
                        maxLength: 64,
                        nullable: false
                    ),
                    DisplayName = table.Column<string>(
                        type: "nvarchar(160)",
                        maxLength: 160,
                        nullable: false
                    ),
                    Email = table.Column<string>(
                        type: "nvarchar(256)",
                        maxLength: 256,
                        nullable: true
                    ),
                    Role = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    OrganizationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Reason = table.Column<string>(
                        type: "nvarchar(2000)",
                        maxLength: 2000,
                        nullable: true
                    ),
                    AskedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AskedBy = table.Column<string>(
                        type: "nvarchar(160)",
                        maxLength: 160,
                        nullable: false
                    ),
                    AskedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(
                        type: "datetimeoffset",
                        nullable: false
                    ),
                    Status = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    DecidedBy = table.Column<string>(
                        type: "nvarchar(160)",
                        maxLength: 160,
                        nullable: true
                    ),
                    DecidedAt = table.Column<DateTimeOffset>(
                        type: "datetimeoffset",
                        nullable: true
                    ),
                    Answer = table.Column<string>(
                        type: "nvarchar(2000)",
                        maxLength: 2000,
                        nullable: true
                    ),
                    Version = table.Column<int>(type: "int", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentRequests", x => x.Id);
                    table.CheckConstraint(
                        "CK_ConsentRequests_Act",
                        "\"Act\" IN ('Create', 'ResetPassword', 'Enable')"
                    );
                    table.CheckConstraint(
                        "CK_ConsentRequests_Role",
                        "\"Role\" IN ('Drafter', 'LocalApprover', 'ProvincialReviewer', 'ProvincialApprover', 'WorkingGroup', 'WorkingGroupLead', 'Expert', 'SystemAdmin', 'SecurityAdmin', 'AuditAdmin')"
                    );
                    table.CheckConstraint(
                        "CK_ConsentRequests_Status",
                        "\"Status\" IN ('Open', 'Approved', 'Refused', 'Withdrawn')"
                    );
                    table.ForeignKey(
                        name: "FK_ConsentRequests_Accounts_AskedById",
                        column: x => x.AskedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ConsentRequests_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

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
                name: "IX_AuditEntries_CommitId",
                table: "AuditEntries",
                column: "CommitId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_ReceiptSha256",
                table: "AuditEntries",
                column: "ReceiptSha256"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_CreatedById_Role",
                table: "Accounts",
                columns: new[] { "CreatedById", "Role" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditAnchors_At_Id",
                table: "AuditAnchors",
                columns: new[] { "At", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditWaiting_CommitId_Ordinal",
                table: "AuditWaiting",
                columns: new[] { "CommitId", "Ordinal" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_ConsentRequests_AccountId_Status",
                table: "ConsentRequests",
                columns: new[] { "AccountId", "Status" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ConsentRequests_AskedAt_Id",
                table: "ConsentRequests",
                columns: new[] { "AskedAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ConsentRequests_AskedById",
                table: "ConsentRequests",
                column: "AskedById"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ConsentRequests_OrganizationId",
                table: "ConsentRequests",
                column: "OrganizationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ConsentRequests_Status_ExpiresAt",
                table: "ConsentRequests",
                columns: new[] { "Status", "ExpiresAt" }
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
            migrationBuilder.DropTable(name: "AuditAnchors");

            migrationBuilder.DropTable(name: "AuditWaiting");

            migrationBuilder.DropTable(name: "ConsentRequests");

            migrationBuilder.DropTable(name: "DueStalls");

            migrationBuilder.DropIndex(name: "IX_AuditEntries_CommitId", table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_ReceiptSha256",
                table: "AuditEntries"
            );

            migrationBuilder.DropIndex(name: "IX_Accounts_CreatedById_Role", table: "Accounts");

            migrationBuilder.DropColumn(name: "CommitId", table: "AuditEntries");

            migrationBuilder.DropColumn(name: "KeyId", table: "AuditEntries");

            migrationBuilder.DropColumn(name: "Mac", table: "AuditEntries");

            migrationBuilder.DropColumn(name: "Ordinal", table: "AuditEntries");

            migrationBuilder.DropColumn(name: "ReceiptSha256", table: "AuditEntries");

            migrationBuilder.DropColumn(name: "Rows", table: "AuditEntries");

            migrationBuilder.DropColumn(name: "Seal", table: "AuditEntries");

            migrationBuilder.DropColumn(name: "SealKeyId", table: "AuditEntries");

            migrationBuilder.DropColumn(name: "CreatedById", table: "Accounts");
        }
    }
}
