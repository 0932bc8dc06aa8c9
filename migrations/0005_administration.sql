CREATE TABLE "service_standards" (
	"version" integer PRIMARY KEY NOT NULL,
	"in_force_from" timestamp (3) with time zone NOT NULL,
	"standard" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "email_wordings" (
	"email" text NOT NULL,
	"language" text NOT NULL,
	"version" integer NOT NULL,
	"sentences" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" jsonb NOT NULL,
	CONSTRAINT "email_wordings_pkey" PRIMARY KEY("email","language","version"),
	CONSTRAINT "email_wordings_version_check" CHECK ("email_wordings"."version" >= 1)
);
--> statement-breakpoint
CREATE TABLE "audit_verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"asked_by" uuid NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"until" timestamp (3) with time zone NOT NULL,
	"alive_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"events" integer,
	"faults" integer,
	"digest" text,
	"fault_lines" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "audit_verifications_state_check" CHECK ("audit_verifications"."state" in ('running','whole','faulty','failed'))
);
--> statement-breakpoint
CREATE TABLE "routing_rule_drafts" (
	"id" integer PRIMARY KEY NOT NULL,
	"rules" jsonb NOT NULL,
	"based_on" integer NOT NULL,
	"revision" integer NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" jsonb NOT NULL,
	CONSTRAINT "routing_rule_drafts_one_check" CHECK ("routing_rule_drafts"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "routing_rule_sets" (
	"version" integer PRIMARY KEY NOT NULL,
	"rules" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" jsonb NOT NULL,
	CONSTRAINT "routing_rule_sets_version_check" CHECK ("routing_rule_sets"."version" >= 1),
	CONSTRAINT "routing_rule_sets_rules_check" CHECK (jsonb_typeof("routing_rule_sets"."rules") = 'array')
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "wording_version" integer;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_verifications" ADD CONSTRAINT "audit_verifications_asked_by_fkey" FOREIGN KEY ("asked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_verifications_started_at_index" ON "audit_verifications" USING btree ("started_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "events_staff_index" ON "events" USING btree ((actor ->> 'id'),"at" DESC NULLS LAST) WHERE actor ->> 'kind' = 'staff';--> statement-breakpoint
CREATE INDEX "events_type_index" ON "events" USING btree ("type","at" DESC NULLS LAST) WHERE type not in ('submission.received', 'case.assigned');
--> statement-breakpoint
-- The rules that are in force become the first version.
INSERT INTO routing_rule_sets (version, rules, published_at, published_by)
SELECT 1, jsonb_agg(jsonb_build_object('id', id, 'name', name, 'conditions', conditions, 'teamId', team_id, 'enabled', enabled) ORDER BY position, id),
  date_trunc('milliseconds', now()), '{"kind":"system","id":"operator"}'::jsonb
FROM routing_rules HAVING count(*) > 0;
--> statement-breakpoint
-- What was published stays as it was published.
CREATE TRIGGER routing_rule_sets_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON routing_rule_sets
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER service_standards_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON service_standards
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER email_wordings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON email_wordings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON routing_rule_sets, service_standards, email_wordings FROM PUBLIC, CURRENT_USER;
