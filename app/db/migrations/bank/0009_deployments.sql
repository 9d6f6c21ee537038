CREATE TABLE `deployments` (
	`packageId` text PRIMARY KEY NOT NULL,
	`recipient` text DEFAULT '' NOT NULL,
	`lms` text DEFAULT '' NOT NULL,
	`downloads` integer,
	`firstDownloadAt` integer,
	`lastDownloadAt` integer,
	`retiredAt` integer,
	`retiredBy` text,
	`replacedBy` text,
	FOREIGN KEY (`packageId`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`retiredBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`replacedBy`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
ALTER TABLE `thin_packages` ADD `lastOpenedAt` integer;--> statement-breakpoint
INSERT INTO `deployments` (`packageId`) SELECT `id` FROM `packages`;--> statement-breakpoint
UPDATE `thin_packages` SET `lastOpenedAt` = (
	SELECT max(`firstSeenAt`) FROM `thin_learners` WHERE `thin_learners`.`packageId` = `thin_packages`.`packageId`
);
