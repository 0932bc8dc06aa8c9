-- Comes with PostgreSQL as a trusted extension: who may create things in the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE "tags" (
	"name" text PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bulk_actions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"action" text NOT NULL,
	"case_references" text[] NOT NULL,
	"state" text DEFAULT 'chosen' NOT NULL,
	"results" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"taken_at" timestamp (3) with time zone,
	CONSTRAINT "bulk_actions_state_check" CHECK ("bulk_actions"."state" in ('chosen','taken','undone')),
	CONSTRAINT "bulk_actions_taken_check" CHECK (("bulk_actions"."state" = 'chosen') = ("bulk_actions"."taken_at" is null))
);
--> statement-breakpoint
CREATE TABLE "case_search" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"document" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"name" text NOT NULL,
	"shared" boolean NOT NULL,
	"query" text NOT NULL,
	"search_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_views_staff_id_name_key" UNIQUE("staff_id","name")
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "searches" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "cases_received_index";--> statement-breakpoint
DROP INDEX "cases_assignee_index";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "tags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_actions" ADD CONSTRAINT "bulk_actions_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_search_id_fkey" FOREIGN KEY ("search_id") REFERENCES "public"."searches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "searches" ADD CONSTRAINT "searches_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_actions_created_at_index" ON "bulk_actions" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "case_search_document_index" ON "case_search" USING gin ("document");--> statement-breakpoint
CREATE INDEX "saved_views_shared_index" ON "saved_views" USING btree ("name") WHERE shared;--> statement-breakpoint
CREATE INDEX "search_words_similar_index" ON "search_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "searches_created_at_index" ON "searches" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "cases_team_index" ON "cases" USING btree ("team_id","due_at") WHERE due_at is not null and team_id is not null;--> statement-breakpoint
CREATE INDEX "cases_waiting_index" ON "cases" USING btree ("due_at","id") WHERE state = 'awaiting-applicant';--> statement-breakpoint
CREATE INDEX "cases_closed_index" ON "cases" USING btree ("received_at","id") WHERE due_at is null;--> statement-breakpoint
CREATE INDEX "cases_closed_team_index" ON "cases" USING btree ("team_id","received_at","id") WHERE due_at is null;--> statement-breakpoint
CREATE INDEX "cases_closed_assignee_index" ON "cases" USING btree ("assignee_id","received_at","id") WHERE due_at is null;--> statement-breakpoint
CREATE INDEX "cases_closed_country_index" ON "cases" USING btree ("country","received_at","id") WHERE due_at is null;--> statement-breakpoint
CREATE INDEX "cases_closed_jurisdiction_index" ON "cases" USING btree ("jurisdiction","received_at","id") WHERE due_at is null;--> statement-breakpoint
CREATE INDEX "cases_tags_index" ON "cases" USING gin ("tags") WHERE tags <> '{}';--> statement-breakpoint
CREATE INDEX "cases_received_index" ON "cases" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "cases_assignee_index" ON "cases" USING btree ("assignee_id","due_at") WHERE due_at is not null and assignee_id is not null;
--> statement-breakpoint
-- Whoever erases answers, and however: what they can be found by goes in the same transaction, and the words of names that
-- no other case has. The lock keeps away the worker that writes both (triage/search/index-cases.ts).
CREATE FUNCTION forget_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found_by text[];
BEGIN
  PERFORM pg_advisory_xact_lock(7246203);
  SELECT tsvector_to_array(document) INTO found_by FROM case_search WHERE case_id = NEW.case_id;
  INSERT INTO case_search (case_id, document) VALUES (NEW.case_id, '')
    ON CONFLICT (case_id) DO UPDATE SET document = '';
  DELETE FROM search_words WHERE word = ANY (found_by)
    AND NOT EXISTS (SELECT FROM case_search WHERE document @@ quote_literal(word)::tsquery);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER submissions_forget_search_text AFTER UPDATE ON submissions
  FOR EACH ROW WHEN (OLD.answers IS NOT NULL AND NEW.answers IS NULL)
  EXECUTE FUNCTION forget_search_text();
