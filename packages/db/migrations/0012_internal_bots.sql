CREATE TABLE "absence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"kind" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"from_noon" boolean DEFAULT false NOT NULL,
	"until_noon" boolean DEFAULT false NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'requested' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"approver_id" text,
	"reason" text,
	"workflow_id" text NOT NULL,
	"calendar_event_id" text,
	"record_ref" text,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "absence_workflowId_unique" UNIQUE("workflow_id"),
	CONSTRAINT "absence_kind_check" CHECK ("absence"."kind" in ('paid', 'unpaid', 'sick', 'remote')),
	CONSTRAINT "absence_state_check" CHECK ("absence"."state" in ('requested', 'approved', 'declined', 'withdrawn', 'expired', 'no_approver', 'cancelled', 'over')),
	CONSTRAINT "absence_days_check" CHECK ("absence"."from_day" <= "absence"."to_day")
);
--> statement-breakpoint
CREATE TABLE "event_token" (
	"portal_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"access_token_sealed" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "event_token_portal_id_user_id_pk" PRIMARY KEY("portal_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "parked_work" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"body" jsonb,
	"workflow_id" text,
	"key" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "parked_work_key_unique" UNIQUE("key"),
	CONSTRAINT "parked_work_kind_check" CHECK ("parked_work"."kind" in ('event', 'workflow'))
);
--> statement-breakpoint
CREATE TABLE "schedule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"dialog_id" text NOT NULL,
	"dialog_type" text NOT NULL,
	"owner_id" text NOT NULL,
	"owner_name" text NOT NULL,
	"language" text NOT NULL,
	"name" text NOT NULL,
	"input" jsonb NOT NULL,
	"recurrence" jsonb NOT NULL,
	"time_zone" text NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone,
	"state" text DEFAULT 'active' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "schedule_state_check" CHECK ("schedule"."state" in ('active', 'stopped'))
);
--> statement-breakpoint
CREATE TABLE "portal_counter" (
	"portal_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" integer NOT NULL,
	CONSTRAINT "portal_counter_portal_id_name_pk" PRIMARY KEY("portal_id","name")
);
--> statement-breakpoint
CREATE TABLE "rotation" (
	"portal_id" uuid NOT NULL,
	"pool" text NOT NULL,
	"user_id" text NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"last_taken_at" timestamp with time zone,
	CONSTRAINT "rotation_portal_id_pool_user_id_pk" PRIMARY KEY("portal_id","pool","user_id")
);
--> statement-breakpoint
CREATE TABLE "ticket" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"reporter_id" text NOT NULL,
	"reporter_name" text NOT NULL,
	"conversation_id" uuid NOT NULL,
	"category" text NOT NULL,
	"priority" text DEFAULT 'normal' NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"file_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"assignee_id" text,
	"task_id" text,
	"merged_into" uuid,
	"workflow_id" text NOT NULL,
	"respond_by" timestamp with time zone,
	"resolve_by" timestamp with time zone,
	"responded_at" timestamp with time zone,
	"solved_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"rating" integer,
	"rating_comment" text,
	"times_reopened" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ticket_workflowId_unique" UNIQUE("workflow_id"),
	CONSTRAINT "ticket_state_check" CHECK ("ticket"."state" in ('open', 'in_progress', 'waiting', 'solved', 'closed', 'merged')),
	CONSTRAINT "ticket_priority_check" CHECK ("ticket"."priority" in ('low', 'normal', 'high'))
);
--> statement-breakpoint
CREATE TABLE "ticket_comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"source" text NOT NULL,
	"task_message_id" text,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	"text" text NOT NULL,
	"source_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ticket_comment_sourceKey_unique" UNIQUE("source_key")
);
--> statement-breakpoint
CREATE TABLE "ticket_follower" (
	"ticket_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"conversation_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ticket_follower_ticket_id_person_id_pk" PRIMARY KEY("ticket_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "inbox_event" DROP CONSTRAINT "inbox_event_source_check";--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "card" jsonb;--> statement-breakpoint
ALTER TABLE "authorization_request" ADD COLUMN "verifier_sealed" text;--> statement-breakpoint
ALTER TABLE "bot" ADD COLUMN "commands_digest" text;--> statement-breakpoint
ALTER TABLE "bot" ADD COLUMN "keeps_tokens" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "portal" ADD COLUMN "rights" text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE "portal" ADD COLUMN "pkce" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_token" ADD CONSTRAINT "event_token_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parked_work" ADD CONSTRAINT "parked_work_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_counter" ADD CONSTRAINT "portal_counter_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotation" ADD CONSTRAINT "rotation_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_comment" ADD CONSTRAINT "ticket_comment_ticket_id_ticket_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."ticket"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_follower" ADD CONSTRAINT "ticket_follower_ticket_id_ticket_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."ticket"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absence_away_idx" ON "absence" USING btree ("portal_id","to_day") WHERE state = 'approved';--> statement-breakpoint
CREATE INDEX "absence_person_idx" ON "absence" USING btree ("portal_id","person_id","from_day");--> statement-breakpoint
CREATE INDEX "event_token_expiry_idx" ON "event_token" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "parked_work_person_idx" ON "parked_work" USING btree ("portal_id","user_id") WHERE released_at is null;--> statement-breakpoint
CREATE INDEX "parked_work_expiry_idx" ON "parked_work" USING btree ("expires_at") WHERE released_at is null;--> statement-breakpoint
CREATE INDEX "schedule_due_idx" ON "schedule" USING btree ("next_at") WHERE state = 'active';--> statement-breakpoint
CREATE INDEX "schedule_owner_idx" ON "schedule" USING btree ("portal_id","owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_number_idx" ON "ticket" USING btree ("portal_id","number");--> statement-breakpoint
CREATE INDEX "ticket_task_idx" ON "ticket" USING btree ("portal_id","task_id");--> statement-breakpoint
CREATE INDEX "ticket_reporter_idx" ON "ticket" USING btree ("portal_id","reporter_id","created_at");--> statement-breakpoint
CREATE INDEX "ticket_assignee_idx" ON "ticket" USING btree ("portal_id","assignee_id") WHERE state in ('open', 'in_progress', 'waiting');--> statement-breakpoint
CREATE INDEX "ticket_recent_idx" ON "ticket" USING btree ("portal_id","category","created_at");--> statement-breakpoint
CREATE INDEX "ticket_comment_ticket_idx" ON "ticket_comment" USING btree ("ticket_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_comment_task_idx" ON "ticket_comment" USING btree ("ticket_id","task_message_id") WHERE task_message_id is not null;--> statement-breakpoint
ALTER TABLE "inbox_event" ADD CONSTRAINT "inbox_event_source_check" CHECK ("inbox_event"."source" in ('webhook', 'fetch', 'hook', 'workflow', 'recovery', 'schedule', 'resumed'));--> statement-breakpoint
ALTER TABLE "portal" ADD CONSTRAINT "portal_rights_check" CHECK ("portal"."rights" in ('person', 'owner'));