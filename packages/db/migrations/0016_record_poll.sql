CREATE TABLE "record_poll" (
	"portal_id" uuid NOT NULL,
	"record" text NOT NULL,
	"looked_until" timestamp with time zone NOT NULL,
	CONSTRAINT "record_poll_portal_id_record_pk" PRIMARY KEY("portal_id","record")
);
--> statement-breakpoint
ALTER TABLE "record_poll" ADD CONSTRAINT "record_poll_portal_id_portal_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portal"("id") ON DELETE cascade ON UPDATE no action;