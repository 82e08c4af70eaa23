CREATE TABLE "method_pause" (
	"portal_id" uuid NOT NULL,
	"method" text NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	CONSTRAINT "method_pause_portal_id_method_pk" PRIMARY KEY("portal_id","method")
);
--> statement-breakpoint
ALTER TABLE "portal" ADD COLUMN "request_limit" text DEFAULT 'standard' NOT NULL;--> statement-breakpoint
ALTER TABLE "portal" ADD CONSTRAINT "portal_request_limit_check" CHECK ("portal"."request_limit" in ('standard', 'enterprise'));