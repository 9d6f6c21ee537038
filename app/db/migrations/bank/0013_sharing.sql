CREATE TABLE `co_authors` (
	`moduleId` text NOT NULL,
	`organisationId` text NOT NULL,
	`state` text NOT NULL,
	`mayPublish` integer NOT NULL,
	`invitedBy` text NOT NULL,
	`changedAt` integer NOT NULL,
	PRIMARY KEY(`moduleId`, `organisationId`),
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`invitedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `co_authors_by_organisation` ON `co_authors` (`organisationId`,`state`);--> statement-breakpoint
CREATE TABLE `network_members` (
	`networkId` text NOT NULL,
	`organisationId` text NOT NULL,
	`state` text NOT NULL,
	`invitedBy` text NOT NULL,
	`changedAt` integer NOT NULL,
	PRIMARY KEY(`networkId`, `organisationId`),
	FOREIGN KEY (`networkId`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`invitedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `network_members_by_organisation` ON `network_members` (`organisationId`,`state`);--> statement-breakpoint
CREATE TABLE `networks` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`createdAt` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `public_records` (
	`moduleId` text PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`isPublic` integer NOT NULL,
	`changedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `public_records_by_change` ON `public_records` (`changedAt`,`moduleId`);--> statement-breakpoint
CREATE TABLE `shared_with` (
	`moduleId` text NOT NULL,
	`organisationId` text NOT NULL,
	PRIMARY KEY(`moduleId`, `organisationId`),
	FOREIGN KEY (`moduleId`) REFERENCES `sharings`(`moduleId`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sharings` (
	`moduleId` text PRIMARY KEY NOT NULL,
	`visibility` text NOT NULL,
	`networkId` text,
	`changedAt` integer NOT NULL,
	`changedBy` text NOT NULL,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`networkId`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`changedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `sharings_by_network` ON `sharings` (`networkId`);--> statement-breakpoint
CREATE TABLE `visitor_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`moduleId` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`body` text NOT NULL,
	`address` text NOT NULL,
	`sentAt` integer NOT NULL,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `visitor_messages_to` ON `visitor_messages` (`organisationId`,`sentAt`);--> statement-breakpoint
CREATE INDEX `visitor_messages_from` ON `visitor_messages` (`address`,`sentAt`);--> statement-breakpoint
DROP INDEX `search_records_moduleId_unique`;--> statement-breakpoint
ALTER TABLE `search_records` ADD `describes` text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `search_records_once` ON `search_records` (`moduleId`,`describes`);