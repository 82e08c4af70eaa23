ALTER TABLE "inbox_event" ADD COLUMN "claim_id" uuid;--> statement-breakpoint
ALTER TABLE "outbox_effect" ADD COLUMN "claim_id" uuid;