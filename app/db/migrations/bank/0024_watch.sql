CREATE TABLE `module_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`moduleId` text NOT NULL,
	`eventId` text,
	`frameworkCode` text,
	`openedAt` integer NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`closedBy` text,
	`closedAt` integer,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`eventId`) REFERENCES `watch_events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`closedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `module_checks_of_module` ON `module_checks` (`moduleId`);--> statement-breakpoint
CREATE INDEX `module_checks_of_event` ON `module_checks` (`eventId`);--> statement-breakpoint
CREATE TABLE `watch_events` (
	`id` text PRIMARY KEY NOT NULL,
	`sourceId` text NOT NULL,
	`day` text NOT NULL,
	`summary` text NOT NULL,
	`effect` text NOT NULL,
	`evidence` text NOT NULL,
	`recordedBy` text NOT NULL,
	`recordedAt` integer NOT NULL,
	FOREIGN KEY (`sourceId`) REFERENCES `watch_sources`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`recordedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `watch_events_of_source` ON `watch_events` (`sourceId`);--> statement-breakpoint
CREATE TABLE `watch_sources` (
	`id` text PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`url` text NOT NULL,
	`lookEvery` integer NOT NULL,
	`personId` text NOT NULL,
	`startsOn` text NOT NULL,
	`addedBy` text NOT NULL,
	`addedAt` integer NOT NULL,
	`endedAt` integer,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`addedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `watch_sources_of_organisation` ON `watch_sources` (`organisationId`);