-- What the rule book says never changes, the database refuses to change: to everyone, the owner of the tables included.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: what happened stays as it was written.', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER form_wordings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON form_wordings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER routing_decisions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON routing_decisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- People's words can be erased, never changed.
CREATE TRIGGER event_words_unchanged BEFORE UPDATE OR TRUNCATE ON event_words
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER submissions_kept BEFORE DELETE OR TRUNCATE ON submissions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The only change to a submission is that its answers are erased, together with the salt of their hash.
CREATE TRIGGER submissions_unchanged BEFORE UPDATE ON submissions
  FOR EACH ROW WHEN (
    NEW.answers IS NOT NULL OR NEW.salt IS NOT NULL
    OR (NEW.case_id, NEW.wording_id, NEW.received_at) IS DISTINCT FROM (OLD.case_id, OLD.wording_id, OLD.received_at)
  ) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The application's role loses the right as well. As the owner it could grant it to itself again: run migrations under
-- another role (docs/operations.md) and it cannot even do that.
-- (Wordings keep UPDATE: the foreign key of submissions locks their rows, for which Postgres asks that right.)
REVOKE UPDATE, DELETE, TRUNCATE ON events, routing_decisions FROM PUBLIC, CURRENT_USER;
--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON form_wordings FROM PUBLIC, CURRENT_USER;
--> statement-breakpoint
REVOKE UPDATE, TRUNCATE ON event_words FROM PUBLIC, CURRENT_USER;
--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON submissions FROM PUBLIC, CURRENT_USER;
