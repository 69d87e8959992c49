CREATE TABLE "allowed_senders" (
	"person_id" text NOT NULL,
	"location_id" text NOT NULL,
	"address" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "allowed_senders_person_id_location_id_address_pk" PRIMARY KEY("person_id","location_id","address")
);
--> statement-breakpoint
ALTER TABLE "allowed_senders" ADD CONSTRAINT "allowed_senders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;