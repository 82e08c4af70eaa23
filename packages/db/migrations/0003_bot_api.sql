ALTER TABLE "bot" ADD COLUMN "api" text DEFAULT 'v2' NOT NULL;--> statement-breakpoint
ALTER TABLE "bot" ADD COLUMN "command_ids" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "bot" ADD CONSTRAINT "bot_api_check" CHECK ("bot"."api" in ('v1', 'v2'));