DROP INDEX "cases_tags_index";--> statement-breakpoint
CREATE INDEX "cases_country_index" ON "cases" USING btree ("country","due_at","id") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "cases_tags_index" ON "cases" USING gin ("tags");