CREATE TABLE `origins` (
	`moduleId` text PRIMARY KEY NOT NULL,
	`originModuleId` text NOT NULL,
	`digest` text NOT NULL,
	`edition` text NOT NULL,
	`title` text NOT NULL,
	`authors` text NOT NULL,
	`organisation` text NOT NULL,
	`licence` text NOT NULL,
	`forkedBy` text NOT NULL,
	`forkedAt` integer NOT NULL,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`forkedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `origins_of_module` ON `origins` (`originModuleId`);--> statement-breakpoint
CREATE TABLE `revision_uses` (
	`revisionId` text NOT NULL,
	`referenceId` text NOT NULL,
	`usedRevisionId` text NOT NULL,
	PRIMARY KEY(`revisionId`, `referenceId`),
	FOREIGN KEY (`revisionId`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`usedRevisionId`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `revision_uses_of_revision` ON `revision_uses` (`usedRevisionId`);--> statement-breakpoint
CREATE TABLE `set_aside_updates` (
	`moduleId` text NOT NULL,
	`referenceId` text NOT NULL,
	`digest` text,
	`decidedBy` text NOT NULL,
	`decidedAt` integer NOT NULL,
	PRIMARY KEY(`moduleId`, `referenceId`),
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decidedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `uses` (
	`moduleId` text NOT NULL,
	`referenceId` text NOT NULL,
	`usedModuleId` text NOT NULL,
	`usedNodeId` text,
	`follows` integer NOT NULL,
	`digest` text NOT NULL,
	PRIMARY KEY(`moduleId`, `referenceId`),
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `uses_of_module` ON `uses` (`usedModuleId`);--> statement-breakpoint
CREATE TABLE `withdrawals` (
	`moduleId` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`withdrawnBy` text NOT NULL,
	`withdrawnAt` integer NOT NULL,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`withdrawnBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
