CREATE TABLE "auth_two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" text NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "bulk_job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"filter" jsonb NOT NULL,
	"reason" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"refusals" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"cursor" jsonb,
	"problem" text,
	"lease_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "bulk_job_state_check" CHECK ("bulk_job"."state" in ('waiting', 'running', 'done', 'stopped', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "api_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"digest" text NOT NULL,
	"hint" text NOT NULL,
	"role" text NOT NULL,
	"expires_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_token_digest_unique" UNIQUE("digest")
);
--> statement-breakpoint
CREATE TABLE "portal_login" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"portal_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversation_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversation_viewer" (
	"conversation_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"user_name" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conversation_viewer_conversation_id_user_id_pk" PRIMARY KEY("conversation_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "desk_hold" (
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"owner_version" integer NOT NULL,
	"user_id" text NOT NULL,
	"user_name" text NOT NULL,
	"is_bot_there" boolean NOT NULL,
	"taken_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer_day" (
	"portal_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"day" date NOT NULL,
	"answers" integer[] NOT NULL,
	CONSTRAINT "answer_day_portal_id_bot_id_day_pk" PRIMARY KEY("portal_id","bot_id","day")
);
--> statement-breakpoint
CREATE TABLE "answer_month" (
	"portal_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"month" date NOT NULL,
	"answers" integer[] NOT NULL,
	CONSTRAINT "answer_month_portal_id_bot_id_month_pk" PRIMARY KEY("portal_id","bot_id","month")
);
--> statement-breakpoint
CREATE TABLE "figures_cursor" (
	"name" text PRIMARY KEY NOT NULL,
	"up_to" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outcome_day" (
	"portal_id" uuid NOT NULL,
	"day" date NOT NULL,
	"grain" text NOT NULL,
	"bot_id" uuid NOT NULL,
	"line_id" text,
	"intent" text,
	"topic" text,
	"dialog" text,
	"dialog_version" integer,
	"step" text,
	"language" text,
	"kind" text,
	"cause" text,
	"abandoned" integer NOT NULL,
	"solved_presumed" integer NOT NULL,
	"solved_confirmed" integer NOT NULL,
	"handed_over" integer NOT NULL,
	"recontacted" integer NOT NULL,
	"presumed_recontacted" integer NOT NULL,
	"returned" integer NOT NULL,
	"rated" integer NOT NULL,
	"rating_sum" integer NOT NULL,
	"satisfied" integer NOT NULL,
	"responses" integer[] NOT NULL,
	"human_responses" integer[] NOT NULL,
	CONSTRAINT "outcome_day_grain_check" CHECK ("outcome_day"."grain" in ('bot', 'language', 'line', 'version', 'intent', 'topic', 'cause', 'subject', 'step', 'line_subject', 'visit', 'line_visit'))
);
--> statement-breakpoint
CREATE TABLE "outcome_month" (
	"portal_id" uuid NOT NULL,
	"month" date NOT NULL,
	"grain" text NOT NULL,
	"bot_id" uuid NOT NULL,
	"line_id" text,
	"intent" text,
	"topic" text,
	"dialog" text,
	"dialog_version" integer,
	"step" text,
	"language" text,
	"kind" text,
	"cause" text,
	"abandoned" integer NOT NULL,
	"solved_presumed" integer NOT NULL,
	"solved_confirmed" integer NOT NULL,
	"handed_over" integer NOT NULL,
	"recontacted" integer NOT NULL,
	"presumed_recontacted" integer NOT NULL,
	"returned" integer NOT NULL,
	"rated" integer NOT NULL,
	"rating_sum" integer NOT NULL,
	"satisfied" integer NOT NULL,
	"responses" integer[] NOT NULL,
	"human_responses" integer[] NOT NULL,
	CONSTRAINT "outcome_month_grain_check" CHECK ("outcome_month"."grain" in ('bot', 'language', 'line', 'version', 'intent', 'topic', 'cause', 'subject', 'step', 'line_subject', 'visit', 'line_visit'))
);
--> statement-breakpoint
CREATE TABLE "outcome_stale_day" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outcome_stale_day_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"portal_id" uuid NOT NULL,
	"day" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "intake_hour" (
	"hour" timestamp with time zone NOT NULL,
	"portal_id" uuid NOT NULL,
	"came" integer NOT NULL,
	"ignored" integer NOT NULL,
	"recovered" integer NOT NULL,
	"waiting" integer NOT NULL,
	"dead" integer NOT NULL,
	"discarded" integer NOT NULL,
	"is_settled" boolean NOT NULL,
	"counted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "intake_hour_hour_portal_id_pk" PRIMARY KEY("hour","portal_id")
);
--> statement-breakpoint
CREATE TABLE "rule_error" (
	"portal_id" uuid NOT NULL,
	"code" text NOT NULL,
	"problem" text,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rule_error_portal_id_code_pk" PRIMARY KEY("portal_id","code")
);
--> statement-breakpoint
CREATE TABLE "portal_check" (
	"portal_id" uuid PRIMARY KEY NOT NULL,
	"requested_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"findings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"problem" text
);
--> statement-breakpoint
CREATE TABLE "saved_view" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"page" text NOT NULL,
	"name" text NOT NULL,
	"search" jsonb NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "training_example" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bot_code" text NOT NULL,
	"portal_id" uuid,
	"conversation_id" uuid,
	"message_id" uuid,
	"person_id" text,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"reason" text NOT NULL,
	"guessed_intent" text,
	"confidence" real,
	"state" text DEFAULT 'new' NOT NULL,
	"intent" text,
	"decided_by_id" text,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"said_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "training_example_messageId_unique" UNIQUE("message_id"),
	CONSTRAINT "training_example_reason_check" CHECK ("training_example"."reason" in ('not_understood', 'unsure', 'corrected', 'added')),
	CONSTRAINT "training_example_state_check" CHECK ("training_example"."state" in ('new', 'assigned', 'skipped'))
);
--> statement-breakpoint
CREATE TABLE "training_run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bot_code" text NOT NULL,
	"state" text DEFAULT 'requested' NOT NULL,
	"chosen" jsonb NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"changes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"problem" text,
	"asked_by_id" text NOT NULL,
	"asked_by_name" text NOT NULL,
	"progress" real DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "training_run_state_check" CHECK ("training_run"."state" in ('requested', 'running', 'done', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "training_set" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bot_code" text NOT NULL,
	"version" integer NOT NULL,
	"is_live" boolean NOT NULL,
	"run_id" uuid,
	"published_by_id" text NOT NULL,
	"published_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "training_set_example" (
	"set_id" uuid NOT NULL,
	"example_id" uuid NOT NULL,
	"intent" text NOT NULL,
	CONSTRAINT "training_set_example_set_id_example_id_pk" PRIMARY KEY("set_id","example_id")
);
--> statement-breakpoint
ALTER TABLE "alert_group" ADD COLUMN "group_labels" jsonb;--> statement-breakpoint
ALTER TABLE "alert_group" ADD COLUMN "posted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "request_id" text;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "auth_user" ADD COLUMN "two_factor_enabled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "line_id" text;--> statement-breakpoint
ALTER TABLE "outcome" ADD COLUMN "step" text;--> statement-breakpoint
ALTER TABLE "outcome" ADD COLUMN "human_response_ms" integer;--> statement-breakpoint
ALTER TABLE "bot" ADD COLUMN "is_on" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "portal" ADD COLUMN "is_left" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "portal" ADD COLUMN "desk" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "rota_override" ADD COLUMN "agreed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "rota_override" ADD COLUMN "source_key" text;--> statement-breakpoint
ALTER TABLE "rota_override" ADD COLUMN "away_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "auth_two_factor" ADD CONSTRAINT "auth_two_factor_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_login" ADD CONSTRAINT "portal_login_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_login" ADD CONSTRAINT "portal_login_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_note" ADD CONSTRAINT "conversation_note_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_viewer" ADD CONSTRAINT "conversation_viewer_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_hold" ADD CONSTRAINT "desk_hold_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_day" ADD CONSTRAINT "answer_day_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_month" ADD CONSTRAINT "answer_month_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_day" ADD CONSTRAINT "outcome_day_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_month" ADD CONSTRAINT "outcome_month_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_stale_day" ADD CONSTRAINT "outcome_stale_day_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_error" ADD CONSTRAINT "rule_error_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_check" ADD CONSTRAINT "portal_check_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_auth_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_example" ADD CONSTRAINT "training_example_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_set_example" ADD CONSTRAINT "training_set_example_set_id_training_set_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."training_set"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_set_example" ADD CONSTRAINT "training_set_example_example_id_training_example_id_fk" FOREIGN KEY ("example_id") REFERENCES "public"."training_example"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "auth_two_factor_user_idx" ON "auth_two_factor" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "bulk_job_created_idx" ON "bulk_job" USING btree ("created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "bulk_job_open_idx" ON "bulk_job" USING btree ("created_at") WHERE state in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "api_token_user_idx" ON "api_token" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "portal_login_person_idx" ON "portal_login" USING btree ("portal_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "portal_login_user_idx" ON "portal_login" USING btree ("user_id","portal_id");--> statement-breakpoint
CREATE INDEX "conversation_note_idx" ON "conversation_note" USING btree ("conversation_id","at");--> statement-breakpoint
CREATE INDEX "conversation_viewer_seen_idx" ON "conversation_viewer" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "outcome_day_idx" ON "outcome_day" USING btree ("grain","portal_id","day");--> statement-breakpoint
CREATE INDEX "outcome_month_idx" ON "outcome_month" USING btree ("grain","portal_id","month");--> statement-breakpoint
CREATE INDEX "saved_view_owner_idx" ON "saved_view" USING btree ("owner_id","page");--> statement-breakpoint
CREATE INDEX "training_example_list_idx" ON "training_example" USING btree ("bot_code","state","said_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "training_example_person_idx" ON "training_example" USING btree ("portal_id","person_id");--> statement-breakpoint
CREATE INDEX "training_run_bot_idx" ON "training_run" USING btree ("bot_code","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "training_set_version_idx" ON "training_set" USING btree ("bot_code","version");--> statement-breakpoint
CREATE UNIQUE INDEX "training_set_live_idx" ON "training_set" USING btree ("bot_code") WHERE is_live;--> statement-breakpoint
CREATE INDEX "training_set_example_example_idx" ON "training_set_example" USING btree ("example_id");--> statement-breakpoint
CREATE INDEX "alert_group_latest_idx" ON "alert_group" USING btree ("portal_id",(state = 'resolved'),"last_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_log_actor_idx" ON "audit_log" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_action_idx" ON "audit_log" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "conversation_portal_queue_idx" ON "conversation" USING btree ("portal_id","queue","last_message_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "conversation_led_idx" ON "conversation" USING btree ("owner","last_message_at" DESC NULLS LAST,"id") WHERE queue = 'operator';--> statement-breakpoint
CREATE INDEX "conversation_bot_list_idx" ON "conversation" USING btree ("bot_id","last_message_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "conversation_line_list_idx" ON "conversation" USING btree ("portal_id","line_id","last_message_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "conversation_topic_list_idx" ON "conversation" USING btree ("topic","last_message_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "conversation_waiting_idx" ON "conversation" USING btree ("waiting_since","id") WHERE waiting_since is not null;--> statement-breakpoint
CREATE INDEX "conversation_person_idx" ON "conversation" USING gin (to_tsvector('simple', person_name));--> statement-breakpoint
CREATE INDEX "conversation_client_idx" ON "conversation" USING btree ("portal_id","person_id","last_message_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "workflow_ref_list_idx" ON "workflow_ref" USING btree ("state","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "workflow_ref_kind_idx" ON "workflow_ref" USING btree ("kind","state","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
DROP INDEX "inbox_event_dead_idx";--> statement-breakpoint
CREATE INDEX "inbox_event_dead_idx" ON "inbox_event" USING btree ("settled_at","id","portal_id","bot_id","kind") WHERE status = 'dead';--> statement-breakpoint
DROP INDEX "inbox_event_discarded_idx";--> statement-breakpoint
CREATE INDEX "inbox_event_discarded_idx" ON "inbox_event" USING btree ("settled_at","id","portal_id","bot_id","kind") WHERE status = 'discarded';--> statement-breakpoint
CREATE INDEX "inbox_event_dead_cause_idx" ON "inbox_event" USING btree (md5(left(regexp_replace(regexp_replace(coalesce(last_error, ''), 'https?://[^[:space:]"'']+', '…', 'g'), '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9]+', '#', 'g'), 200)),"settled_at","id","portal_id","bot_id","kind") WHERE status = 'dead';--> statement-breakpoint
CREATE INDEX "notification_portal_at_idx" ON "notification" USING btree ("portal_id","created_at","id");--> statement-breakpoint
CREATE INDEX "outcome_portal_idx" ON "outcome" USING btree ("portal_id","decided_at","id");--> statement-breakpoint
DROP INDEX "outbox_effect_dead_idx";--> statement-breakpoint
CREATE INDEX "outbox_effect_dead_idx" ON "outbox_effect" USING btree ("settled_at","id","portal_id","bot_id","kind") WHERE status = 'dead';--> statement-breakpoint
DROP INDEX "outbox_effect_discarded_idx";--> statement-breakpoint
CREATE INDEX "outbox_effect_discarded_idx" ON "outbox_effect" USING btree ("settled_at","id","portal_id","bot_id","kind") WHERE status = 'discarded';--> statement-breakpoint
CREATE INDEX "outbox_effect_dead_cause_idx" ON "outbox_effect" USING btree (md5(left(regexp_replace(regexp_replace(coalesce(last_error, ''), 'https?://[^[:space:]"'']+', '…', 'g'), '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9]+', '#', 'g'), 200)),"settled_at","id","portal_id","bot_id","kind") WHERE status = 'dead';--> statement-breakpoint
CREATE UNIQUE INDEX "rota_override_source_idx" ON "rota_override" USING btree ("source_key");--> statement-breakpoint
CREATE INDEX "rota_override_until_idx" ON "rota_override" USING btree ("until_at");--> statement-breakpoint
INSERT INTO "rule_error" ("portal_id", "code", "problem", "told_at")
	SELECT "portal_id", "code", "last_error", "last_error_at" FROM "notification_rule" WHERE "last_error_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "notification_rule" DROP COLUMN "last_error";--> statement-breakpoint
ALTER TABLE "notification_rule" DROP COLUMN "last_error_at";
--> statement-breakpoint
UPDATE "conversation" SET "line_id" = "state" #>> '{visit,lineId}' WHERE "dialog_type" = 'open_line';--> statement-breakpoint
-- Times of a list by bucket and number, in one integer each; those of the same bucket become one.
CREATE FUNCTION merge_times(times integer[]) RETURNS integer[] LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
	-- Most lists of fine sums, which need no statement.
	IF coalesce(cardinality(times), 0) < 2 THEN
		RETURN coalesce(times, '{}');
	END IF;
	RETURN (
		SELECT array_agg(bucket * 1000000 + number ORDER BY bucket) FROM (
			SELECT counted / 1000000 AS bucket, least(sum(counted % 1000000), 999999)::int AS number
			FROM unnest(times) AS counted GROUP BY 1
		) AS merged
	);
END $$;--> statement-breakpoint
CREATE AGGREGATE times_of(integer[]) (SFUNC = array_cat, STYPE = integer[], INITCOND = '{}', FINALFUNC = merge_times);--> statement-breakpoint
-- A zone that Postgres does not know must not keep an outcome from being written.
CREATE FUNCTION portal_zone(desk jsonb) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
	PERFORM now() AT TIME ZONE (desk ->> 'timeZone');
	RETURN coalesce(desk ->> 'timeZone', 'UTC');
EXCEPTION WHEN invalid_parameter_value THEN
	RETURN 'UTC';
END $$;--> statement-breakpoint
CREATE FUNCTION note_stale_outcome_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO outcome_stale_day (portal_id, day)
	SELECT DISTINCT changed.portal_id, (changed.decided_at AT TIME ZONE zone.name)::date
	FROM changed CROSS JOIN LATERAL (SELECT portal_zone(desk) AS name FROM portal WHERE portal.id = changed.portal_id) zone;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER outcome_added AFTER INSERT ON outcome REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION note_stale_outcome_days();--> statement-breakpoint
CREATE TRIGGER outcome_is AFTER UPDATE ON outcome REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION note_stale_outcome_days();--> statement-breakpoint
CREATE TRIGGER outcome_was AFTER UPDATE ON outcome REFERENCING OLD TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION note_stale_outcome_days();--> statement-breakpoint
-- Every outcome lies on another day then.
CREATE FUNCTION note_moved_outcome_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF portal_zone(OLD.desk) IS DISTINCT FROM portal_zone(NEW.desk) THEN
		INSERT INTO outcome_stale_day (portal_id, day)
		SELECT NEW.id, day FROM outcome_day WHERE portal_id = NEW.id
		UNION SELECT NEW.id, (decided_at AT TIME ZONE portal_zone(NEW.desk))::date FROM outcome WHERE portal_id = NEW.id;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER portal_moved AFTER UPDATE OF desk ON portal FOR EACH ROW EXECUTE FUNCTION note_moved_outcome_days();--> statement-breakpoint
UPDATE "outcome" SET "human_response_ms" = least(2147483647, greatest(0, extract(epoch FROM taken_at - requested_at) * 1000))::int
	FROM "handoff" WHERE "handoff"."visit_id" = "outcome"."visit_id" AND "taken_at" IS NOT NULL;--> statement-breakpoint
INSERT INTO "outcome_stale_day" ("portal_id", "day")
	SELECT DISTINCT "portal_id", ("decided_at" AT TIME ZONE 'UTC')::date FROM "outcome";
--> statement-breakpoint
UPDATE "auth_user" SET "role" = 'operator' WHERE "role" = 'agent';
--> statement-breakpoint
UPDATE "rota_override" SET "agreed_at" = "created_at" WHERE "state" = 'agreed';
--> statement-breakpoint
UPDATE "hook" SET "options" = "options" - 'dialogId' WHERE "options" ->> 'dialogId' !~ '^(chat|sg)[1-9][0-9]*$';
