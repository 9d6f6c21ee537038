CREATE TABLE `guests` (
	`personId` text PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`email` text,
	`language` text NOT NULL,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `guests_email_in_organisation` ON `guests` (`organisationId`,`email`);--> statement-breakpoint
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`address` text NOT NULL,
	`name` text NOT NULL,
	`language` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`writtenAt` integer NOT NULL,
	`nextTryAt` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`lastAnswer` text DEFAULT '' NOT NULL,
	`endedAt` integer,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `letters_waiting` ON `letters` (`state`,`nextTryAt`);--> statement-breakpoint
CREATE INDEX `letters_of_organisation` ON `letters` (`organisationId`,`writtenAt`);--> statement-breakpoint
CREATE TABLE `personal_links` (
	`tokenDigest` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`subjectId` text NOT NULL,
	`organisationId` text NOT NULL,
	`endsOn` text NOT NULL,
	`madeBy` text NOT NULL,
	`madeAt` integer NOT NULL,
	`revokedAt` integer,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`madeBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `personal_links_of_subject` ON `personal_links` (`purpose`,`subjectId`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`passwordHash` text,
	`language` text
);
--> statement-breakpoint
INSERT INTO `__new_people`("id", "name", "email", "passwordHash", "language") SELECT "id", "name", "email", "passwordHash", "language" FROM `people`;--> statement-breakpoint
DROP TABLE `people`;--> statement-breakpoint
ALTER TABLE `__new_people` RENAME TO `people`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_unique` ON `people` (`email`);