CREATE TABLE `commercial_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`moduleId` text NOT NULL,
	`digests` text NOT NULL,
	`reason` text NOT NULL,
	`decidedBy` text NOT NULL,
	`decidedAt` integer NOT NULL,
	`withdrawnBy` text,
	`withdrawnAt` integer,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decidedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`withdrawnBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `commercial_decisions_of_module` ON `commercial_decisions` (`moduleId`);--> statement-breakpoint
CREATE TABLE `package_uses` (
	`packageId` text PRIMARY KEY NOT NULL,
	`reach` text NOT NULL,
	`commercial` integer NOT NULL,
	FOREIGN KEY (`packageId`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE cascade
);
