CREATE TABLE `identities` (
	`organisationId` text PRIMARY KEY NOT NULL,
	`identity` text NOT NULL,
	`keptBy` text NOT NULL,
	`keptAt` integer NOT NULL,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`keptBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
ALTER TABLE `packages` ADD `identity` text;--> statement-breakpoint
ALTER TABLE `publication_profiles` ADD `themed` integer DEFAULT true NOT NULL;