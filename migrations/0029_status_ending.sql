ALTER TABLE "cases" ADD COLUMN "status_ending_for" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "cases_active_index" ON "cases" USING btree ("due_at") WHERE state = 'active';