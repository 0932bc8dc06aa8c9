-- Why somebody was left out no longer says of which organisation; where it did, that can be erased, and nothing else be changed.
CREATE FUNCTION without_organisations(decision jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_set(decision, '{candidates}', coalesce(jsonb_agg(
    CASE
      WHEN candidate #>> '{excluded,reason}' = 'own-organisation'
        THEN jsonb_set(candidate, '{excluded,detail}', '""')
      WHEN candidate #>> '{excluded,reason}' = 'declared-conflict' AND candidate #>> '{excluded,detail}' LIKE 'organisation:%'
        THEN jsonb_set(candidate, '{excluded,detail}', '"organisation"')
      ELSE candidate
    END ORDER BY place), '[]'))
  FROM jsonb_array_elements(decision -> 'candidates') WITH ORDINALITY AS listed (candidate, place)
$$;
--> statement-breakpoint
DROP TRIGGER routing_decisions_append_only ON routing_decisions;
--> statement-breakpoint
CREATE TRIGGER routing_decisions_kept BEFORE DELETE OR TRUNCATE ON routing_decisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER routing_decisions_unchanged BEFORE UPDATE ON routing_decisions
  FOR EACH ROW WHEN (
    NEW.decision = OLD.decision
    OR NEW.decision IS DISTINCT FROM without_organisations(OLD.decision)
    OR (NEW.case_id, NEW.sequence, NEW.decided_at, NEW.outcome, NEW.rule_id, NEW.assignee_id)
      IS DISTINCT FROM (OLD.case_id, OLD.sequence, OLD.decided_at, OLD.outcome, OLD.rule_id, OLD.assignee_id)
  ) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT UPDATE (decision) ON routing_decisions TO CURRENT_USER;
--> statement-breakpoint
-- What was erased before.
UPDATE routing_decisions SET decision = without_organisations(decision)
FROM cases
WHERE cases.id = routing_decisions.case_id AND cases.erased_at IS NOT NULL
  AND decision <> without_organisations(decision);
