CREATE TABLE "applicant_links" (
	"secret_hash" text PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"event_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "applicant_links_purpose_check" CHECK ("applicant_links"."purpose" in ('follow','confirm-address','confirm-erasure'))
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "another_look_asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "erasure_asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "link_secret" text;--> statement-breakpoint
ALTER TABLE "applicant_links" ADD CONSTRAINT "applicant_links_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "applicant_links_case_index" ON "applicant_links" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "cases_asked_index" ON "cases" USING btree ("received_at","id") WHERE another_look_asked_at is not null or erasure_asked_at is not null;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_link_secret_check" CHECK ("deliveries"."link_secret" is null or "deliveries"."state" in ('pending','claimed','data-started','retry'));