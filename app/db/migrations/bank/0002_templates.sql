CREATE TABLE `templates` (
	`id` text PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`ownerId` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`shared` integer NOT NULL,
	`document` text NOT NULL,
	`keptAt` integer NOT NULL,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ownerId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `templates_in_organisation` ON `templates` (`organisationId`,`ownerId`);