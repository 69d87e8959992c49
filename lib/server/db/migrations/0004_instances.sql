CREATE TABLE "instances" (
	"id" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sends" ADD COLUMN "holder" text;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "holder" text;--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;