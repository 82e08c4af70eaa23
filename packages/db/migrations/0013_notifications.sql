CREATE TABLE "alert_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"episode" integer NOT NULL,
	"kind" text NOT NULL,
	"person_id" text,
	"person_name" text,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"source_key" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "alert_event_sourceKey_unique" UNIQUE("source_key"),
	CONSTRAINT "alert_event_kind_check" CHECK ("alert_event"."kind" in ('fired', 'more', 'fewer', 'resolved', 'flapping', 'paged', 'escalated', 'nobody_to_page', 'fallback', 'acknowledged', 'silenced', 'silence_ended', 'ticket_made', 'told_source', 'source_refused', 'note'))
);
--> statement-breakpoint
CREATE TABLE "alert_group" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"hook_id" uuid NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"severity" text NOT NULL,
	"state" text NOT NULL,
	"episode" integer DEFAULT 1 NOT NULL,
	"alerts" jsonb NOT NULL,
	"others" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"labels" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"firing" integer NOT NULL,
	"total" integer NOT NULL,
	"flaps" integer DEFAULT 0 NOT NULL,
	"acknowledged_by_id" text,
	"acknowledged_by_name" text,
	"silenced_until" timestamp with time zone,
	"is_silenced_until_recovery" boolean DEFAULT false NOT NULL,
	"cards" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"is_card_stale" boolean DEFAULT false NOT NULL,
	"card_edited_at" timestamp with time zone,
	"workflow_id" text,
	"policy_id" uuid,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "alert_group_state_check" CHECK ("alert_group"."state" in ('pending', 'firing', 'acknowledged', 'silenced', 'resolved'))
);
--> statement-breakpoint
CREATE TABLE "hook_sample" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hook_id" uuid NOT NULL,
	"status" integer NOT NULL,
	"reason" text,
	"body" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"rule_code" text NOT NULL,
	"event_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"dialog_id" text,
	"outcome" text NOT NULL,
	"path" jsonb NOT NULL,
	"line" text,
	"effect_key" text,
	"due_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notification_outcome_check" CHECK ("notification"."outcome" in ('sent', 'held', 'digested', 'edited', 'skipped', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "notification_preference" (
	"portal_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"preference" jsonb NOT NULL,
	"is_workday_closed" boolean,
	"workday_checked_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notification_preference_portal_id_user_id_pk" PRIMARY KEY("portal_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "notification_rule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"code" text NOT NULL,
	"is_enabled" boolean DEFAULT true NOT NULL,
	"rule" jsonb NOT NULL,
	"owner_id" text,
	"last_error" text,
	"last_error_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal_record" (
	"portal_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"facts" jsonb NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "portal_record_portal_id_subject_pk" PRIMARY KEY("portal_id","subject")
);
--> statement-breakpoint
CREATE TABLE "record_claim" (
	"portal_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"taken_by_id" text NOT NULL,
	"taken_by_name" text NOT NULL,
	"event_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "record_claim_portal_id_subject_pk" PRIMARY KEY("portal_id","subject")
);
--> statement-breakpoint
CREATE TABLE "record_poll" (
	"portal_id" uuid NOT NULL,
	"record" text NOT NULL,
	"looked_until" timestamp with time zone NOT NULL,
	CONSTRAINT "record_poll_portal_id_record_pk" PRIMARY KEY("portal_id","record")
);
--> statement-breakpoint
CREATE TABLE "escalation_policy" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"name" text NOT NULL,
	"policy" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rota" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"layers" jsonb NOT NULL,
	"dialog_id" text,
	"told_until" timestamp with time zone,
	"told_user_ids" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rota_override" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rota_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"user_name" text NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"until_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"asked_by_id" text NOT NULL,
	"asked_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rota_override_state_check" CHECK ("rota_override"."state" in ('offered', 'agreed', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "service_chat" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"of" text NOT NULL,
	"source_id" text NOT NULL,
	"title" text NOT NULL,
	"dialog_id" text,
	"members" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"joining" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"made_by_id" text NOT NULL,
	"checked_at" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "service_chat_of_check" CHECK ("service_chat"."of" in ('department', 'project'))
);
--> statement-breakpoint
ALTER TABLE "hook" DROP CONSTRAINT "hook_kind_check";--> statement-breakpoint
ALTER TABLE "hook" ADD COLUMN "proof" text DEFAULT 'bearer' NOT NULL;--> statement-breakpoint
ALTER TABLE "hook" ADD COLUMN "secret_sealed" text;--> statement-breakpoint
ALTER TABLE "hook" ADD COLUMN "options" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "hook" ADD COLUMN "api_token_sealed" text;--> statement-breakpoint
ALTER TABLE "hook" ADD COLUMN "accepted" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "hook" ADD COLUMN "refused" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "hook" ADD COLUMN "last_accepted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "alert_event" ADD CONSTRAINT "alert_event_group_id_alert_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."alert_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_group" ADD CONSTRAINT "alert_group_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_group" ADD CONSTRAINT "alert_group_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hook_sample" ADD CONSTRAINT "hook_sample_hook_id_hook_id_fk" FOREIGN KEY ("hook_id") REFERENCES "public"."hook"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_preference" ADD CONSTRAINT "notification_preference_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_rule" ADD CONSTRAINT "notification_rule_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_record" ADD CONSTRAINT "portal_record_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_claim" ADD CONSTRAINT "record_claim_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_poll" ADD CONSTRAINT "record_poll_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_policy" ADD CONSTRAINT "escalation_policy_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rota" ADD CONSTRAINT "rota_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rota_override" ADD CONSTRAINT "rota_override_rota_id_rota_id_fk" FOREIGN KEY ("rota_id") REFERENCES "public"."rota"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_chat" ADD CONSTRAINT "service_chat_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_chat" ADD CONSTRAINT "service_chat_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_event_group_idx" ON "alert_event" USING btree ("group_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "alert_group_key_idx" ON "alert_group" USING btree ("hook_id","key");--> statement-breakpoint
CREATE INDEX "alert_group_open_idx" ON "alert_group" USING btree ("portal_id","last_at") WHERE state <> 'resolved';--> statement-breakpoint
CREATE INDEX "alert_group_recent_idx" ON "alert_group" USING btree ("portal_id","created_at");--> statement-breakpoint
CREATE INDEX "alert_group_pending_idx" ON "alert_group" USING btree ("first_at") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "alert_group_edited_idx" ON "alert_group" USING btree ("card_edited_at");--> statement-breakpoint
CREATE INDEX "alert_group_stale_idx" ON "alert_group" USING btree ("card_edited_at") WHERE is_card_stale;--> statement-breakpoint
CREATE INDEX "hook_sample_hook_idx" ON "hook_sample" USING btree ("hook_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "notification_once_idx" ON "notification" USING btree ("event_id","rule_code",coalesce("dialog_id", ''));--> statement-breakpoint
CREATE INDEX "notification_subject_idx" ON "notification" USING btree ("portal_id","subject","created_at");--> statement-breakpoint
CREATE INDEX "notification_dialog_idx" ON "notification" USING btree ("portal_id","dialog_id","created_at");--> statement-breakpoint
CREATE INDEX "notification_rule_code_at_idx" ON "notification" USING btree ("portal_id","rule_code","created_at");--> statement-breakpoint
CREATE INDEX "notification_due_idx" ON "notification" USING btree ("due_at") WHERE outcome = 'held';--> statement-breakpoint
CREATE INDEX "notification_created_idx" ON "notification" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notification_rule_code_idx" ON "notification_rule" USING btree ("portal_id","code");--> statement-breakpoint
CREATE INDEX "portal_record_seen_idx" ON "portal_record" USING btree ("seen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "escalation_policy_name_idx" ON "escalation_policy" USING btree ("portal_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "rota_name_idx" ON "rota" USING btree ("portal_id","name");--> statement-breakpoint
CREATE INDEX "rota_override_rota_idx" ON "rota_override" USING btree ("rota_id","until_at");--> statement-breakpoint
CREATE UNIQUE INDEX "service_chat_source_idx" ON "service_chat" USING btree ("portal_id","of","source_id");--> statement-breakpoint
CREATE INDEX "inbox_event_record_idx" ON "inbox_event" USING btree ("portal_id","id") WHERE kind = 'record.changed';--> statement-breakpoint
ALTER TABLE "hook" ADD CONSTRAINT "hook_proof_check" CHECK ("hook"."proof" in ('bearer', 'hmac'));--> statement-breakpoint
ALTER TABLE "hook" ADD CONSTRAINT "hook_kind_check" CHECK ("hook"."kind" in ('alertmanager', 'grafana', 'zabbix', 'sentry', 'payment', 'one_c', 'generic'));