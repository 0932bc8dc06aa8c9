ALTER TABLE "draft_keys" DROP CONSTRAINT "draft_keys_purpose_check";--> statement-breakpoint
ALTER TABLE "draft_keys" DROP CONSTRAINT "draft_keys_secret_check";--> statement-breakpoint
ALTER TABLE "draft_keys" ADD CONSTRAINT "draft_keys_purpose_check" CHECK ("draft_keys"."purpose" in ('browser','way-back','reminder'));--> statement-breakpoint
ALTER TABLE "draft_keys" ADD CONSTRAINT "draft_keys_secret_check" CHECK ("draft_keys"."secret_hash" is not null or "draft_keys"."purpose" <> 'browser');