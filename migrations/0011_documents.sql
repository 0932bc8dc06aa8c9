CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid,
	"case_id" uuid,
	"event_id" uuid,
	"token_hash" "bytea",
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" "bytea" NOT NULL,
	"scan" text NOT NULL,
	"scanned_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "documents_token_hash_key" UNIQUE("token_hash"),
	CONSTRAINT "documents_owner_check" CHECK (num_nonnulls("documents"."draft_id", "documents"."case_id") <= 1),
	CONSTRAINT "documents_event_check" CHECK ("documents"."event_id" is null or "documents"."case_id" is not null),
	CONSTRAINT "documents_kind_check" CHECK ("documents"."kind" in ('pdf','docx','odt','jpg','png')),
	CONSTRAINT "documents_scan_check" CHECK ("documents"."scan" in ('pending','clean','infected','unscanned')),
	CONSTRAINT "documents_size_check" CHECK ("documents"."size" between 1 and 10485760),
	CONSTRAINT "documents_name_check" CHECK (length("documents"."name") <= 120)
);
--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "documents_draft_index" ON "documents" USING btree ("draft_id") WHERE draft_id is not null;--> statement-breakpoint
CREATE INDEX "documents_case_index" ON "documents" USING btree ("case_id") WHERE case_id is not null;--> statement-breakpoint
CREATE INDEX "documents_to_scan_index" ON "documents" USING btree ("created_at") WHERE scan in ('pending','unscanned');--> statement-breakpoint
CREATE INDEX "documents_to_purge_index" ON "documents" USING btree ("created_at") WHERE removed_at is not null or (draft_id is null and case_id is null);
--> statement-breakpoint
-- What an applicant sent stays as it was sent: a case's file can be scanned, and erased; nothing else, and its row goes only
-- after its bytes.
CREATE TRIGGER documents_unchanged BEFORE UPDATE ON documents
  FOR EACH ROW WHEN (
    OLD.case_id IS NOT NULL AND (
      (NEW.id, NEW.case_id, NEW.event_id, NEW.draft_id, NEW.kind, NEW.size, NEW.sha256, NEW.created_at)
        IS DISTINCT FROM (OLD.id, OLD.case_id, OLD.event_id, OLD.draft_id, OLD.kind, OLD.size, OLD.sha256, OLD.created_at)
      OR (NEW.removed_at IS NULL AND NEW.name <> OLD.name)
      OR (OLD.removed_at IS NOT NULL AND NEW.removed_at IS NULL)
    )
  ) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER documents_kept BEFORE DELETE ON documents
  FOR EACH ROW WHEN (OLD.case_id IS NOT NULL AND OLD.removed_at IS NULL) EXECUTE FUNCTION refuse_change();
