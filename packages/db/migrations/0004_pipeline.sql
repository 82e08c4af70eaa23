CREATE TABLE "audit_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject_id" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hook" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bot_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"secret_digest" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hook_kind_check" CHECK ("hook"."kind" in ('alertmanager', 'generic'))
);
--> statement-breakpoint
CREATE TABLE "gateway_beat" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"beat_at" timestamp with time zone DEFAULT now() NOT NULL,
	"stopped_at" timestamp with time zone,
	"kept" integer DEFAULT 0 NOT NULL,
	"spooled" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"spool_records" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outage" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"taken_in" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"recovered" integer DEFAULT 0 NOT NULL,
	"findings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "outage_kind_check" CHECK ("outage"."kind" in ('gateway', 'database')),
	CONSTRAINT "outage_state_check" CHECK ("outage"."state" in ('open', 'recovering', 'closed'))
);
--> statement-breakpoint
ALTER TABLE "inbox_event" DROP CONSTRAINT "inbox_event_status_check";--> statement-breakpoint
ALTER TABLE "outbox_effect" DROP CONSTRAINT "outbox_effect_status_check";--> statement-breakpoint
DROP INDEX "inbox_event_waiting_idx";--> statement-breakpoint
DROP INDEX "inbox_event_seq_waiting_idx";--> statement-breakpoint
DROP INDEX "outbox_effect_open_idx";--> statement-breakpoint
DROP INDEX "outbox_effect_seq_open_idx";--> statement-breakpoint
ALTER TABLE "inbox_event" ALTER COLUMN "bot_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "inbox_event" ALTER COLUMN "body" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "inbox_event" ADD COLUMN "source" text DEFAULT 'webhook' NOT NULL;--> statement-breakpoint
ALTER TABLE "inbox_event" ADD COLUMN "outage_id" uuid;--> statement-breakpoint
ALTER TABLE "inbox_event" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "hook" ADD CONSTRAINT "hook_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_at_idx" ON "audit_log" USING btree ("at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_log_subject_idx" ON "audit_log" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "hook_bot_idx" ON "hook" USING btree ("bot_id");--> statement-breakpoint
CREATE INDEX "gateway_beat_idx" ON "gateway_beat" USING btree ("beat_at");--> statement-breakpoint
CREATE INDEX "outage_began_idx" ON "outage" USING btree ("began_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "outage_open_idx" ON "outage" USING btree ("kind") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "inbox_event_head_idx" ON "inbox_event" USING btree ("portal_id","lane" collate "C","seq") WHERE status = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_event_running_idx" ON "inbox_event" USING btree ("lane") WHERE status = 'running';--> statement-breakpoint
CREATE INDEX "outbox_effect_head_idx" ON "outbox_effect" USING btree ("portal_id","lane" collate "C","seq") WHERE status in ('ready','sending','uncertain');--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_effect_leaving_idx" ON "outbox_effect" USING btree ("lane") WHERE status in ('sending','uncertain');--> statement-breakpoint
ALTER TABLE "inbox_event" ADD CONSTRAINT "inbox_event_source_check" CHECK ("inbox_event"."source" in ('webhook', 'fetch', 'hook', 'workflow', 'recovery'));--> statement-breakpoint
ALTER TABLE "inbox_event" ADD CONSTRAINT "inbox_event_status_check" CHECK ("inbox_event"."status" in ('waiting', 'running', 'done', 'ignored', 'dead', 'discarded'));--> statement-breakpoint
ALTER TABLE "outbox_effect" ADD CONSTRAINT "outbox_effect_status_check" CHECK ("outbox_effect"."status" in ('ready', 'sending', 'uncertain', 'sent', 'dead', 'cancelled', 'discarded'));--> statement-breakpoint
-- Rows change several times within a second and are never looked at again: the space has to come back in time.
ALTER TABLE "inbox_event" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.1, autovacuum_analyze_scale_factor = 0.02);--> statement-breakpoint
ALTER TABLE "outbox_effect" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.1, autovacuum_analyze_scale_factor = 0.02);
