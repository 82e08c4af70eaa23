ALTER TABLE "rota" ADD COLUMN "told_user_ids" jsonb;--> statement-breakpoint
ALTER TABLE "service_chat" ADD COLUMN "joining" jsonb DEFAULT '[]'::jsonb NOT NULL;