DROP TRIGGER documents_unchanged ON documents;--> statement-breakpoint
ALTER TABLE "documents" DROP CONSTRAINT "documents_owner_check";--> statement-breakpoint
ALTER TABLE "documents" DROP CONSTRAINT "documents_event_check";--> statement-breakpoint
ALTER TABLE "documents" DROP COLUMN "event_id";
--> statement-breakpoint
-- What an applicant sent stays as it was sent: a case's file can be scanned, erased, and forgets its draft when that goes.
CREATE TRIGGER documents_unchanged BEFORE UPDATE ON documents
  FOR EACH ROW WHEN (
    OLD.case_id IS NOT NULL AND (
      (NEW.id, NEW.case_id, NEW.kind, NEW.size, NEW.sha256, NEW.created_at)
        IS DISTINCT FROM (OLD.id, OLD.case_id, OLD.kind, OLD.size, OLD.sha256, OLD.created_at)
      OR (NEW.draft_id IS NOT NULL AND NEW.draft_id IS DISTINCT FROM OLD.draft_id)
      OR (NEW.removed_at IS NULL AND NEW.name <> OLD.name)
      OR (OLD.removed_at IS NOT NULL AND NEW.removed_at IS NULL)
    )
  ) EXECUTE FUNCTION refuse_change();
