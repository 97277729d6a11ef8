-- A table per entry type with its open fields, and a view of its live, canonical rows.

CREATE TABLE r_household (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    hidden INTEGER NOT NULL,
    "village" BLOB,
    "local_number" INTEGER,
    "head" BLOB,
    "has_digital_address" INTEGER,
    "digital_address_source" INTEGER,
    "digital_address_date" INTEGER,
    "residence" INTEGER,
    "residence_date" INTEGER,
    "size" INTEGER,
    "aged_under_6" INTEGER,
    "aged_6_14" INTEGER,
    "aged_15_17" INTEGER,
    "aged_18_59" INTEGER,
    "aged_60_up" INTEGER,
    "poverty" INTEGER,
    "poverty_year" INTEGER,
    "fibre_available" INTEGER,
    "fibre_subscribed" INTEGER,
    "fibre_provider" INTEGER,
    "mobile_data" INTEGER,
    "mobile_signal" INTEGER,
    "best_technology" INTEGER,
    "computer" INTEGER,
    "business" INTEGER,
    "accepts_qr" INTEGER,
    "sells_online" INTEGER,
    "e_invoice" INTEGER,
    "consent" INTEGER,
    "consent_basis" INTEGER,
    "consent_notice" TEXT,
    "consent_method" INTEGER,
    "consent_date" INTEGER,
    "consent_withdrawn" INTEGER,
    "last_visit" INTEGER,
    "visitor" BLOB,
    "consent_purposes" TEXT,
    "consent_task" TEXT,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE INDEX r_household_village ON r_household (scope, "village");

CREATE TABLE r_person (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    hidden INTEGER NOT NULL,
    "household" BLOB,
    "born" INTEGER,
    "sex" INTEGER,
    "relation" INTEGER,
    "residence" INTEGER,
    "audience" INTEGER,
    "smartphone" INTEGER,
    "internet" INTEGER,
    "vneid" INTEGER,
    "account" INTEGER,
    "paid_through_account" INTEGER,
    "e_signature" INTEGER,
    "online_service" INTEGER,
    "health_record" INTEGER,
    "telehealth" INTEGER,
    "beneficiary" INTEGER,
    "level" INTEGER,
    "completed_elsewhere" INTEGER,
    "consent" INTEGER,
    "consent_purposes" TEXT,
    "consent_date" INTEGER,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE INDEX r_person_household ON r_person (scope, "household");

CREATE TABLE r_village (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    hidden INTEGER NOT NULL,
    "name" TEXT,
    "kind" INTEGER,
    "unit_list" TEXT,
    "commune" TEXT,
    "valid_from" INTEGER,
    "valid_to" INTEGER,
    "predecessors" TEXT,
    "status" INTEGER,
    "region" INTEGER,
    "household_count" INTEGER,
    "grid_power" INTEGER,
    "coverage" INTEGER,
    "coverage_viettel" INTEGER,
    "coverage_vinaphone" INTEGER,
    "coverage_mobifone" INTEGER,
    "coverage_vietnamobile" INTEGER,
    "best_technology" INTEGER,
    "fixed_broadband" INTEGER,
    "public_wifi" INTEGER,
    "village_hall" INTEGER,
    "loudspeaker" INTEGER,
    "tags" TEXT,
    "distance" INTEGER,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE TABLE r_team (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    hidden INTEGER NOT NULL,
    "team_level" INTEGER,
    "village" BLOB,
    "name" TEXT,
    "decision_number" TEXT,
    "decision_date" INTEGER,
    "active_from" INTEGER,
    "active_to" INTEGER,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE TABLE r_team_member (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    hidden INTEGER NOT NULL,
    "team" BLOB,
    "person" BLOB,
    "role" INTEGER,
    "organisation" INTEGER,
    "trained" INTEGER,
    "training_course" TEXT,
    "training_date" INTEGER,
    "training_hours" INTEGER,
    "training_result" INTEGER,
    "active_from" INTEGER,
    "active_to" INTEGER,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE INDEX r_team_member_team ON r_team_member (scope, "team");

CREATE TABLE r_class (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    hidden INTEGER NOT NULL,
    "name" TEXT,
    "campaign" BLOB,
    "village" BLOB,
    "level" INTEGER,
    "audience" INTEGER,
    "starts" INTEGER,
    "ends" INTEGER,
    "planned_sessions" INTEGER,
    "planned_people" INTEGER,
    "skills" TEXT,
    "partner" TEXT,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE TABLE r_session (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    hidden INTEGER NOT NULL,
    "kind" INTEGER,
    "campaign" BLOB,
    "class" BLOB,
    "date" INTEGER,
    "start" INTEGER,
    "minutes" INTEGER,
    "place" TEXT,
    "village" BLOB,
    "villages" TEXT,
    "level" INTEGER,
    "skills" TEXT,
    "topics" TEXT,
    "audience" INTEGER,
    "partner" TEXT,
    "planned_people" INTEGER,
    "status" INTEGER,
    "tally_total" INTEGER,
    "tally_women" INTEGER,
    "tally_60_up" INTEGER,
    "tally_minority" INTEGER,
    "practice_done" INTEGER,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE TABLE r_attendance (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    hidden INTEGER NOT NULL,
    "session" BLOB,
    "person" BLOB,
    "presence" INTEGER,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE INDEX r_attendance_session ON r_attendance (scope, "session");

CREATE INDEX r_attendance_person ON r_attendance (scope, "person");

CREATE TABLE r_practice (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    hidden INTEGER NOT NULL,
    "session" BLOB,
    "person" BLOB,
    "done" INTEGER,
    "skills" TEXT,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE INDEX r_practice_session ON r_practice (scope, "session");

CREATE INDEX r_practice_person ON r_practice (scope, "person");

CREATE TABLE r_assessment (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    hidden INTEGER NOT NULL,
    "person" BLOB,
    "session" BLOB,
    "form" TEXT,
    "form_version" TEXT,
    "date" INTEGER,
    "mode" INTEGER,
    "skills" TEXT,
    "score" INTEGER,
    "max_score" INTEGER,
    "pass_mark" INTEGER,
    "result" INTEGER,
    "level" INTEGER,
    "retake_of" BLOB,
    "supersedes" BLOB,
    "commended" INTEGER,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE INDEX r_assessment_person ON r_assessment (scope, "person");

CREATE TABLE r_vneid_confirmation (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    hidden INTEGER NOT NULL,
    "person" BLOB,
    "confirmed" INTEGER,
    "date" INTEGER,
    "seen" INTEGER,
    "supersedes" BLOB,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE INDEX r_vneid_confirmation_person ON r_vneid_confirmation (scope, "person");

CREATE TABLE r_problem (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    hidden INTEGER NOT NULL,
    "household" BLOB,
    "village" BLOB,
    "kind" INTEGER,
    "date" INTEGER,
    "status" INTEGER,
    "answered_on" INTEGER,
    "due" INTEGER,
    "people_affected" INTEGER,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE TABLE r_report (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    hidden INTEGER NOT NULL,
    "unit" TEXT,
    "unit_list" TEXT,
    "period_from" INTEGER,
    "period_to" INTEGER,
    "period" INTEGER,
    "kind" INTEGER,
    "status" INTEGER,
    "deadline" INTEGER,
    "submitted_on" INTEGER,
    "rule_set" TEXT,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE TABLE r_criteria_set (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    hidden INTEGER NOT NULL,
    "name" TEXT,
    "issuer" TEXT,
    "decision_number" TEXT,
    "decision_date" INTEGER,
    "valid_from" INTEGER,
    "valid_to" INTEGER,
    "commune_group" TEXT,
    "criteria" TEXT,
    "evidence_needed" TEXT,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE TABLE r_target (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    hidden INTEGER NOT NULL,
    "indicator" TEXT,
    "name" TEXT,
    "issuer" TEXT,
    "decision_number" TEXT,
    "valid_from" INTEGER,
    "valid_to" INTEGER,
    "commune_group" TEXT,
    "threshold" INTEGER,
    "measure" INTEGER,
    "evidence_needed" TEXT,
    "above" INTEGER,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE TABLE r_external_statistic (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    hidden INTEGER NOT NULL,
    "name" TEXT,
    "issuer" TEXT,
    "decision_number" TEXT,
    "year" INTEGER,
    "unit" TEXT,
    "unit_list" TEXT,
    "value" INTEGER,
    "measure" INTEGER,
    "of_how_many" INTEGER,
    "source" TEXT,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE TABLE r_campaign (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    hidden INTEGER NOT NULL,
    "name" TEXT,
    "issuer" TEXT,
    "decision_number" TEXT,
    "decision_date" INTEGER,
    "starts" INTEGER,
    "ends" INTEGER,
    "goal" TEXT,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE TABLE r_choice (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    hidden INTEGER NOT NULL,
    "list" TEXT,
    "number" INTEGER,
    "key" TEXT,
    "label_vi" TEXT,
    "label_en" TEXT,
    "issuer" TEXT,
    "decision_number" TEXT,
    "valid_from" INTEGER,
    "valid_to" INTEGER,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE VIEW v_household AS SELECT r.scope, r.id,
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."village"), r."village") AS "village",
    r."local_number",
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."head"), r."head") AS "head",
    r."has_digital_address",
    r."digital_address_source",
    r."digital_address_date",
    r."residence",
    r."residence_date",
    r."size",
    r."aged_under_6",
    r."aged_6_14",
    r."aged_15_17",
    r."aged_18_59",
    r."aged_60_up",
    r."poverty",
    r."poverty_year",
    r."fibre_available",
    r."fibre_subscribed",
    r."fibre_provider",
    r."mobile_data",
    r."mobile_signal",
    r."best_technology",
    r."computer",
    r."business",
    r."accepts_qr",
    r."sells_online",
    r."e_invoice",
    r."consent",
    r."consent_basis",
    r."consent_notice",
    r."consent_method",
    r."consent_date",
    r."consent_withdrawn",
    r."last_visit",
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."visitor"), r."visitor") AS "visitor",
    r."consent_purposes",
    r."consent_task"
FROM r_household r WHERE r.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW v_person AS SELECT r.scope, r.id,
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."household"), r."household") AS "household",
    r."born",
    r."sex",
    r."relation",
    r."residence",
    r."audience",
    r."smartphone",
    r."internet",
    r."vneid",
    r."account",
    r."paid_through_account",
    r."e_signature",
    r."online_service",
    r."health_record",
    r."telehealth",
    r."beneficiary",
    r."level",
    r."completed_elsewhere",
    r."consent",
    r."consent_purposes",
    r."consent_date"
FROM r_person r WHERE r.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW v_village AS SELECT r.scope, r.id,
    r."name",
    r."kind",
    r."unit_list",
    r."commune",
    r."valid_from",
    r."valid_to",
    r."predecessors",
    r."status",
    r."region",
    r."household_count",
    r."grid_power",
    r."coverage",
    r."coverage_viettel",
    r."coverage_vinaphone",
    r."coverage_mobifone",
    r."coverage_vietnamobile",
    r."best_technology",
    r."fixed_broadband",
    r."public_wifi",
    r."village_hall",
    r."loudspeaker",
    r."tags",
    r."distance"
FROM r_village r WHERE r.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW v_team AS SELECT r.scope, r.id,
    r."team_level",
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."village"), r."village") AS "village",
    r."name",
    r."decision_number",
    r."decision_date",
    r."active_from",
    r."active_to"
FROM r_team r WHERE r.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW v_team_member AS SELECT r.scope, r.id,
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."team"), r."team") AS "team",
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."person"), r."person") AS "person",
    r."role",
    r."organisation",
    r."trained",
    r."training_course",
    r."training_date",
    r."training_hours",
    r."training_result",
    r."active_from",
    r."active_to"
FROM r_team_member r WHERE r.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW v_class AS SELECT r.scope, r.id,
    r."name",
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."campaign"), r."campaign") AS "campaign",
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."village"), r."village") AS "village",
    r."level",
    r."audience",
    r."starts",
    r."ends",
    r."planned_sessions",
    r."planned_people",
    r."skills",
    r."partner"
