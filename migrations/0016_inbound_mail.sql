CREATE TABLE "inbound_mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mailbox" text,
	"uid_validity" bigint,
	"uid" bigint,
	"webhook_id" text,
	"id_hash" "bytea" NOT NULL,
	"body_hash" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"is_cut" boolean NOT NULL,
	"raw" "bytea",
	"sender" text DEFAULT '' NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"reason" text,
	"case_id" uuid,
	"received_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"marked_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_error" text,
	CONSTRAINT "inbound_mail_uid_key" UNIQUE("mailbox","uid_validity","uid"),
	CONSTRAINT "inbound_mail_webhook_id_key" UNIQUE("webhook_id"),
	CONSTRAINT "inbound_mail_state_check" CHECK ("inbound_mail"."state" in ('waiting','answer','message','bounce','automatic','duplicate','loop','quarantined','attached','discarded')),
	CONSTRAINT "inbound_mail_source_check" CHECK (num_nonnulls("inbound_mail"."uid", "inbound_mail"."webhook_id") = 1 and num_nulls("inbound_mail"."mailbox", "inbound_mail"."uid_validity", "inbound_mail"."uid") in (0, 3)),
	CONSTRAINT "inbound_mail_settled_check" CHECK (("inbound_mail"."settled_at" is null) = ("inbound_mail"."state" = 'waiting')),
	CONSTRAINT "inbound_mail_raw_check" CHECK ("inbound_mail"."raw" is not null or "inbound_mail"."state" <> 'waiting'),
	CONSTRAINT "inbound_mail_sender_lower_check" CHECK ("inbound_mail"."sender" = lower("inbound_mail"."sender"))
);
--> statement-breakpoint
CREATE TABLE "inbound_mailboxes" (
	"mailbox" text PRIMARY KEY NOT NULL,
	"uid_validity" bigint DEFAULT 0 NOT NULL,
	"last_uid" bigint DEFAULT 0 NOT NULL,
	"held_by" uuid,
	"held_until" timestamp (3) with time zone,
	"read_at" timestamp (3) with time zone,
	"failing_since" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "reply_keys" (
	"id" integer PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "reply_to" text;--> statement-breakpoint
ALTER TABLE "inbound_mail" ADD CONSTRAINT "inbound_mail_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_mail_effect_key" ON "inbound_mail" USING btree ("id_hash") WHERE state in ('answer','message','bounce');--> statement-breakpoint
CREATE INDEX "inbound_mail_waiting_index" ON "inbound_mail" USING btree ("due_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "inbound_mail_state_index" ON "inbound_mail" USING btree ("state","received_at","id");--> statement-breakpoint
CREATE INDEX "inbound_mail_id_hash_index" ON "inbound_mail" USING btree ("id_hash");--> statement-breakpoint
CREATE INDEX "inbound_mail_sender_index" ON "inbound_mail" USING btree ("sender","received_at") WHERE sender <> '';--> statement-breakpoint
CREATE INDEX "inbound_mail_case_index" ON "inbound_mail" USING btree ("case_id") WHERE case_id is not null;--> statement-breakpoint
CREATE INDEX "inbound_mail_unmarked_index" ON "inbound_mail" USING btree ("mailbox","uid") WHERE uid is not null and marked_at is null and settled_at is not null;--> statement-breakpoint
CREATE INDEX "inbound_mail_kept_index" ON "inbound_mail" USING btree ("settled_at") WHERE raw is not null;