ALTER TABLE "inbound_mail" DROP CONSTRAINT "inbound_mail_state_check";--> statement-breakpoint
ALTER TABLE "draft_keys" DROP CONSTRAINT "draft_keys_purpose_check";--> statement-breakpoint
DROP INDEX "inbound_mail_effect_key";--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_mail_effect_key" ON "inbound_mail" USING btree ("id_hash") WHERE state in ('answer','message','form','bounce');--> statement-breakpoint
ALTER TABLE "inbound_mail" ADD CONSTRAINT "inbound_mail_state_check" CHECK ("inbound_mail"."state" in ('waiting','answer','message','form','bounce','automatic','duplicate','loop','quarantined','attached','discarded'));--> statement-breakpoint
ALTER TABLE "draft_keys" ADD CONSTRAINT "draft_keys_purpose_check" CHECK ("draft_keys"."purpose" in ('browser','way-back','reminder','offline-form'));