CREATE TABLE "access_policy" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"second_factor_from" text,
	CONSTRAINT "access_policy_only" CHECK ("access_policy"."only"),
	CONSTRAINT "access_policy_second_factor_from" CHECK ("access_policy"."second_factor_from" in ('operator', 'lead', 'admin'))
);
