CREATE TABLE "handoff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"workflow_id" text,
	"visit_id" uuid,
	"topic" text,
	"cause" text NOT NULL,
	"note" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"trail" jsonb NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"taken_at" timestamp with time zone,
	"taken_by" text,
	"ended_at" timestamp with time zone,
	"ended_as" text,
	CONSTRAINT "handoff_workflowId_unique" UNIQUE("workflow_id"),
	CONSTRAINT "handoff_state_check" CHECK ("handoff"."state" in ('queued', 'human', 'returning', 'ended')),
	CONSTRAINT "handoff_ended_as_check" CHECK ("handoff"."ended_as" in ('back_to_bot', 'closed', 'quiet', 'promised'))
);
--> statement-breakpoint
CREATE TABLE "kept_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"source_file_id" text NOT NULL,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" "bytea" NOT NULL,
	"content" "bytea" NOT NULL,
	"disk_file_id" text,
	"kept_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "kept_file_size_check" CHECK (octet_length(content) <= 10485760)
);
--> statement-breakpoint
CREATE TABLE "order_source" (
	"portal_id" uuid PRIMARY KEY NOT NULL,
	"config" jsonb NOT NULL,
	"secret_sealed" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outcome" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"line_id" text,
	"person_id" text,
	"kind" text NOT NULL,
	"cause" text NOT NULL,
	"handed_to" text,
	"intent" text,
	"topic" text,
	"dialog" text,
	"dialog_version" integer,
	"language" text NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"first_response_ms" integer,
	"answers" integer NOT NULL,
	"rating" integer,
	"rating_comment" text,
	"rated_at" timestamp with time zone,
	"recontact_of" uuid,
	"recontacted_at" timestamp with time zone,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "outcome_visitId_unique" UNIQUE("visit_id"),
	CONSTRAINT "outcome_kind_check" CHECK ("outcome"."kind" in ('abandoned', 'solved_presumed', 'solved_confirmed', 'handed_over')),
	CONSTRAINT "outcome_rating_check" CHECK ("outcome"."rating" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "text_override" (
	"portal_id" uuid NOT NULL,
	"bot_code" text NOT NULL,
	"language" text NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	CONSTRAINT "text_override_portal_id_bot_code_language_key_pk" PRIMARY KEY("portal_id","bot_code","language","key")
);
--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "understood" jsonb;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "occurred_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_file" ADD CONSTRAINT "kept_file_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_source" ADD CONSTRAINT "order_source_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_override" ADD CONSTRAINT "text_override_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "handoff_open_idx" ON "handoff" USING btree ("conversation_id") WHERE state <> 'ended';--> statement-breakpoint
CREATE INDEX "handoff_conversation_idx" ON "handoff" USING btree ("conversation_id","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "kept_file_source_idx" ON "kept_file" USING btree ("conversation_id","source_file_id");--> statement-breakpoint
CREATE INDEX "outcome_decided_idx" ON "outcome" USING btree ("decided_at");--> statement-breakpoint
CREATE INDEX "outcome_conversation_idx" ON "outcome" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "outcome_person_idx" ON "outcome" USING btree ("bot_id","person_id","began_at");--> statement-breakpoint
CREATE INDEX "outcome_untimed_idx" ON "outcome" USING btree ("decided_at") WHERE first_response_ms is null;--> statement-breakpoint
CREATE INDEX "conversation_open_visit_idx" ON "conversation" USING btree ("last_message_at","id") WHERE state #>> '{visit,id}' is not null and state #>> '{visit,outcome}' is null;--> statement-breakpoint
-- Pictures are compressed already.
ALTER TABLE "kept_file" ALTER COLUMN "content" SET STORAGE EXTERNAL;
