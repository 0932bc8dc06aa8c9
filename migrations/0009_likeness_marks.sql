DROP INDEX "likenesses_writing_index";--> statement-breakpoint
ALTER TABLE "likenesses" ADD COLUMN "marks" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "likenesses_marks_index" ON "likenesses" USING gin ("marks");