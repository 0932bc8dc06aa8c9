CREATE TABLE "meeting_invitations" (
	"meeting_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"state" text DEFAULT 'invited' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "meeting_invitations_pkey" PRIMARY KEY("meeting_id","case_id"),
	CONSTRAINT "meeting_invitations_state_check" CHECK ("meeting_invitations"."state" in ('invited', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"place" text,
	"link" text,
	"agenda" text,
	"state" text DEFAULT 'planned' NOT NULL,
	"reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"planned_by" uuid NOT NULL,
	"planned_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "meetings_state_check" CHECK ("meetings"."state" in ('planned', 'cancelled')),
	CONSTRAINT "meetings_reason_check" CHECK (("meetings"."reason" is not null) = ("meetings"."state" = 'cancelled')),
	CONSTRAINT "meetings_hours_check" CHECK ("meetings"."ends_at" > "meetings"."starts_at"),
	CONSTRAINT "meetings_somewhere_check" CHECK ("meetings"."place" is not null or "meetings"."link" is not null),
	CONSTRAINT "meetings_link_check" CHECK ("meetings"."link" like 'https://%'),
	CONSTRAINT "meetings_length_check" CHECK (length("meetings"."title") <= 200 and length("meetings"."time_zone") <= 60 and length("meetings"."place") <= 300 and length("meetings"."link") <= 500 and length("meetings"."agenda") <= 4000 and length("meetings"."reason") <= 2000)
);
--> statement-breakpoint
ALTER TABLE "meeting_invitations" ADD CONSTRAINT "meeting_invitations_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_invitations" ADD CONSTRAINT "meeting_invitations_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_planned_by_fkey" FOREIGN KEY ("planned_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meeting_invitations_case_id_index" ON "meeting_invitations" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "meetings_ends_at_index" ON "meetings" USING btree ("ends_at","id");