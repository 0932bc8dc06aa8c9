CREATE TABLE "case_reviewers" (
	"case_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_reviewers_pkey" PRIMARY KEY("case_id","staff_id")
);
--> statement-breakpoint
ALTER TABLE "case_reviewers" ADD CONSTRAINT "case_reviewers_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_reviewers" ADD CONSTRAINT "case_reviewers_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_reviewers_staff_id_index" ON "case_reviewers" USING btree ("staff_id");