CREATE TABLE "nlu_provider" (
	"portal_id" uuid PRIMARY KEY NOT NULL,
	"config" jsonb NOT NULL,
	"secret_sealed" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "nlu_usage" (
	"portal_id" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"requests" integer NOT NULL,
	"tokens" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "nlu_provider" ADD CONSTRAINT "nlu_provider_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nlu_usage" ADD CONSTRAINT "nlu_usage_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;