FROM r_class r WHERE r.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW v_session AS SELECT r.scope, r.id,
    r."kind",
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."campaign"), r."campaign") AS "campaign",
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."class"), r."class") AS "class",
    r."date",
    r."start",
    r."minutes",
    r."place",
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."village"), r."village") AS "village",
    r."villages",
    r."level",
    r."skills",
    r."topics",
    r."audience",
    r."partner",
    r."planned_people",
    r."status",
    r."tally_total",
    r."tally_women",
    r."tally_60_up",
    r."tally_minority",
    r."practice_done"
FROM r_session r WHERE r.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW v_attendance AS SELECT r.scope, r.id,
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."session"), r."session") AS "session",
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."person"), r."person") AS "person",
    r."presence"
FROM r_attendance r WHERE r.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW v_practice AS SELECT r.scope, r.id,
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."session"), r."session") AS "session",
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."person"), r."person") AS "person",
    r."done",
    r."skills"
FROM r_practice r WHERE r.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW v_assessment AS SELECT r.scope, r.id,
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."person"), r."person") AS "person",
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."session"), r."session") AS "session",
    r."form",
    r."form_version",
    r."date",
    r."mode",
    r."skills",
    r."score",
    r."max_score",
    r."pass_mark",
    r."result",
    r."level",
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."retake_of"), r."retake_of") AS "retake_of",
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."supersedes"), r."supersedes") AS "supersedes",
    r."commended"
