ALTER TABLE `remarks` ADD `seconds` real;--> statement-breakpoint
ALTER TABLE `remarks` ADD `proposal` text;--> statement-breakpoint
ALTER TABLE `remarks` ADD `proposedFor` text;--> statement-breakpoint
ALTER TABLE `remarks` ADD `accepted` integer DEFAULT false NOT NULL;