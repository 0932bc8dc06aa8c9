CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"form" text NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'received' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"clock_started_at" timestamp (3) with time zone NOT NULL,
	"team_id" text,
	"assignee_id" uuid,
	"due_at" timestamp (3) with time zone,
	"first_look_at" timestamp (3) with time zone,
	"holds" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"deferred_to" date,
	"decided_by_event" uuid,
	"duplicate_of" uuid,
	"remind_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"due_soon_for" timestamp (3) with time zone,
	"overdue_for" timestamp (3) with time zone,
	"delayed_for" timestamp (3) with time zone,
	"escalated_for" timestamp (3) with time zone,
	"language" text NOT NULL,
	"organisation" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_email" text NOT NULL,
	"organisation_key" text NOT NULL,
	"contact_domain" text NOT NULL,
	"region" text,
	"country" text,
	"jurisdiction" text,
	"applicant_type" text,
	"branch" text,
	"support_types" text[] NOT NULL,
	"themes" text[] NOT NULL,
	"needed_by" date,
	"erased_at" timestamp (3) with time zone,
	CONSTRAINT "cases_reference_key" UNIQUE("reference"),
	CONSTRAINT "cases_state_check" CHECK ("cases"."state" in ('received','in-review','awaiting-applicant','recommended','accepted','deferred','in-progress','active','delivered','ended','declined','redirected','lapsed','withdrawn','duplicate','spam')),
	CONSTRAINT "cases_kind_check" CHECK ("cases"."kind" in ('observer', 'support')),
	CONSTRAINT "cases_due_check" CHECK (("cases"."due_at" is null) = ("cases"."state" in ('delivered','ended','declined','redirected','lapsed','withdrawn','duplicate','spam'))),
	CONSTRAINT "cases_decision_check" CHECK ("cases"."decided_by_event" is not null or "cases"."state" not in ('accepted','declined','redirected','deferred','in-progress','delivered','active','ended')),
	CONSTRAINT "cases_deferred_check" CHECK ("cases"."state" <> 'deferred' or "cases"."deferred_to" is not null),
	CONSTRAINT "cases_duplicate_check" CHECK ("cases"."state" <> 'duplicate' or "cases"."duplicate_of" is not null)
);
--> statement-breakpoint
CREATE TABLE "event_words" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"stream" uuid NOT NULL,
	"salt" "bytea" NOT NULL,
	"words" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid NOT NULL,
	"stream" uuid NOT NULL,
	"position" integer NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" jsonb NOT NULL,
	"details" jsonb NOT NULL,
	"words_hash" "bytea",
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "events_pkey" PRIMARY KEY("stream","position"),
	CONSTRAINT "events_id_key" UNIQUE("id"),
	CONSTRAINT "events_decision_reasoned_check" CHECK ("events"."type" <> 'case.decided' or ("events"."words_hash" is not null and coalesce(length("events"."details" ->> 'reasonCode'), 0) > 0))
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"event_id" uuid NOT NULL,
	"stream" uuid NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"fence" bigint DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_error" text,
	CONSTRAINT "outbox_state_check" CHECK ("outbox"."state" in ('pending','claimed','retry','done','dead'))
);
--> statement-breakpoint
CREATE TABLE "form_wordings" (
	"id" text PRIMARY KEY NOT NULL,
	"form" text NOT NULL,
	"version" integer NOT NULL,
	"language" text NOT NULL,
	"wording" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"stream" uuid NOT NULL,
	"notification" text NOT NULL,
	"audience" text NOT NULL,
	"address" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"domain" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"message_id" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"fence" bigint DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"data_started_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"response" text,
	"last_error" text,
	"resends" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliveries_message_id_key" UNIQUE("message_id"),
	CONSTRAINT "deliveries_once_key" UNIQUE("event_id","notification","address"),
	CONSTRAINT "deliveries_state_check" CHECK ("deliveries"."state" in ('pending','claimed','data-started','accepted','retry','refused','uncertain','cancelled')),
	CONSTRAINT "deliveries_lease_check" CHECK (("deliveries"."lease_until" is not null) = ("deliveries"."state" in ('claimed','data-started'))),
	CONSTRAINT "deliveries_settled_check" CHECK (("deliveries"."settled_at" is not null) = ("deliveries"."state" in ('accepted','refused','uncertain','cancelled'))),
	CONSTRAINT "deliveries_domain_lower_check" CHECK ("deliveries"."domain" = lower("deliveries"."domain"))
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"address" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"delivery_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "countries" (
	"code" text PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "countries_code_check" CHECK ("countries"."code" ~ '^[A-Z]{2}$'),
	CONSTRAINT "countries_region_check" CHECK ("countries"."region" in ('africa-middle-east', 'americas', 'asia-pacific', 'europe'))
);
--> statement-breakpoint
CREATE TABLE "jurisdictions" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"country" text NOT NULL,
	"region" text NOT NULL,
	"status" text NOT NULL,
	"aliases" text[] DEFAULT '{}' NOT NULL,
	"uncertain" text,
	"source" text NOT NULL,
	CONSTRAINT "jurisdictions_name_key" UNIQUE("name"),
	CONSTRAINT "jurisdictions_id_check" CHECK ("jurisdictions"."id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "jurisdictions_level_check" CHECK ("jurisdictions"."level" in ('national', 'local')),
	CONSTRAINT "jurisdictions_region_check" CHECK ("jurisdictions"."region" in ('africa-middle-east', 'americas', 'asia-pacific', 'europe')),
	CONSTRAINT "jurisdictions_status_check" CHECK ("jurisdictions"."status" in ('active', 'under-review', 'inactive', 'suspended', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "roster_entries" (
	"version" text NOT NULL,
	"jurisdiction" text NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "roster_entries_pkey" PRIMARY KEY("version","jurisdiction","basis")
);
--> statement-breakpoint
CREATE TABLE "roster_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"as_of" date NOT NULL,
	"rule" text NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "roster_versions_as_of_key" UNIQUE("as_of")
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"note" text,
	CONSTRAINT "absences_days_check" CHECK ("absences"."first_day" <= "absences"."last_day")
);
--> statement-breakpoint
CREATE TABLE "conflicts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"declared_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "conflicts_staff_id_kind_value_key" UNIQUE("staff_id","kind","value"),
	CONSTRAINT "conflicts_kind_check" CHECK ("conflicts"."kind" in ('country', 'jurisdiction', 'organisation', 'case'))
);
--> statement-breakpoint
CREATE TABLE "routing_decisions" (
	"case_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"decided_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"outcome" text NOT NULL,
	"rule_id" uuid,
	"assignee_id" uuid,
	"decision" jsonb NOT NULL,
	CONSTRAINT "routing_decisions_pkey" PRIMARY KEY("case_id","sequence"),
	CONSTRAINT "routing_decisions_outcome_check" CHECK ("routing_decisions"."outcome" in ('assigned', 'triage')),
	CONSTRAINT "routing_decisions_assignee_check" CHECK (("routing_decisions"."outcome" = 'assigned') = ("routing_decisions"."assignee_id" is not null and "routing_decisions"."rule_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "routing_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"conditions" jsonb NOT NULL,
	"team_id" text NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	CONSTRAINT "routing_rules_position_check" CHECK ("routing_rules"."position" >= 1),
	CONSTRAINT "routing_rules_conditions_check" CHECK (jsonb_typeof("routing_rules"."conditions") = 'array')
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"team_id" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"capacity" integer NOT NULL,
	CONSTRAINT "team_members_pkey" PRIMARY KEY("team_id","staff_id"),
	CONSTRAINT "team_members_capacity_check" CHECK ("team_members"."capacity" between 0 and 1000)
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"region" text,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "teams_id_check" CHECK ("teams"."id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("teams"."id") <= 60),
	CONSTRAINT "teams_region_check" CHECK ("teams"."region" in ('africa-middle-east', 'americas', 'asia-pacific', 'europe'))
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"name" text NOT NULL,
	"secret_hash" text NOT NULL,
	"roles" text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "api_tokens_secret_hash_key" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"time_zone" text NOT NULL,
	"roles" text[] NOT NULL,
	"country" text,
	"organisation" text,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "staff_email_key" UNIQUE("email"),
	CONSTRAINT "staff_email_lower_check" CHECK ("staff"."email" = lower("staff"."email")),
	CONSTRAINT "staff_roles_check" CHECK ("staff"."roles" <@ array['coordinator','reviewer','lead','auditor','administrator'])
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"key" text NOT NULL,
	"form" text NOT NULL,
	"payload_hash" "bytea" NOT NULL,
	"case_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_key" UNIQUE("form","key")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"wording_id" text NOT NULL,
	"answers" jsonb,
	"salt" "bytea",
	"received_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_duplicate_of_fkey" FOREIGN KEY ("duplicate_of") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_stream_fkey" FOREIGN KEY ("stream") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jurisdictions" ADD CONSTRAINT "jurisdictions_country_countries_code_fk" FOREIGN KEY ("country") REFERENCES "public"."countries"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_entries" ADD CONSTRAINT "roster_entries_version_roster_versions_id_fk" FOREIGN KEY ("version") REFERENCES "public"."roster_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_entries" ADD CONSTRAINT "roster_entries_jurisdiction_jurisdictions_id_fk" FOREIGN KEY ("jurisdiction") REFERENCES "public"."jurisdictions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_decisions" ADD CONSTRAINT "routing_decisions_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_wording_id_fkey" FOREIGN KEY ("wording_id") REFERENCES "public"."form_wordings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cases_received_index" ON "cases" USING btree ("received_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "cases_due_index" ON "cases" USING btree ("due_at","id") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "cases_assignee_index" ON "cases" USING btree ("assignee_id","due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "cases_unassigned_index" ON "cases" USING btree ("due_at") WHERE assignee_id is null and due_at is not null;--> statement-breakpoint
CREATE INDEX "events_at_index" ON "events" USING btree ("at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "outbox_open_index" ON "outbox" USING btree ("due_at") WHERE state in ('pending','retry');--> statement-breakpoint
CREATE INDEX "outbox_claimed_index" ON "outbox" USING btree ("lease_until") WHERE state = 'claimed';--> statement-breakpoint
CREATE INDEX "outbox_dead_index" ON "outbox" USING btree ("id") WHERE state = 'dead';--> statement-breakpoint
CREATE INDEX "deliveries_open_index" ON "deliveries" USING btree ("domain","due_at","id") WHERE state in ('pending','retry');--> statement-breakpoint
CREATE INDEX "deliveries_leased_index" ON "deliveries" USING btree ("lease_until") WHERE state in ('claimed','data-started');--> statement-breakpoint
CREATE INDEX "deliveries_attention_index" ON "deliveries" USING btree ("settled_at") WHERE state in ('refused','uncertain','cancelled');--> statement-breakpoint
CREATE INDEX "deliveries_stream_index" ON "deliveries" USING btree ("stream");--> statement-breakpoint
CREATE INDEX "roster_entries_jurisdiction_idx" ON "roster_entries" USING btree ("jurisdiction");--> statement-breakpoint
CREATE INDEX "absences_staff_id_index" ON "absences" USING btree ("staff_id","last_day");--> statement-breakpoint
CREATE INDEX "routing_rules_position_index" ON "routing_rules" USING btree ("position");--> statement-breakpoint
CREATE INDEX "team_members_staff_id_index" ON "team_members" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "api_tokens_staff_id_index" ON "api_tokens" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_at_index" ON "idempotency_keys" USING btree ("created_at");