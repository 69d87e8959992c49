CREATE TABLE "person_settings" (
	"person_id" text PRIMARY KEY NOT NULL,
	"settings" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read_marks" (
	"person_id" text NOT NULL,
	"location_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"seen_up_to" bigint NOT NULL,
	CONSTRAINT "read_marks_person_id_location_id_conversation_id_pk" PRIMARY KEY("person_id","location_id","conversation_id")
);
--> statement-breakpoint
CREATE TABLE "conversation_states" (
	"location_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"kind" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"set_by" text NOT NULL,
	"set_by_job" uuid NOT NULL,
	"seen_up_to" bigint NOT NULL,
	"checked_up_to" bigint DEFAULT 0 NOT NULL,
	"is_doubtful" boolean DEFAULT false NOT NULL,
	"until" timestamp with time zone,
	"ends_on_answer" boolean DEFAULT false NOT NULL,
	"row" jsonb,
	CONSTRAINT "conversation_states_location_id_conversation_id_pk" PRIMARY KEY("location_id","conversation_id")
);
--> statement-breakpoint
CREATE TABLE "job_items" (
	"job_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"conversation_id" text NOT NULL,
	"seen_up_to" bigint DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"before" jsonb,
	"message" text,
	CONSTRAINT "job_items_job_id_position_pk" PRIMARY KEY("job_id","position")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"location_id" text NOT NULL,
	"person_id" text NOT NULL,
	"change" jsonb NOT NULL,
	"target" jsonb,
	"state" text NOT NULL,
	"undoes" uuid,
	"held_until" timestamp with time zone,
	"is_gathered" boolean NOT NULL,
	"gather_cursor" text,
	"problem" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"location_id" text NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL,
	"is_shared" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scans" (
	"location_id" text PRIMARY KEY NOT NULL,
	"newest_at" bigint,
	"gaps" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"reaches_to" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "waiting" (
	"location_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"row" jsonb,
	"last_message_at" bigint,
	"since" bigint,
	"is_at_least" boolean DEFAULT false NOT NULL,
	"read_rank" integer DEFAULT 0 NOT NULL,
	"closed_up_to" bigint,
	CONSTRAINT "waiting_location_id_conversation_id_pk" PRIMARY KEY("location_id","conversation_id")
);
--> statement-breakpoint
ALTER TABLE "person_settings" ADD CONSTRAINT "person_settings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_marks" ADD CONSTRAINT "read_marks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_items" ADD CONSTRAINT "job_items_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversation_states_by_time" ON "conversation_states" USING btree ("location_id","kind","set_at");--> statement-breakpoint
CREATE UNIQUE INDEX "job_items_by_conversation" ON "job_items" USING btree ("job_id","conversation_id");--> statement-breakpoint
CREATE INDEX "job_items_by_state" ON "job_items" USING btree ("job_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_by_undoes" ON "jobs" USING btree ("undoes");--> statement-breakpoint
CREATE INDEX "jobs_by_person" ON "jobs" USING btree ("location_id","person_id","state");--> statement-breakpoint
CREATE INDEX "saved_views_by_location" ON "saved_views" USING btree ("location_id","created_at");--> statement-breakpoint
CREATE INDEX "waiting_by_since" ON "waiting" USING btree ("location_id","since");