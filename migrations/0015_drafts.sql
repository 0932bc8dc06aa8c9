CREATE TABLE "draft_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"secret_hash" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "draft_keys_secret_hash_key" UNIQUE("secret_hash"),
	CONSTRAINT "draft_keys_purpose_check" CHECK ("draft_keys"."purpose" in ('browser','mail')),
	CONSTRAINT "draft_keys_secret_check" CHECK ("draft_keys"."secret_hash" is not null or "draft_keys"."purpose" = 'mail')
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"form" text NOT NULL,
	"language" text NOT NULL,
	"pages" jsonb NOT NULL,
	"email" text,
	"case_id" uuid,
	"began_at" timestamp (3) with time zone NOT NULL,
	"touched_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	CONSTRAINT "drafts_submitted_check" CHECK ("drafts"."case_id" is null or ("drafts"."pages" = '{}' and "drafts"."email" is null))
);
--> statement-breakpoint
ALTER TABLE "draft_keys" ADD CONSTRAINT "draft_keys_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_keys_draft_id_index" ON "draft_keys" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "drafts_expires_at_index" ON "drafts" USING btree ("expires_at");
--> statement-breakpoint
-- By hand, because drafts stand a floor above documents. A draft that is forgotten leaves its files marked for removal.
ALTER TABLE "documents" ADD CONSTRAINT "documents_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "drafts"("id") ON DELETE SET NULL;
