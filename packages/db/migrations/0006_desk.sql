ALTER TABLE "message" ADD COLUMN "author_id" text;--> statement-breakpoint
CREATE INDEX "inbox_event_discarded_idx" ON "inbox_event" USING btree ("settled_at") WHERE status = 'discarded';--> statement-breakpoint
CREATE INDEX "outbox_effect_discarded_idx" ON "outbox_effect" USING btree ("settled_at") WHERE status = 'discarded';--> statement-breakpoint
-- Who wrote what stands in the event that brought it, as long as that has its body.
UPDATE "message" SET "author_id" = "inbox_event"."body"->'person'->>'id' FROM "inbox_event" WHERE "message"."source_key" = 'event:' || "inbox_event"."id" AND "message"."author" IN ('client', 'operator', 'employee');
