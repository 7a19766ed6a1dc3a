using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace TradeSecretPilot.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    Entries = table.Column<long>(type: "bigint", nullable: false),
                    FirstBad = table.Column<long>(type: "bigint", nullable: true),
                    Problem = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditChecks", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    ActorName = table.Column<string>(
                        type: "character varying(160)",
                        maxLength: 160,
                        nullable: false
                    ),
                    ActorRole = table.Column<string>(
                        type: "character varying(40)",
                        unicode: false,
                        maxLength: 40,
                        nullable: true
                    ),
                    OrganizationName = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: true
                    ),
                    Act = table.Column<string>(
                        type: "character varying(60)",
                        unicode: false,
                        maxLength: 60,
                        nullable: false
                    ),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(
                        type: "character varying(2000)",
                        maxLength: 2000,
                        nullable: true
                    ),
                    BeforeSha256 = table.Column<string>(
                        type: "character(64)",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: true
                    ),
                    AfterSha256 = table.Column<string>(
                        type: "character(64)",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: true
                    ),
                    PreviousHash = table.Column<string>(
                        type: "character(64)",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: false
                    ),
                    Hash = table.Column<string>(
                        type: "character(64)",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: false
                    ),
                    SearchKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Sequence);
                }
            );

            migrationBuilder.CreateTable(
                name: "AuditHeads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(
                        type: "character(64)",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHeads", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Batches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    NameZh = table.Column<string>(
                        type: "character varying(160)",
                        maxLength: 160,
                        nullable: false
                    ),
                    NameEn = table.Column<string>(
                        type: "character varying(160)",
                        maxLength: 160,
                        nullable: false
                    ),
                    Stage = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    OpensAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    ForwardingDeadline = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    ForwardingExtendedTo = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    ExtensionOnlyForBegunDrafts = table.Column<bool>(
                        type: "boolean",
                        nullable: false
                    ),
                    PublishBy = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    PilotStartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PilotEndsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    MinSeats = table.Column<int>(type: "integer", nullable: false),
                    MaxSeats = table.Column<int>(type: "integer", nullable: false),
                    SeatsReason = table.Column<string>(
                        type: "character varying(2000)",
                        maxLength: 2000,
                        nullable: true
                    ),
                    SheetsPerPlan = table.Column<int>(type: "integer", nullable: false),
                    RollsToWorkingDay = table.Column<bool>(type: "boolean", nullable: false),
                    EligibleLevels = table.Column<string>(type: "text", nullable: false),
                    Criteria = table.Column<string>(type: "text", nullable: false),
                    ReportPeriods = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    ForwardingClosedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    AnnouncedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    LaunchedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Batches", x => x.Id);
                    table.CheckConstraint(
                        "CK_Batches_Deadlines",
                        "\"OpensAt\" < \"ForwardingDeadline\" AND \"ForwardingDeadline\" < \"PublishBy\" AND \"PilotStartsOn\" < \"PilotEndsOn\""
                    );
                    table.CheckConstraint(
                        "CK_Batches_Extension",
                        "\"ForwardingExtendedTo\" IS NULL OR \"ForwardingExtendedTo\" > \"ForwardingDeadline\""
                    );
                    table.CheckConstraint(
                        "CK_Batches_Seats",
                        "\"MinSeats\" >= 1 AND \"MaxSeats\" >= \"MinSeats\""
                    );
                    table.CheckConstraint("CK_Batches_SheetsPerPlan", "\"SheetsPerPlan\" >= 1");
                    table.CheckConstraint(
                        "CK_Batches_Stage",
                        "\"Stage\" IN ('Preparing', 'Open', 'Appraising', 'Selecting', 'Decided', 'Announced', 'Running', 'Concluded')"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CacheEntries",
                columns: table => new
                {
                    Key = table.Column<string>(
                        type: "character(64)",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: false
                    ),
                    Value = table.Column<byte[]>(type: "bytea", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CacheEntries", x => x.Key);
                }
            );

            migrationBuilder.CreateTable(
                name: "ClockSettings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    OffsetTicks = table.Column<long>(type: "bigint", nullable: false),
                    IsReady = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClockSettings", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table
                        .Column<int>(type: "integer", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    FriendlyName = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: true
                    ),
                    Xml = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Divisions",
                columns: table => new
                {
                    Code = table.Column<string>(
                        type: "character varying(6)",
                        unicode: false,
                        maxLength: 6,
                        nullable: false
                    ),
                    Name = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: false
                    ),
                    Level = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    ParentCode = table.Column<string>(
                        type: "character varying(6)",
                        unicode: false,
                        maxLength: 6,
                        nullable: true
                    ),
                    ProvinceCode = table.Column<string>(
                        type: "character varying(6)",
                        unicode: false,
                        maxLength: 6,
                        nullable: false
                    ),
                    SearchKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Divisions", x => x.Code);
                    table.CheckConstraint(
                        "CK_Divisions_Level",
                        "\"Level\" IN ('Province', 'Prefecture', 'County', 'FunctionalZone')"
                    );
                    table.ForeignKey(
                        name: "FK_Divisions_Divisions_ParentCode",
                        column: x => x.ParentCode,
                        principalTable: "Divisions",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "DueActions",
                columns: table => new
                {
                    Key = table.Column<string>(
                        type: "character varying(120)",
                        unicode: false,
                        maxLength: 120,
                        nullable: false
                    ),
                    Kind = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    DoneAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    Outcome = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DueActions", x => x.Key);
                    table.CheckConstraint(
                        "CK_DueActions_Kind",
                        "\"Kind\" IN ('LapseDraft', 'CloseForwarding', 'AlarmPublication', 'LaunchPilots', 'CallReport', 'MarkMissing', 'ConcludePilots', 'RemindSubmission', 'RemindForwarding', 'RemindReport', 'RemindScoring')"
                    );
                    table.CheckConstraint(
                        "CK_DueActions_Outcome",
                        "\"Outcome\" IN ('Done', 'Superseded')"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "OutboxMessages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    To = table.Column<string>(
                        type: "character varying(256)",
                        maxLength: 256,
                        nullable: false
                    ),
                    Subject = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false
                    ),
                    Body = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    NotBefore = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    LastError = table.Column<string>(
                        type: "character varying(500)",
                        maxLength: 500,
                        nullable: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMessages", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "RecordEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectKind = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    At = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    Act = table.Column<string>(
                        type: "character varying(60)",
                        unicode: false,
                        maxLength: 60,
                        nullable: false
                    ),
                    ActorName = table.Column<string>(
                        type: "character varying(160)",
                        maxLength: 160,
                        nullable: false
                    ),
                    OrganizationName = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: true
                    ),
                    Note = table.Column<string>(
                        type: "character varying(2000)",
                        maxLength: 2000,
                        nullable: true
                    ),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    ProvinceCode = table.Column<string>(
                        type: "character varying(6)",
                        unicode: false,
                        maxLength: 6,
                        nullable: true
                    ),
                    Audience = table.Column<int>(type: "integer", maxLength: 40, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordEvents", x => x.Id);
                    table.CheckConstraint(
                        "CK_RecordEvents_SubjectKind",
                        "\"SubjectKind\" IN ('Other', 'Application', 'ProvincialCall', 'Batch', 'Pilot', 'ProgressReport')"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Announcements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    DocumentNumber = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: false
                    ),
                    PublishedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    IsLate = table.Column<bool>(type: "boolean", nullable: false),
                    LateReason = table.Column<string>(
                        type: "character varying(2000)",
                        maxLength: 2000,
                        nullable: true
                    ),
                    PublishedBy = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: false
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Announcements", x => x.Id);
                    table.CheckConstraint(
                        "CK_Announcements_Late",
                        "\"LateReason\" IS NULL OR \"LateReason\" <> ''"
                    );
                    table.ForeignKey(
                        name: "FK_Announcements_Batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "Batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ExpertPanels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    ScoresDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    CreatedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpertPanels", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExpertPanels_Batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "Batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Selections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Choices = table.Column<string>(type: "text", nullable: false),
                    SavedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    ProposedBy = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: true
                    ),
                    DecidedBy = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: true
                    ),
                    DecidedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    DecisionNumber = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: true
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Selections", x => x.Id);
                    table.CheckConstraint(
                        "CK_Selections_Decided",
                        "\"Status\" <> 'Decided' OR (\"DecidedAt\" IS NOT NULL AND \"DecidedBy\" IS NOT NULL AND \"DecisionNumber\" IS NOT NULL)"
                    );
                    table.CheckConstraint(
                        "CK_Selections_Status",
                        "\"Status\" IN ('Draft', 'Proposed', 'Decided')"
                    );
                    table.ForeignKey(
                        name: "FK_Selections_Batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "Batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Organizations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Name = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: false
                    ),
                    DivisionCode = table.Column<string>(
                        type: "character varying(6)",
                        unicode: false,
                        maxLength: 6,
                        nullable: true
                    ),
                    ProvinceCode = table.Column<string>(
                        type: "character varying(6)",
                        unicode: false,
                        maxLength: 6,
                        nullable: true
                    ),
                    Level = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: true
                    ),
                    RegionName = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: true
                    ),
                    CreatedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    SearchKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organizations", x => x.Id);
                    table.CheckConstraint(
                        "CK_Organizations_Division",
                        "(\"Kind\" = 'NationalRegulator' AND \"DivisionCode\" IS NULL) OR (\"Kind\" <> 'NationalRegulator' AND \"DivisionCode\" IS NOT NULL AND \"ProvinceCode\" IS NOT NULL)"
                    );
                    table.CheckConstraint(
                        "CK_Organizations_Kind",
                        "\"Kind\" IN ('LocalGovernment', 'ProvincialRegulator', 'NationalRegulator')"
                    );
                    table.CheckConstraint(
                        "CK_Organizations_Level",
                        "\"Level\" IN ('Province', 'Prefecture', 'County', 'FunctionalZone')"
                    );
                    table.ForeignKey(
                        name: "FK_Organizations_Divisions_DivisionCode",
                        column: x => x.DivisionCode,
                        principalTable: "Divisions",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DisplayName = table.Column<string>(
                        type: "character varying(160)",
                        maxLength: 160,
                        nullable: false
                    ),
                    Role = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    DisabledAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    CreatedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    MustChangePassword = table.Column<bool>(type: "boolean", nullable: false),
                    SearchKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SortKey = table.Column<string>(
                        type: "character varying(150)",
                        maxLength: 150,
                        nullable: true,
                        collation: "C"
                    ),
                    UserName = table.Column<string>(
                        type: "character varying(256)",
                        maxLength: 256,
                        nullable: true
                    ),
                    NormalizedUserName = table.Column<string>(
                        type: "character varying(256)",
                        maxLength: 256,
                        nullable: true
                    ),
                    Email = table.Column<string>(
                        type: "character varying(256)",
                        maxLength: 256,
                        nullable: true
                    ),
                    NormalizedEmail = table.Column<string>(
                        type: "character varying(256)",
                        maxLength: 256,
                        nullable: true
                    ),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                    PhoneNumber = table.Column<string>(type: "text", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.CheckConstraint(
                        "CK_Accounts_Organization",
                        "(\"Role\" IN ('Expert', 'SystemAdmin', 'SecurityAdmin', 'AuditAdmin') AND \"OrganizationId\" IS NULL) OR (\"Role\" NOT IN ('Expert', 'SystemAdmin', 'SecurityAdmin', 'AuditAdmin') AND \"OrganizationId\" IS NOT NULL)"
                    );
                    table.CheckConstraint(
                        "CK_Accounts_Role",
                        "\"Role\" IN ('Drafter', 'LocalApprover', 'ProvincialReviewer', 'ProvincialApprover', 'WorkingGroup', 'WorkingGroupLead', 'Expert', 'SystemAdmin', 'SecurityAdmin', 'AuditAdmin')"
                    );
                    table.ForeignKey(
                        name: "FK_Accounts_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Applications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(
                        type: "character varying(6)",
                        unicode: false,
                        maxLength: 6,
                        nullable: false
                    ),
                    Level = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    RegionName = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: false
                    ),
                    Number = table.Column<string>(
                        type: "character varying(30)",
                        maxLength: 30,
                        nullable: false
                    ),
                    Status = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Plan = table.Column<string>(type: "text", nullable: false),
                    GapCount = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    PlanSavedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    PlanSavedBy = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: true
                    ),
                    VersionNumber = table.Column<int>(type: "integer", nullable: false),
                    SubmittedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    ReturnedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    Reason = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: true
                    ),
                    Comments = table.Column<string>(type: "text", nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: true),
                    ForwardedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    MeanHundredths = table.Column<int>(type: "integer", nullable: true),
                    AppraisalRank = table.Column<int>(type: "integer", nullable: true),
                    AnnouncedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    LapsedFrom = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: true
                    ),
                    ExtendedTo = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    MovedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false,
                        computedColumnSql: "COALESCE(\"SubmittedAt\", \"CreatedAt\")",
                        stored: true
                    ),
                    RankOrLast = table.Column<int>(
                        type: "integer",
                        nullable: false,
                        computedColumnSql: "COALESCE(\"Rank\", 2147483647)",
                        stored: true
                    ),
                    SearchKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Urgency = table.Column<int>(
                        type: "integer",
                        nullable: false,
                        computedColumnSql: "CASE WHEN \"Status\" = 'Submitted' THEN 0 WHEN \"Status\" IN ('Draft', 'Returned') THEN 1 WHEN \"Status\" = 'Recommended' THEN 2 WHEN \"Status\" IN ('Forwarded', 'Appraised', 'Selected', 'NotSelected') AND \"AnnouncedAt\" IS NULL THEN 3 ELSE 4 END",
                        stored: true
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Applications", x => x.Id);
                    table.CheckConstraint(
                        "CK_Applications_Forwarded",
                        "\"Status\" NOT IN ('Forwarded', 'Appraised', 'Selected', 'NotSelected') OR (\"ForwardedAt\" IS NOT NULL AND \"Rank\" IS NOT NULL)"
                    );
                    table.CheckConstraint(
                        "CK_Applications_LapsedFrom",
                        "\"LapsedFrom\" IN ('Draft', 'Submitted', 'Returned', 'Declined', 'Recommended', 'Forwarded', 'Appraised', 'Selected', 'NotSelected', 'Lapsed', 'Withdrawn')"
                    );
                    table.CheckConstraint(
                        "CK_Applications_Level",
                        "\"Level\" IN ('Province', 'Prefecture', 'County', 'FunctionalZone')"
                    );
                    table.CheckConstraint(
                        "CK_Applications_Mean",
                        "\"MeanHundredths\" IS NULL OR (\"MeanHundredths\" >= 0 AND \"MeanHundredths\" <= 10000)"
                    );
                    table.CheckConstraint(
                        "CK_Applications_Rank",
                        "\"Rank\" IS NULL OR \"Rank\" >= 1"
                    );
                    table.CheckConstraint(
                        "CK_Applications_Status",
                        "\"Status\" IN ('Draft', 'Submitted', 'Returned', 'Declined', 'Recommended', 'Forwarded', 'Appraised', 'Selected', 'NotSelected', 'Lapsed', 'Withdrawn')"
                    );
                    table.CheckConstraint(
                        "CK_Applications_Submitted",
                        "(\"VersionNumber\" = 0 AND \"SubmittedAt\" IS NULL) OR (\"VersionNumber\" > 0 AND \"SubmittedAt\" IS NOT NULL)"
                    );
                    table.ForeignKey(
                        name: "FK_Applications_Batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "Batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Applications_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "DraftSnapshots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Changed = table.Column<string>(type: "text", nullable: false),
                    SavedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    SavedBy = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftSnapshots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DraftSnapshots_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ProvincialCalls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(
                        type: "character varying(6)",
                        unicode: false,
                        maxLength: 6,
                        nullable: false
                    ),
                    BegunAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    SubmissionDeadline = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    ForwardingExtendedTo = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    LetterNumber = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: true
                    ),
                    ForwardedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    ForwardedCount = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProvincialCalls", x => x.Id);
                    table.CheckConstraint(
                        "CK_ProvincialCalls_Letter",
                        "(\"ForwardedAt\" IS NULL AND \"LetterNumber\" IS NULL) OR (\"ForwardedAt\" IS NOT NULL AND \"LetterNumber\" IS NOT NULL AND \"ForwardedCount\" > 0)"
                    );
                    table.ForeignKey(
                        name: "FK_ProvincialCalls_Batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "Batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ProvincialCalls_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Receipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(
                        type: "character varying(40)",
                        unicode: false,
                        maxLength: 40,
                        nullable: false
                    ),
                    Kind = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    VersionNumber = table.Column<int>(type: "integer", nullable: false),
                    ReceivedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    ContentSha256 = table.Column<string>(
                        type: "character(64)",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: false
                    ),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    ProvinceCode = table.Column<string>(
                        type: "character varying(6)",
                        unicode: false,
                        maxLength: 6,
                        nullable: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Receipts", x => x.Id);
                    table.CheckConstraint(
                        "CK_Receipts_Kind",
                        "\"Kind\" IN ('Application', 'ProgressReport', 'ForwardingLetter', 'Decision', 'Announcement', 'AuditCertificate')"
                    );
                    table.ForeignKey(
                        name: "FK_Receipts_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SealedCopies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContentSha256 = table.Column<string>(
                        type: "character(64)",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: false
                    ),
                    FileName = table.Column<string>(
                        type: "character varying(600)",
                        maxLength: 600,
                        nullable: false
                    ),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    FileSha256 = table.Column<string>(
                        type: "character(64)",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: false
                    ),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(
                        type: "character varying(6)",
                        unicode: false,
                        maxLength: 6,
                        nullable: false
                    ),
                    UploadedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    UploadedBy = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: false
                    ),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sha256 = table.Column<string>(
                        type: "character(64)",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: false
                    ),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    UploadedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    UploadedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    FoundAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    OrphanedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
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

            migrationBuilder.CreateTable(
                name: "AccountSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Stamp = table.Column<string>(
                        type: "character varying(64)",
                        maxLength: 64,
                        nullable: false
                    ),
                    Device = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false
                    ),
                    Address = table.Column<string>(
                        type: "character varying(64)",
                        maxLength: 64,
                        nullable: false
                    ),
                    StartedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    SeenAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    EndedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    End = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountSessions", x => x.Id);
                    table.CheckConstraint(
                        "CK_AccountSessions_End",
                        "\"End\" IN ('SignedOut', 'Replaced', 'EndedByOwner')"
                    );
                    table.ForeignKey(
                        name: "FK_AccountSessions_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table
                        .Column<int>(type: "integer", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(
                        type: "character varying(150)",
                        maxLength: 150,
                        nullable: false
                    ),
                    ProviderKey = table.Column<string>(
                        type: "character varying(150)",
                        maxLength: 150,
                        nullable: false
                    ),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_AspNetUserLogins",
                        x => new { x.LoginProvider, x.ProviderKey }
                    );
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(
                        type: "character varying(150)",
                        maxLength: 150,
                        nullable: false
                    ),
                    Name = table.Column<string>(
                        type: "character varying(150)",
                        maxLength: 150,
                        nullable: false
                    ),
                    Value = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_AspNetUserTokens",
                        x => new
                        {
                            x.UserId,
                            x.LoginProvider,
                            x.Name,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Bundles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Title = table.Column<string>(
                        type: "character varying(100)",
                        maxLength: 100,
                        nullable: false
                    ),
                    Items = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Failure = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: true
                    ),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Refused = table.Column<int>(type: "integer", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    RequestedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    LeaseUntil = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    FinishedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    KeptUntil = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bundles", x => x.Id);
                    table.CheckConstraint(
                        "CK_Bundles_Failed",
                        "\"Failure\" IS NULL OR \"Status\" = 'Failed'"
                    );
                    table.CheckConstraint(
                        "CK_Bundles_Failure",
                        "\"Failure\" IN ('NotAllowed', 'Storage', 'Interrupted', 'Unexpected')"
                    );
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
                name: "Experts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(
                        type: "character varying(160)",
                        maxLength: 160,
                        nullable: false
                    ),
                    Unit = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: false
                    ),
                    Specialty = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: false
                    ),
                    ProvinceCode = table.Column<string>(
                        type: "character varying(6)",
                        unicode: false,
                        maxLength: 6,
                        nullable: true
                    ),
                    JoinedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    SearchKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SortKey = table.Column<string>(
                        type: "character varying(150)",
                        maxLength: 150,
                        nullable: true,
                        collation: "C"
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Experts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Experts_Accounts_Id",
                        column: x => x.Id,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Zh = table.Column<string>(
                        type: "character varying(500)",
                        maxLength: 500,
                        nullable: false
                    ),
                    En = table.Column<string>(
                        type: "character varying(500)",
                        maxLength: 500,
                        nullable: false
                    ),
                    Link = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false
                    ),
                    At = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    ReadAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notices_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
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
                        type: "character varying(240)",
                        maxLength: 240,
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

            migrationBuilder.CreateTable(
                name: "Extensions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Scope = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(
                        type: "character varying(6)",
                        unicode: false,
                        maxLength: 6,
                        nullable: true
                    ),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    From = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    Until = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    OnlyForBegunDrafts = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: false
                    ),
                    GrantedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    GrantedBy = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Extensions", x => x.Id);
                    table.CheckConstraint("CK_Extensions_Later", "\"Until\" > \"From\"");
                    table.CheckConstraint(
                        "CK_Extensions_Scope",
                        "\"Scope\" IN ('Application', 'Province', 'Batch')"
                    );
                    table.ForeignKey(
                        name: "FK_Extensions_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Extensions_Batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "Batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Pilots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(
                        type: "character varying(6)",
                        unicode: false,
                        maxLength: 6,
                        nullable: false
                    ),
                    RegionName = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: false
                    ),
                    Status = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LaunchedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    SortKey = table.Column<string>(
                        type: "character varying(150)",
                        maxLength: 150,
                        nullable: true,
                        collation: "C"
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pilots", x => x.Id);
                    table.CheckConstraint("CK_Pilots_Dates", "\"StartsOn\" < \"EndsOn\"");
                    table.CheckConstraint(
                        "CK_Pilots_Status",
                        "\"Status\" IN ('Running', 'Concluded')"
                    );
                    table.ForeignKey(
                        name: "FK_Pilots_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PlanVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Plan = table.Column<string>(type: "text", nullable: false),
                    ContentSha256 = table.Column<string>(
                        type: "character(64)",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: false
                    ),
                    SubmittedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    TaskAreas = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false
                    ),
                    SubmittedBy = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanVersions_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ProvincialReviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(
                        type: "character varying(6)",
                        unicode: false,
                        maxLength: 6,
                        nullable: false
                    ),
                    VersionNumber = table.Column<int>(type: "integer", nullable: false),
                    Findings = table.Column<string>(type: "text", nullable: false),
                    Opinion = table.Column<string>(
                        type: "character varying(8000)",
                        maxLength: 8000,
                        nullable: false
                    ),
                    Comments = table.Column<string>(type: "text", nullable: false),
                    SavedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    SavedBy = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: false
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProvincialReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProvincialReviews_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PanelMembers",
                columns: table => new
                {
                    PanelId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExpertId = table.Column<Guid>(type: "uuid", nullable: false),
                    UrgedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PanelMembers", x => new { x.PanelId, x.ExpertId });
                    table.ForeignKey(
                        name: "FK_PanelMembers_ExpertPanels_PanelId",
                        column: x => x.PanelId,
                        principalTable: "ExpertPanels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_PanelMembers_Experts_ExpertId",
                        column: x => x.ExpertId,
                        principalTable: "Experts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ScoreSheets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExpertId = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Scores = table.Column<string>(type: "text", nullable: false),
                    Comment = table.Column<string>(
                        type: "character varying(8000)",
                        maxLength: 8000,
                        nullable: false
                    ),
                    RecusalReason = table.Column<string>(
                        type: "character varying(1200)",
                        maxLength: 1200,
                        nullable: true
                    ),
                    ReleaseReason = table.Column<string>(
                        type: "character varying(1200)",
                        maxLength: 1200,
                        nullable: true
                    ),
                    AssignedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    SavedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    SubmittedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    TotalHundredths = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoreSheets", x => x.Id);
                    table.CheckConstraint(
                        "CK_ScoreSheets_Recused",
                        "\"Status\" <> 'Recused' OR (\"RecusalReason\" IS NOT NULL AND \"TotalHundredths\" IS NULL)"
                    );
                    table.CheckConstraint(
                        "CK_ScoreSheets_Released",
                        "\"Status\" <> 'Released' OR (\"ReleaseReason\" IS NOT NULL AND \"TotalHundredths\" IS NULL)"
                    );
                    table.CheckConstraint(
                        "CK_ScoreSheets_Status",
                        "\"Status\" IN ('Assigned', 'Accepted', 'Submitted', 'Recused', 'Released')"
                    );
                    table.CheckConstraint(
                        "CK_ScoreSheets_Submitted",
                        "\"Status\" <> 'Submitted' OR (\"SubmittedAt\" IS NOT NULL AND \"TotalHundredths\" IS NOT NULL)"
                    );
                    table.CheckConstraint(
                        "CK_ScoreSheets_Total",
                        "\"TotalHundredths\" IS NULL OR (\"TotalHundredths\" >= 0 AND \"TotalHundredths\" <= 10000)"
                    );
                    table.ForeignKey(
                        name: "FK_ScoreSheets_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ScoreSheets_Batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "Batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ScoreSheets_Experts_ExpertId",
                        column: x => x.ExpertId,
                        principalTable: "Experts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PilotTasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PilotId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubTask = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Title = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: false
                    ),
                    ResponsibleUnit = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: false
                    ),
                    Target = table.Column<string>(
                        type: "character varying(800)",
                        maxLength: 800,
                        nullable: false
                    ),
                    StartMonth = table.Column<DateOnly>(type: "date", nullable: false),
                    FinishMonth = table.Column<DateOnly>(type: "date", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PilotTasks", x => x.Id);
                    table.CheckConstraint(
                        "CK_PilotTasks_Months",
                        "\"StartMonth\" <= \"FinishMonth\""
                    );
                    table.CheckConstraint(
                        "CK_PilotTasks_SubTask",
                        "\"SubTask\" IN ('RulesAndGuidelines', 'EnterpriseInternalManagement', 'InterdepartmentalCoordination', 'IndustryAssociations', 'CaseHandling', 'EnforcementCapacity', 'GovernmentServices', 'ThirdPartyServices', 'ThinkTankSupport', 'OverseasRightsAssistance', 'OpenEnvironment', 'Training', 'PublicAwareness')"
                    );
                    table.ForeignKey(
                        name: "FK_PilotTasks_Pilots_PilotId",
                        column: x => x.PilotId,
                        principalTable: "Pilots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ReportObligations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PilotId = table.Column<Guid>(type: "uuid", nullable: false),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(
                        type: "character varying(6)",
                        unicode: false,
                        maxLength: 6,
                        nullable: false
                    ),
                    RegionName = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: false
                    ),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    PeriodStartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    OpensAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    CreatedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    Status = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Content = table.Column<string>(type: "text", nullable: false),
                    GapCount = table.Column<int>(type: "integer", nullable: false),
                    SavedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    SavedBy = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: true
                    ),
                    VersionNumber = table.Column<int>(type: "integer", nullable: false),
                    FiledAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    LastFiledAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    IsLate = table.Column<bool>(type: "boolean", nullable: false),
                    IsNil = table.Column<bool>(type: "boolean", nullable: false),
                    National = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    NationalAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    NationalNote = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: true
                    ),
                    Provincial = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    ProvincialAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    ProvincialNote = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: true
                    ),
                    SortKey = table.Column<string>(
                        type: "character varying(150)",
                        maxLength: 150,
                        nullable: true,
                        collation: "C"
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportObligations", x => x.Id);
                    table.CheckConstraint(
                        "CK_ReportObligations_Answered",
                        "\"Status\" NOT IN ('Filed', 'Supplement', 'Acknowledged') OR \"FiledAt\" IS NOT NULL"
                    );
                    table.CheckConstraint(
                        "CK_ReportObligations_Filed",
                        "(\"VersionNumber\" = 0 AND \"FiledAt\" IS NULL) OR (\"VersionNumber\" > 0 AND \"FiledAt\" IS NOT NULL)"
                    );
                    table.CheckConstraint(
                        "CK_ReportObligations_National",
                        "\"National\" IN ('Pending', 'Acknowledged', 'SupplementRequested')"
                    );
                    table.CheckConstraint("CK_ReportObligations_Ordinal", "\"Ordinal\" >= 1");
                    table.CheckConstraint(
                        "CK_ReportObligations_Provincial",
                        "\"Provincial\" IN ('Pending', 'Acknowledged', 'SupplementRequested')"
                    );
                    table.CheckConstraint(
                        "CK_ReportObligations_Status",
                        "\"Status\" IN ('NotDue', 'Due', 'Missing', 'Filed', 'Supplement', 'Acknowledged')"
                    );
                    table.ForeignKey(
                        name: "FK_ReportObligations_Pilots_PilotId",
                        column: x => x.PilotId,
                        principalTable: "Pilots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ReportFigures",
                columns: table => new
                {
                    ObligationId = table.Column<Guid>(type: "uuid", nullable: false),
                    IndicatorCode = table.Column<string>(
                        type: "character varying(40)",
                        unicode: false,
                        maxLength: 40,
                        nullable: false
                    ),
                    PeriodHundredths = table.Column<long>(type: "bigint", nullable: false),
                    CumulativeHundredths = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_ReportFigures",
                        x => new { x.ObligationId, x.IndicatorCode }
                    );
                    table.CheckConstraint(
                        "CK_ReportFigures_Values",
                        "\"PeriodHundredths\" >= 0 AND \"CumulativeHundredths\" >= 0"
                    );
                    table.ForeignKey(
                        name: "FK_ReportFigures_ReportObligations_ObligationId",
                        column: x => x.ObligationId,
                        principalTable: "ReportObligations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ReportVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ObligationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    ContentSha256 = table.Column<string>(
                        type: "character(64)",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: false
                    ),
                    FiledAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    FiledBy = table.Column<string>(
                        type: "character varying(240)",
                        maxLength: 240,
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportVersions_ReportObligations_ObligationId",
                        column: x => x.ObligationId,
                        principalTable: "ReportObligations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.InsertData(
                table: "AuditHeads",
                columns: new[] { "Id", "Hash", "Sequence" },
                values: new object[]
                {
                    1,
                    "0000000000000000000000000000000000000000000000000000000000000000",
                    0L,
                }
            );

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Accounts",
                column: "NormalizedEmail"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_LockoutEnd",
                table: "Accounts",
                column: "LockoutEnd"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_OrganizationId",
                table: "Accounts",
                column: "OrganizationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_Role_SortKey_Id",
                table: "Accounts",
                columns: new[] { "Role", "SortKey", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_SortKey_Id",
                table: "Accounts",
                columns: new[] { "SortKey", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_AccountSessions_AccountId_EndedAt",
                table: "AccountSessions",
                columns: new[] { "AccountId", "EndedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_BatchId",
                table: "Announcements",
                column: "BatchId",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_DocumentNumber",
                table: "Announcements",
                column: "DocumentNumber",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Applications_BatchId_AppraisalRank_Number",
                table: "Applications",
                columns: new[] { "BatchId", "AppraisalRank", "Number" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Applications_BatchId_MovedAt_Number",
                table: "Applications",
                columns: new[] { "BatchId", "MovedAt", "Number" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Applications_BatchId_OrganizationId",
                table: "Applications",
                columns: new[] { "BatchId", "OrganizationId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Applications_BatchId_ProvinceCode_Number",
                table: "Applications",
                columns: new[] { "BatchId", "ProvinceCode", "Number" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Applications_BatchId_ProvinceCode_RankOrLast_Number",
                table: "Applications",
                columns: new[] { "BatchId", "ProvinceCode", "RankOrLast", "Number" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Applications_BatchId_ProvinceCode_Status",
                table: "Applications",
                columns: new[] { "BatchId", "ProvinceCode", "Status" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Applications_BatchId_Urgency_MovedAt_Number",
                table: "Applications",
                columns: new[] { "BatchId", "Urgency", "MovedAt", "Number" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Applications_Number",
                table: "Applications",
                column: "Number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Applications_OrganizationId",
                table: "Applications",
                column: "OrganizationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditChecks_At",
                table: "AuditChecks",
                column: "At"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Act_Sequence",
                table: "AuditEntries",
                columns: new[] { "Act", "Sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries",
                column: "At"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_SubjectId",
                table: "AuditEntries",
                column: "SubjectId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Batches_Number",
                table: "Batches",
                column: "Number",
                unique: true
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
                name: "IX_CacheEntries_ExpiresAt",
                table: "CacheEntries",
                column: "ExpiresAt"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CommentHandlings_ApplicationId_VersionNumber_Number",
                table: "CommentHandlings",
                columns: new[] { "ApplicationId", "VersionNumber", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Divisions_ParentCode",
                table: "Divisions",
                column: "ParentCode"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Divisions_ProvinceCode_Level",
                table: "Divisions",
                columns: new[] { "ProvinceCode", "Level" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_DraftSnapshots_OrganizationId",
                table: "DraftSnapshots",
                column: "OrganizationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_DraftSnapshots_SubjectId_SavedAt",
                table: "DraftSnapshots",
                columns: new[] { "SubjectId", "SavedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_DueActions_DueAt_Key",
                table: "DueActions",
                columns: new[] { "DueAt", "Key" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_DueActions_Kind_DueAt",
                table: "DueActions",
                columns: new[] { "Kind", "DueAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_DueActions_Kind_SubjectId",
                table: "DueActions",
                columns: new[] { "Kind", "SubjectId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_DueActions_Outcome_DueAt",
                table: "DueActions",
                columns: new[] { "Outcome", "DueAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ExpertPanels_BatchId",
                table: "ExpertPanels",
                column: "BatchId",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Experts_SortKey_Id",
                table: "Experts",
                columns: new[] { "SortKey", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Extensions_ApplicationId",
                table: "Extensions",
                column: "ApplicationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Extensions_BatchId_GrantedAt",
                table: "Extensions",
                columns: new[] { "BatchId", "GrantedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Extensions_BatchId_Scope",
                table: "Extensions",
                columns: new[] { "BatchId", "Scope" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Notices_AccountId_At_Id",
                table: "Notices",
                columns: new[] { "AccountId", "At", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Notices_AccountId_ReadAt",
                table: "Notices",
                columns: new[] { "AccountId", "ReadAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_DivisionCode",
                table: "Organizations",
                column: "DivisionCode",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_Kind",
                table: "Organizations",
                column: "Kind"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_ProvinceCode_DivisionCode_Id",
                table: "Organizations",
                columns: new[] { "ProvinceCode", "DivisionCode", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_ProvinceCode_Kind",
                table: "Organizations",
                columns: new[] { "ProvinceCode", "Kind" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_CreatedAt_Id",
                table: "OutboxMessages",
                columns: new[] { "CreatedAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_SentAt_NotBefore",
                table: "OutboxMessages",
                columns: new[] { "SentAt", "NotBefore" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_PanelMembers_ExpertId",
                table: "PanelMembers",
                column: "ExpertId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Pilots_ApplicationId",
                table: "Pilots",
                column: "ApplicationId",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Pilots_BatchId_ProvinceCode_SortKey_Id",
                table: "Pilots",
                columns: new[] { "BatchId", "ProvinceCode", "SortKey", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Pilots_OrganizationId",
                table: "Pilots",
                column: "OrganizationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Pilots_ProvinceCode_SortKey",
                table: "Pilots",
                columns: new[] { "ProvinceCode", "SortKey" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_PilotTasks_PilotId_Ordinal",
                table: "PilotTasks",
                columns: new[] { "PilotId", "Ordinal" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanVersions_ApplicationId_Number",
                table: "PlanVersions",
                columns: new[] { "ApplicationId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_ProvincialCalls_BatchId_ProvinceCode",
                table: "ProvincialCalls",
                columns: new[] { "BatchId", "ProvinceCode" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_ProvincialCalls_OrganizationId",
                table: "ProvincialCalls",
                column: "OrganizationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ProvincialReviews_ApplicationId_VersionNumber",
                table: "ProvincialReviews",
                columns: new[] { "ApplicationId", "VersionNumber" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_Number",
                table: "Receipts",
                column: "Number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_OrganizationId",
                table: "Receipts",
                column: "OrganizationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_SubjectId_VersionNumber",
                table: "Receipts",
                columns: new[] { "SubjectId", "VersionNumber" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_RecordEvents_At_Id",
                table: "RecordEvents",
                columns: new[] { "At", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_RecordEvents_OwnerId_At_Id",
                table: "RecordEvents",
                columns: new[] { "OwnerId", "At", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_RecordEvents_ProvinceCode_At_Id",
                table: "RecordEvents",
                columns: new[] { "ProvinceCode", "At", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_RecordEvents_SubjectId_At",
                table: "RecordEvents",
                columns: new[] { "SubjectId", "At" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReportObligations_BatchId_Ordinal_ProvinceCode",
                table: "ReportObligations",
                columns: new[] { "BatchId", "Ordinal", "ProvinceCode" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReportObligations_DueAt_ProvinceCode_SortKey_Id",
                table: "ReportObligations",
                columns: new[] { "DueAt", "ProvinceCode", "SortKey", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReportObligations_National_LastFiledAt",
                table: "ReportObligations",
                columns: new[] { "National", "LastFiledAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReportObligations_OrganizationId_DueAt",
                table: "ReportObligations",
                columns: new[] { "OrganizationId", "DueAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReportObligations_PilotId_Ordinal",
                table: "ReportObligations",
                columns: new[] { "PilotId", "Ordinal" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReportObligations_ProvinceCode_DueAt_SortKey_Id",
                table: "ReportObligations",
                columns: new[] { "ProvinceCode", "DueAt", "SortKey", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReportObligations_ProvinceCode_Provincial_LastFiledAt",
                table: "ReportObligations",
                columns: new[] { "ProvinceCode", "Provincial", "LastFiledAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReportObligations_Status_DueAt",
                table: "ReportObligations",
                columns: new[] { "Status", "DueAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReportVersions_ObligationId_Number",
                table: "ReportVersions",
                columns: new[] { "ObligationId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_ApplicationId_ExpertId",
                table: "ScoreSheets",
                columns: new[] { "ApplicationId", "ExpertId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_BatchId_Status",
                table: "ScoreSheets",
                columns: new[] { "BatchId", "Status" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_ExpertId_Status",
                table: "ScoreSheets",
                columns: new[] { "ExpertId", "Status" }
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
                name: "IX_Selections_BatchId",
                table: "Selections",
                column: "BatchId",
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
            migrationBuilder.DropTable(name: "AccountSessions");

            migrationBuilder.DropTable(name: "Announcements");

            migrationBuilder.DropTable(name: "AspNetUserClaims");

            migrationBuilder.DropTable(name: "AspNetUserLogins");

            migrationBuilder.DropTable(name: "AspNetUserTokens");

            migrationBuilder.DropTable(name: "AuditChecks");

            migrationBuilder.DropTable(name: "AuditEntries");

            migrationBuilder.DropTable(name: "AuditHeads");

            migrationBuilder.DropTable(name: "Bundles");

            migrationBuilder.DropTable(name: "CacheEntries");

            migrationBuilder.DropTable(name: "ClockSettings");

            migrationBuilder.DropTable(name: "CommentHandlings");

            migrationBuilder.DropTable(name: "DataProtectionKeys");

            migrationBuilder.DropTable(name: "DraftSnapshots");

            migrationBuilder.DropTable(name: "DueActions");

            migrationBuilder.DropTable(name: "Extensions");

            migrationBuilder.DropTable(name: "Notices");

            migrationBuilder.DropTable(name: "OutboxMessages");

            migrationBuilder.DropTable(name: "PanelMembers");

            migrationBuilder.DropTable(name: "PilotTasks");

            migrationBuilder.DropTable(name: "PlanVersions");

            migrationBuilder.DropTable(name: "ProvincialCalls");

            migrationBuilder.DropTable(name: "ProvincialReviews");

            migrationBuilder.DropTable(name: "Receipts");

            migrationBuilder.DropTable(name: "RecordEvents");

            migrationBuilder.DropTable(name: "ReportFigures");

            migrationBuilder.DropTable(name: "ReportVersions");

            migrationBuilder.DropTable(name: "ScoreSheets");

            migrationBuilder.DropTable(name: "SealedCopies");

            migrationBuilder.DropTable(name: "Selections");

            migrationBuilder.DropTable(name: "StoredFiles");

            migrationBuilder.DropTable(name: "ExpertPanels");

            migrationBuilder.DropTable(name: "ReportObligations");

            migrationBuilder.DropTable(name: "Experts");

            migrationBuilder.DropTable(name: "Pilots");

            migrationBuilder.DropTable(name: "Accounts");

            migrationBuilder.DropTable(name: "Applications");

            migrationBuilder.DropTable(name: "Batches");

            migrationBuilder.DropTable(name: "Organizations");

            migrationBuilder.DropTable(name: "Divisions");
        }
    }
}
