CREATE INDEX "submissions_access_needs_index" ON "submissions" USING btree ("case_id") WHERE answers ? 'accessNeeds';--> statement-breakpoint
-- The only changes to a submission: its answers are erased with the salt of their hash, or access needs before the rest, and
-- then what is left has a salt of its own.
DROP TRIGGER submissions_unchanged ON submissions;
--> statement-breakpoint
CREATE TRIGGER submissions_unchanged BEFORE UPDATE ON submissions
  FOR EACH ROW WHEN (
    ((NEW.answers IS NULL AND NEW.salt IS NULL)
      OR (OLD.answers ? 'accessNeeds' AND NEW.answers = OLD.answers - 'accessNeeds' AND NEW.salt <> OLD.salt)) IS NOT TRUE
    OR (NEW.case_id, NEW.wording_id, NEW.received_at) IS DISTINCT FROM (OLD.case_id, OLD.wording_id, OLD.received_at)
  ) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- They had gone into what cases are compared by; the workers write that down anew, without them.
DELETE FROM likenesses USING submissions WHERE submissions.case_id = likenesses.case_id AND answers ? 'accessNeeds';
