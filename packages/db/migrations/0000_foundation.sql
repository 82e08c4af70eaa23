CREATE TABLE "app_install" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"grant_sealed" text,
	"state" text DEFAULT 'waiting' NOT NULL,
	"reason" text,
	"run_at" timestamp with time zone DEFAULT now() NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "app_install_state_check" CHECK ("app_install"."state" in ('waiting', 'applied', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "auth_account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_rate_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "auth_rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "auth_session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"impersonated_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth_user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text DEFAULT 'viewer' NOT NULL,
	"banned" boolean DEFAULT false NOT NULL,
	"ban_reason" text,
	"ban_expires" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth_verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"dialog_id" text NOT NULL,
	"chat_id" text,
	"dialog_type" text NOT NULL,
	"title" text NOT NULL,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"language" text NOT NULL,
	"state" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"owner" text DEFAULT 'bot' NOT NULL,
	"owner_version" integer DEFAULT 0 NOT NULL,
	"queue" text GENERATED ALWAYS AS (split_part(owner, ':', 1)) STORED NOT NULL,
	"topic" text,
	"last_message_text" text,
	"last_message_by" text,
	"last_message_at" timestamp with time zone DEFAULT now() NOT NULL,
	"waiting_since" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversation_dialog_type_check" CHECK ("conversation"."dialog_type" in ('private', 'group', 'open_line')),
	CONSTRAINT "conversation_owner_check" CHECK ("conversation"."owner" ~ '^(bot|closed|queue:.+|operator:.+)$')
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "message_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"conversation_id" uuid NOT NULL,
	"author" text NOT NULL,
	"author_name" text NOT NULL,
	"text" text NOT NULL,
	"buttons" jsonb,
	"files" jsonb,
	"portal_message_id" text,
	"source_key" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_sourceKey_unique" UNIQUE("source_key"),
	CONSTRAINT "message_author_check" CHECK ("message"."author" in ('client', 'bot', 'operator', 'employee', 'system'))
);
--> statement-breakpoint
CREATE TABLE "workflow_ref" (
	"id" text PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'requested' NOT NULL,
	"step" text,
	"outcome" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "workflow_ref_state_check" CHECK ("workflow_ref"."state" in ('requested', 'running', 'ended'))
);
--> statement-breakpoint
CREATE TABLE "inbox_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "inbox_event_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"dedupe_key" text NOT NULL,
	"portal_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"lane" text NOT NULL,
	"kind" text NOT NULL,
	"body" jsonb NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"run_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_error" text,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "inbox_event_dedupeKey_unique" UNIQUE("dedupe_key"),
	CONSTRAINT "inbox_event_status_check" CHECK ("inbox_event"."status" in ('waiting', 'done', 'dead'))
);
--> statement-breakpoint
CREATE TABLE "delivery_attempt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"effect_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"outcome" text NOT NULL,
	"detail" text,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "delivery_attempt_outcome_check" CHECK ("delivery_attempt"."outcome" in ('sent', 'found', 'retry', 'dead', 'cancelled', 'uncertain'))
);
--> statement-breakpoint
CREATE TABLE "outbox_effect" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "outbox_effect_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"portal_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"conversation_id" uuid,
	"lane" text NOT NULL,
	"kind" text NOT NULL,
	"body" jsonb NOT NULL,
	"policy" text NOT NULL,
	"status" text DEFAULT 'ready' NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"looks" integer DEFAULT 0 NOT NULL,
	"resends" integer DEFAULT 0 NOT NULL,
	"faults" integer DEFAULT 0 NOT NULL,
	"run_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"started_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"external_id" text,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outbox_effect_key_unique" UNIQUE("key"),
	CONSTRAINT "outbox_effect_status_check" CHECK ("outbox_effect"."status" in ('ready', 'sending', 'uncertain', 'sent', 'dead', 'cancelled')),
	CONSTRAINT "outbox_effect_policy_check" CHECK ("outbox_effect"."policy" in ('at_least_once', 'at_most_once', 'ask'))
);
--> statement-breakpoint
CREATE TABLE "rate_budget" (
	"portal_id" uuid PRIMARY KEY NOT NULL,
	"arrival_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bot" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"bitrix_bot_id" text,
	"bot_token_sealed" text,
	"event_mode" text NOT NULL,
	"fetch_offset" bigint,
	"state" text DEFAULT 'registering' NOT NULL,
	"state_reason" text,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bot_state_check" CHECK ("bot"."state" in ('registering', 'active', 'failed', 'removed')),
	CONSTRAINT "bot_event_mode_check" CHECK ("bot"."event_mode" in ('webhook', 'fetch'))
);
--> statement-breakpoint
CREATE TABLE "oauth_token" (
	"portal_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"access_token_sealed" text NOT NULL,
	"refresh_token_sealed" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "oauth_token_portal_id_user_id_pk" PRIMARY KEY("portal_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "portal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" text,
	"domain" text NOT NULL,
	"auth" text NOT NULL,
	"client_endpoint" text,
	"server_endpoint" text,
	"webhook_url_sealed" text,
	"webhook_url_digest" text,
	"application_token_sealed" text,
	"state" text DEFAULT 'pending' NOT NULL,
	"state_reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "portal_memberId_unique" UNIQUE("member_id"),
	CONSTRAINT "portal_webhookUrlDigest_unique" UNIQUE("webhook_url_digest"),
	CONSTRAINT "portal_state_check" CHECK ("portal"."state" in ('pending', 'active', 'reauth', 'removed')),
	CONSTRAINT "portal_auth_check" CHECK ("portal"."auth" in ('oauth', 'webhook'))
);
--> statement-breakpoint
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workflow_ref" ADD CONSTRAINT "workflow_ref_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_attempt" ADD CONSTRAINT "delivery_attempt_effect_id_outbox_effect_id_fk" FOREIGN KEY ("effect_id") REFERENCES "public"."outbox_effect"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bot" ADD CONSTRAINT "bot_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_token" ADD CONSTRAINT "oauth_token_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "app_install_waiting_idx" ON "app_install" USING btree ("run_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "auth_account_user_idx" ON "auth_account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_session_user_idx" ON "auth_session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_verification_identifier_idx" ON "auth_verification" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "conversation_bot_dialog_idx" ON "conversation" USING btree ("bot_id","dialog_id");--> statement-breakpoint
CREATE INDEX "conversation_last_message_idx" ON "conversation" USING btree ("last_message_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "conversation_queue_idx" ON "conversation" USING btree ("queue","last_message_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "conversation_updated_idx" ON "conversation" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "message_conversation_idx" ON "message" USING btree ("conversation_id","seq");--> statement-breakpoint
CREATE INDEX "workflow_ref_conversation_idx" ON "workflow_ref" USING btree ("conversation_id","created_at");--> statement-breakpoint
CREATE INDEX "inbox_event_waiting_idx" ON "inbox_event" USING btree ("lane","seq") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "inbox_event_seq_waiting_idx" ON "inbox_event" USING btree ("seq") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "inbox_event_dead_idx" ON "inbox_event" USING btree ("settled_at") WHERE status = 'dead';--> statement-breakpoint
CREATE INDEX "delivery_attempt_effect_idx" ON "delivery_attempt" USING btree ("effect_id","attempt");--> statement-breakpoint
CREATE INDEX "outbox_effect_open_idx" ON "outbox_effect" USING btree ("lane","seq") WHERE status in ('ready','sending','uncertain');--> statement-breakpoint
CREATE INDEX "outbox_effect_seq_open_idx" ON "outbox_effect" USING btree ("seq") WHERE status in ('ready','sending','uncertain');--> statement-breakpoint
CREATE INDEX "outbox_effect_dead_idx" ON "outbox_effect" USING btree ("settled_at") WHERE status = 'dead';--> statement-breakpoint
CREATE INDEX "outbox_effect_conversation_idx" ON "outbox_effect" USING btree ("conversation_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "bot_portal_code_idx" ON "bot" USING btree ("portal_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "bot_portal_bitrix_id_idx" ON "bot" USING btree ("portal_id","bitrix_bot_id");--> statement-breakpoint
CREATE INDEX "portal_state_idx" ON "portal" USING btree ("state");