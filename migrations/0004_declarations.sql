CREATE TABLE "declarations" (
	"case_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"declared_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "declarations_pkey" PRIMARY KEY("case_id","staff_id")
);
--> statement-breakpoint
ALTER TABLE "declarations" ADD CONSTRAINT "declarations_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declarations" ADD CONSTRAINT "declarations_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;