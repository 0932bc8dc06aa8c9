CREATE TABLE "digests" (
	"staff_id" uuid NOT NULL,
	"day" date NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "digests_pkey" PRIMARY KEY("staff_id","day")
);
--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "daily_digest" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cases_recommended_index" ON "cases" USING btree ("due_at","id") WHERE state = 'recommended';