FROM r_assessment r WHERE r.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW v_vneid_confirmation AS SELECT r.scope, r.id,
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."person"), r."person") AS "person",
    r."confirmed",
    r."date",
    r."seen",
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."supersedes"), r."supersedes") AS "supersedes"
FROM r_vneid_confirmation r WHERE r.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW v_problem AS SELECT r.scope, r.id,
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."household"), r."household") AS "household",
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."village"), r."village") AS "village",
    r."kind",
    r."date",
    r."status",
    r."answered_on",
    r."due",
    r."people_affected"
FROM r_problem r WHERE r.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW v_report AS SELECT r.scope, r.id,
    r."unit",
    r."unit_list",
    r."period_from",
    r."period_to",
    r."period",
    r."kind",
    r."status",
    r."deadline",
    r."submitted_on",
    r."rule_set"
FROM r_report r WHERE r.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW v_criteria_set AS SELECT r.scope, r.id,
    r."name",
    r."issuer",
    r."decision_number",
    r."decision_date",
    r."valid_from",
    r."valid_to",
    r."commune_group",
    r."criteria",
    r."evidence_needed"
FROM r_criteria_set r WHERE r.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW v_target AS SELECT r.scope, r.id,
    r."indicator",
    r."name",
    r."issuer",
    r."decision_number",
    r."valid_from",
    r."valid_to",
    r."commune_group",
    r."threshold",
    r."measure",
    r."evidence_needed",
    r."above"
