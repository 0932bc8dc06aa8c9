-- Trusted since PostgreSQL 13: the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE "likenesses" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"organisation" text NOT NULL,
	"domain" text NOT NULL,
	"address" text NOT NULL,
	"writing" text NOT NULL
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "viewings" (
	"case_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "viewings_pkey" PRIMARY KEY("case_id","staff_id")
);
--> statement-breakpoint
ALTER TABLE "likenesses" ADD CONSTRAINT "likenesses_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "viewings" ADD CONSTRAINT "viewings_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "likenesses_organisation_index" ON "likenesses" USING gin ("organisation" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "likenesses_writing_index" ON "likenesses" USING gin ("writing" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "likenesses_domain_index" ON "likenesses" USING btree ("domain");--> statement-breakpoint
CREATE INDEX "likenesses_address_index" ON "likenesses" USING btree ("address");
--> statement-breakpoint
-- A decision says its outcome, its coded reason and its reason in words. The words come after the event, so it is looked at
-- when the transaction ends.
CREATE FUNCTION require_decision_reasoned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(length(NEW.details ->> 'outcome'), 0) = 0 OR coalesce(length(NEW.details ->> 'reasonCode'), 0) = 0
    OR NOT EXISTS (SELECT FROM event_words WHERE event_id = NEW.id AND length(btrim(words ->> 'reason')) > 0)
  THEN
    RAISE EXCEPTION 'A decision is refused: it has no outcome, no coded reason or no reason in words.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'events_decision_words_check';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER events_decision_words AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.type = 'case.decided') EXECUTE FUNCTION require_decision_reasoned();
--> statement-breakpoint
-- What a case calls its decision is a decision, and its own.
CREATE FUNCTION require_own_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM events WHERE id = NEW.decided_by_event AND stream = NEW.id AND type = 'case.decided'
      AND (NEW.state NOT IN ('declined', 'redirected', 'deferred') OR details ->> 'to' = NEW.state))
  THEN
    RAISE EXCEPTION 'The case is refused: what it names is not the decision by which it is %.', NEW.state
      USING ERRCODE = 'check_violation', CONSTRAINT = 'cases_own_decision_check';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER cases_own_decision_opened AFTER INSERT ON cases DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.decided_by_event IS NOT NULL) EXECUTE FUNCTION require_own_decision();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER cases_own_decision AFTER UPDATE ON cases DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.decided_by_event IS NOT NULL
    AND (NEW.decided_by_event, NEW.state) IS DISTINCT FROM (OLD.decided_by_event, OLD.state))
  EXECUTE FUNCTION require_own_decision();
