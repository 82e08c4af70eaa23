ALTER TABLE "outage" DROP CONSTRAINT "outage_kind_check";--> statement-breakpoint
ALTER TABLE "outage" ADD CONSTRAINT "outage_kind_check" CHECK ("outage"."kind" in ('gateway', 'database', 'asked'));