FROM r_target r WHERE r.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW v_external_statistic AS SELECT r.scope, r.id,
    r."name",
    r."issuer",
    r."decision_number",
    r."year",
    r."unit",
    r."unit_list",
    r."value",
    r."measure",
    r."of_how_many",
    r."source"
FROM r_external_statistic r WHERE r.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW v_campaign AS SELECT r.scope, r.id,
    r."name",
    r."issuer",
    r."decision_number",
    r."decision_date",
    r."starts",
    r."ends",
    r."goal"
FROM r_campaign r WHERE r.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW v_choice AS SELECT r.scope, r.id,
    r."list",
    r."number",
    r."key",
    r."label_vi",
    r."label_en",
    r."issuer",
    r."decision_number",
    r."valid_from",
    r."valid_to"
FROM r_choice r WHERE r.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW all_household AS SELECT r.scope, r.id,
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."village"), r."village") AS "village",
    r."local_number",
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."head"), r."head") AS "head",
    r."has_digital_address",
    r."digital_address_source",
    r."digital_address_date",
    r."residence",
    r."residence_date",
    r."size",
    r."aged_under_6",
    r."aged_6_14",
    r."aged_15_17",
    r."aged_18_59",
    r."aged_60_up",
    r."poverty",
    r."poverty_year",
    r."fibre_available",
    r."fibre_subscribed",
    r."fibre_provider",
    r."mobile_data",
    r."mobile_signal",
    r."best_technology",
    r."computer",
    r."business",
    r."accepts_qr",
    r."sells_online",
    r."e_invoice",
    r."consent",
    r."consent_basis",
    r."consent_notice",
    r."consent_method",
    r."consent_date",
    r."consent_withdrawn",
    r."last_visit",
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."visitor"), r."visitor") AS "visitor",
    r."consent_purposes",
    r."consent_task"
FROM r_household r WHERE NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);

CREATE VIEW all_person AS SELECT r.scope, r.id,
    coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = r."household"), r."household") AS "household",
    r."born",
    r."sex",
    r."relation",
    r."residence",
    r."audience",
    r."smartphone",
    r."internet",
    r."vneid",
    r."account",
    r."paid_through_account",
    r."e_signature",
    r."online_service",
    r."health_record",
    r."telehealth",
    r."beneficiary",
    r."level",
    r."completed_elsewhere",
    r."consent",
    r."consent_purposes",
    r."consent_date"
FROM r_person r WHERE NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);
