CREATE TABLE "authorization_request" (
	"state_digest" text PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "oauth_token" ADD COLUMN "state" text DEFAULT 'valid' NOT NULL;--> statement-breakpoint
ALTER TABLE "authorization_request" ADD CONSTRAINT "authorization_request_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "authorization_request_expiry_idx" ON "authorization_request" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "oauth_token" ADD CONSTRAINT "oauth_token_state_check" CHECK ("oauth_token"."state" in ('valid', 'reauth'));