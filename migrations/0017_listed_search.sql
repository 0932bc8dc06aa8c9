-- What is written down anew, by the workers' walk, has both columns.
TRUNCATE "case_search";
--> statement-breakpoint
ALTER TABLE "case_search" ADD COLUMN "listed" "tsvector" DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "declarations_staff_id_index" ON "declarations" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "case_search_listed_index" ON "case_search" USING gin ("listed");
--> statement-breakpoint
-- As before, and what lists show is forgotten as well.
CREATE OR REPLACE FUNCTION forget_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found_by text[];
BEGIN
  PERFORM pg_advisory_xact_lock(7246203);
  SELECT tsvector_to_array(document) INTO found_by FROM case_search WHERE case_id = NEW.case_id;
  INSERT INTO case_search (case_id, document, listed) VALUES (NEW.case_id, '', '')
    ON CONFLICT (case_id) DO UPDATE SET document = '', listed = '';
  DELETE FROM search_words WHERE word = ANY (found_by)
    AND NOT EXISTS (SELECT FROM case_search WHERE document @@ quote_literal(word)::tsquery);
  RETURN NULL;
END $$;
