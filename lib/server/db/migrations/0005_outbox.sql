CREATE TABLE "drafts" (
	"person_id" text NOT NULL,
	"location_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"channel" text NOT NULL,
	"content" jsonb,
	"version" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "drafts_person_id_location_id_conversation_id_channel_pk" PRIMARY KEY("person_id","location_id","conversation_id","channel")
);
--> statement-breakpoint
CREATE TABLE "snippet_uses" (
	"person_id" text NOT NULL,
	"snippet_id" uuid NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	CONSTRAINT "snippet_uses_person_id_snippet_id_pk" PRIMARY KEY("person_id","snippet_id")
);
--> statement-breakpoint
CREATE TABLE "snippets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"location_id" text NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"folder" text DEFAULT '' NOT NULL,
	"is_shared" boolean NOT NULL,
	"subject" text,
	"text" text NOT NULL,
	"rich" jsonb,
	"upload_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"acts" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "uploads" ALTER COLUMN "conversation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sends" ADD COLUMN "contact_id" text;--> statement-breakpoint
ALTER TABLE "sends" ADD COLUMN "due_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "sends" ADD COLUMN "retry_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sends" ADD COLUMN "is_anyway" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sends" ADD COLUMN "started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sends" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sends" ADD COLUMN "check_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sends" ADD COLUMN "checks" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sends" ADD COLUMN "scheduled_for" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sends" ADD COLUMN "cancels_on_answer" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sends" ADD COLUMN "newer_message_id" text;--> statement-breakpoint
ALTER TABLE "sends" ADD COLUMN "again_of" uuid;--> statement-breakpoint
ALTER TABLE "sends" ADD COLUMN "delivery_status" text;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snippet_uses" ADD CONSTRAINT "snippet_uses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snippet_uses" ADD CONSTRAINT "snippet_uses_snippet_id_snippets_id_fk" FOREIGN KEY ("snippet_id") REFERENCES "public"."snippets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "snippets_by_location" ON "snippets" USING btree ("location_id","folder","name");--> statement-breakpoint
CREATE INDEX "sends_by_state" ON "sends" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "sends_by_check" ON "sends" USING btree ("check_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sends_by_message" ON "sends" USING btree ("location_id","message_id") WHERE email_id is null and started_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "sends_by_email" ON "sends" USING btree ("location_id","email_id") WHERE started_at is not null;