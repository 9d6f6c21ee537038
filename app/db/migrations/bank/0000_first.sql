CREATE TABLE `failed_sign_ins` (
	`id` integer PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`address` text NOT NULL,
	`at` integer DEFAULT (unixepoch() * 1000) NOT NULL
);
--> statement-breakpoint
CREATE INDEX `failed_sign_ins_by_email` ON `failed_sign_ins` (`email`,`at`);--> statement-breakpoint
CREATE INDEX `failed_sign_ins_by_address` ON `failed_sign_ins` (`address`,`at`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`personId` text NOT NULL,
	`organisationId` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`personId`, `organisationId`, `role`),
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`passwordHash` text NOT NULL,
	`language` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_unique` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`tokenDigest` text PRIMARY KEY NOT NULL,
	`personId` text NOT NULL,
	`expiresAt` integer NOT NULL,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_expiring` ON `sessions` (`expiresAt`);--> statement-breakpoint
CREATE TABLE `asset_rights` (
	`organisationId` text NOT NULL,
	`digest` text NOT NULL,
	`record` text NOT NULL,
	`changedAt` integer NOT NULL,
	`changedBy` text NOT NULL,
	PRIMARY KEY(`organisationId`, `digest`),
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`digest`) REFERENCES `assets`(`digest`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`changedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `assets` (
	`digest` text PRIMARY KEY NOT NULL,
	`mediaType` text NOT NULL,
	`extension` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer,
	`height` integer,
	`duration` integer,
	`storedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`organisationId` text NOT NULL,
	`personId` text NOT NULL,
	`action` text NOT NULL,
	`object` text NOT NULL,
	`details` text NOT NULL,
	`previousSeal` text NOT NULL,
	`seal` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_of_object` ON `audit_entries` (`object`,`sequence`);--> statement-breakpoint
CREATE TABLE `competencies` (
	`id` text PRIMARY KEY NOT NULL,
	`competencyBlockId` text NOT NULL,
	`label` text NOT NULL,
	`criteria` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`competencyBlockId`) REFERENCES `competency_blocks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `competencies_in_block` ON `competencies` (`competencyBlockId`,`position`);--> statement-breakpoint
CREATE TABLE `competency_blocks` (
	`id` text PRIMARY KEY NOT NULL,
	`frameworkId` text NOT NULL,
	`code` text NOT NULL,
	`label` text NOT NULL,
	`source` text NOT NULL,
	`layout` text NOT NULL,
	`assessment` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`frameworkId`) REFERENCES `frameworks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `competency_blocks_code_in_framework` ON `competency_blocks` (`frameworkId`,`code`);--> statement-breakpoint
CREATE TABLE `frameworks` (
	`id` text PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`abbreviation` text NOT NULL,
	`level` integer,
	`active` integer NOT NULL,
	`validFrom` text,
	`validUntil` text,
	`certifiers` text NOT NULL,
	`replaces` text NOT NULL,
	`replacedBy` text NOT NULL,
	`licence` text NOT NULL,
	`importedAt` integer NOT NULL,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `frameworks_code_in_organisation` ON `frameworks` (`organisationId`,`code`);--> statement-breakpoint
CREATE TABLE `guarantees` (
	`id` text PRIMARY KEY NOT NULL,
	`moduleId` text NOT NULL,
	`aspect` text NOT NULL,
	`personId` text NOT NULL,
	`startsOn` text NOT NULL,
	`endsOn` text NOT NULL,
	`recordedBy` text NOT NULL,
	`recordedAt` integer NOT NULL,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`recordedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "guarantees_end_after_start" CHECK("guarantees"."endsOn" >= "guarantees"."startsOn")
);
--> statement-breakpoint
CREATE INDEX `guarantees_of_module` ON `guarantees` (`moduleId`,`aspect`);--> statement-breakpoint
CREATE INDEX `guarantees_ending_soon` ON `guarantees` (`endsOn`);--> statement-breakpoint
CREATE TABLE `instance_values` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `lrs_credentials` (
	`key` text PRIMARY KEY NOT NULL,
	`secretDigest` text NOT NULL,
	`organisationId` text NOT NULL,
	`scope` text NOT NULL,
	`packageId` text,
	`createdAt` integer NOT NULL,
	`revokedAt` integer,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `lrs_credentials_by_package` ON `lrs_credentials` (`packageId`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`moduleId` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`facts` text NOT NULL,
	`alignments` text NOT NULL,
	`document` text NOT NULL,
	`savedAt` integer NOT NULL,
	`savedBy` text NOT NULL,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`savedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `editions` (
	`id` text PRIMARY KEY NOT NULL,
	`moduleId` text NOT NULL,
	`revisionId` text NOT NULL,
	`major` integer NOT NULL,
	`minor` integer NOT NULL,
	`note` text NOT NULL,
	`rights` text NOT NULL,
	`publishedAt` integer NOT NULL,
	`publishedBy` text NOT NULL,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`revisionId`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`publishedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `editions_revisionId_unique` ON `editions` (`revisionId`);--> statement-breakpoint
CREATE INDEX `editions_by_date` ON `editions` (`moduleId`,`publishedAt`);--> statement-breakpoint
CREATE UNIQUE INDEX `editions_number_in_module` ON `editions` (`moduleId`,`major`,`minor`);--> statement-breakpoint
CREATE TABLE `modules` (
	`id` text PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`code` text NOT NULL,
	`authorId` text NOT NULL,
	`createdAt` integer NOT NULL,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authorId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `modules_code_in_organisation` ON `modules` (`organisationId`,`code`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`moduleId` text NOT NULL,
	`number` integer NOT NULL,
	`digest` text NOT NULL,
	`facts` text NOT NULL,
	`alignments` text NOT NULL,
	`document` text NOT NULL,
	`frozenAt` integer NOT NULL,
	`frozenBy` text NOT NULL,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`frozenBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_number_in_module` ON `revisions` (`moduleId`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_digest_in_module` ON `revisions` (`moduleId`,`digest`);--> statement-breakpoint
CREATE TABLE `packages` (
	`id` text PRIMARY KEY NOT NULL,
	`editionId` text NOT NULL,
	`format` text NOT NULL,
	`language` text NOT NULL,
	`traces` integer NOT NULL,
	`state` text NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`total` integer DEFAULT 0 NOT NULL,
	`fileName` text NOT NULL,
	`bytes` integer,
	`sha256` text,
	`findings` text NOT NULL,
	`requestedBy` text NOT NULL,
	`requestedAt` integer NOT NULL,
	`finishedAt` integer,
	FOREIGN KEY (`editionId`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`requestedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `packages_of_edition` ON `packages` (`editionId`,`requestedAt`);--> statement-breakpoint
CREATE INDEX `packages_unfinished` ON `packages` (`state`);--> statement-breakpoint
CREATE TABLE `remarks` (
	`id` text PRIMARY KEY NOT NULL,
	`reviewId` text NOT NULL,
	`nodeId` text,
	`quote` text NOT NULL,
	`body` text NOT NULL,
	`authorId` text NOT NULL,
	`madeAt` integer NOT NULL,
	`resolvedAt` integer,
	`resolvedBy` text,
	FOREIGN KEY (`reviewId`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authorId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`resolvedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `remarks_of_review` ON `remarks` (`reviewId`,`madeAt`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`moduleId` text NOT NULL,
	`revisionId` text NOT NULL,
	`expertId` text NOT NULL,
	`requestedBy` text NOT NULL,
	`requestedAt` integer NOT NULL,
	`dueOn` text,
	`message` text NOT NULL,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`revisionId`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`expertId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`requestedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `reviews_of_module` ON `reviews` (`moduleId`,`requestedAt`);--> statement-breakpoint
CREATE INDEX `reviews_of_expert` ON `reviews` (`expertId`);--> statement-breakpoint
CREATE TABLE `verdicts` (
	`reviewId` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`digest` text NOT NULL,
	`note` text NOT NULL,
	`personId` text NOT NULL,
	`givenAt` integer NOT NULL,
	FOREIGN KEY (`reviewId`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
