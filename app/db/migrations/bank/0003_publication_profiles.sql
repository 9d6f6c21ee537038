CREATE TABLE `publication_profiles` (
	`id` text PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`name` text NOT NULL,
	`preset` text,
	`format` text NOT NULL,
	`publication` text NOT NULL,
	`traces` integer NOT NULL,
	`keptBy` text NOT NULL,
	`keptAt` integer NOT NULL,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`keptBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publication_profile_names` ON `publication_profiles` (`organisationId`,`name`);--> statement-breakpoint
ALTER TABLE `packages` ADD `publication` text;--> statement-breakpoint
ALTER TABLE `packages` ADD `preset` text;--> statement-breakpoint
ALTER TABLE `packages` ADD `note` text DEFAULT '' NOT NULL;