ALTER TABLE "notification_preference" ADD COLUMN "is_workday_closed" boolean;--> statement-breakpoint
ALTER TABLE "notification_preference" ADD COLUMN "workday_checked_at" timestamp with time zone;