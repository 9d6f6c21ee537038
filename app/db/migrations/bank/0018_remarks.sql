ALTER TABLE `remarks` ADD `kind` text DEFAULT 'correction' NOT NULL;--> statement-breakpoint
ALTER TABLE `remarks` ADD `words` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `remarks` ADD `before` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `remarks` ADD `after` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `remarks` ADD `offset` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `remarks` ADD `answer` text DEFAULT '' NOT NULL;