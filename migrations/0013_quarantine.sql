-- Unlogged, as drizzle-kit cannot say: after a crash we count anew.
CREATE UNLOGGED TABLE "gate_counts" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gate_keys" (
	"id" integer PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL,
	CONSTRAINT "gate_keys_single_check" CHECK ("gate_keys"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "gate_proofs" (
	"nonce" text PRIMARY KEY NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "quarantine" text[];--> statement-breakpoint
CREATE INDEX "gate_counts_until_index" ON "gate_counts" USING btree ("until");--> statement-breakpoint
CREATE INDEX "gate_proofs_until_index" ON "gate_proofs" USING btree ("until");--> statement-breakpoint
CREATE INDEX "cases_quarantine_index" ON "cases" USING btree ("due_at") WHERE quarantine is not null;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_quarantine_check" CHECK ("cases"."quarantine" is null or "cases"."state" = 'received');