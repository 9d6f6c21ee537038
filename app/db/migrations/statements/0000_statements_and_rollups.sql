CREATE TABLE `attempts` (
	`id` integer PRIMARY KEY NOT NULL,
	`editionId` integer NOT NULL,
	`registration` text NOT NULL,
	`lastAt` integer NOT NULL,
	`facts` text NOT NULL,
	FOREIGN KEY (`editionId`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_by_registration` ON `attempts` (`editionId`,`registration`);--> statement-breakpoint
CREATE INDEX `attempts_by_last` ON `attempts` (`editionId`,`lastAt`);--> statement-breakpoint
CREATE TABLE `editions` (
	`id` integer PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`moduleId` text NOT NULL,
	`major` integer NOT NULL,
	`minor` integer NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `editions_by_name` ON `editions` (`moduleId`,`organisationId`,`digest`,`major`,`minor`);--> statement-breakpoint
CREATE TABLE `active_times` (
	`editionId` integer NOT NULL,
	`sectionId` text NOT NULL,
	`bucket` integer NOT NULL,
	`attempts` integer NOT NULL,
	PRIMARY KEY(`editionId`, `sectionId`, `bucket`),
	FOREIGN KEY (`editionId`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `edition_days` (
	`editionId` integer NOT NULL,
	`day` integer NOT NULL,
	`attempts` integer NOT NULL,
	`completed` integer NOT NULL,
	`passed` integer NOT NULL,
	`failed` integer NOT NULL,
	PRIMARY KEY(`editionId`, `day`),
	FOREIGN KEY (`editionId`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `edition_learners` (
	`editionId` integer NOT NULL,
	`actor` text NOT NULL,
	`attempts` integer NOT NULL,
	PRIMARY KEY(`editionId`, `actor`),
	FOREIGN KEY (`editionId`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `question_marks` (
	`editionId` integer NOT NULL,
	`questionId` text NOT NULL,
	`keyDigest` text NOT NULL,
	`answers` integer NOT NULL,
	`succeeded` integer NOT NULL,
	`tries` integer NOT NULL,
	`mark` integer NOT NULL,
	`markSquared` integer NOT NULL,
	`rest` integer NOT NULL,
	`restSquared` integer NOT NULL,
	`markTimesRest` integer NOT NULL,
	PRIMARY KEY(`editionId`, `questionId`, `keyDigest`),
	FOREIGN KEY (`editionId`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `question_responses` (
	`editionId` integer NOT NULL,
	`questionId` text NOT NULL,
	`keyDigest` text NOT NULL,
	`response` text NOT NULL,
	`answers` integer NOT NULL,
	PRIMARY KEY(`editionId`, `questionId`, `keyDigest`, `response`),
	FOREIGN KEY (`editionId`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `section_reach` (
	`editionId` integer NOT NULL,
	`sectionId` text NOT NULL,
	`reached` integer NOT NULL,
	`stopped` integer NOT NULL,
	PRIMARY KEY(`editionId`, `sectionId`),
	FOREIGN KEY (`editionId`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `mentions` (
	`termId` integer NOT NULL,
	`place` integer NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`termId`, `place`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `pseudonym_keys` (
	`organisationId` text PRIMARY KEY NOT NULL,
	`key` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `statements` (
	`seq` integer PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`id` blob NOT NULL,
	`storedAt` integer NOT NULL,
	`credentialKey` text NOT NULL,
	`targetId` blob,
	`voiding` integer NOT NULL,
	`voided` integer NOT NULL,
	`payload` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statements_by_id` ON `statements` (`organisationId`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_organisation` ON `statements` (`organisationId`,`seq`);--> statement-breakpoint
CREATE INDEX `statements_by_time` ON `statements` (`storedAt`);--> statement-breakpoint
CREATE INDEX `statements_by_target` ON `statements` (`organisationId`,`targetId`) WHERE "statements"."targetId" is not null;--> statement-breakpoint
CREATE TABLE `terms` (
	`id` integer PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `terms_by_value` ON `terms` (`organisationId`,`kind`,`value`);