CREATE TABLE `thin_learners` (
	`packageId` text NOT NULL,
	`learner` text NOT NULL,
	`firstSeenAt` integer NOT NULL,
	PRIMARY KEY(`packageId`, `learner`),
	FOREIGN KEY (`packageId`) REFERENCES `thin_packages`(`packageId`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `thin_packages` (
	`packageId` text PRIMARY KEY NOT NULL,
	`thinId` text NOT NULL,
	`endsOn` text,
	`endedAt` integer,
	`endedBy` text,
	`mostLearners` integer,
	`servedEditionId` text,
	FOREIGN KEY (`packageId`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`endedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`servedEditionId`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `thin_packages_by_address` ON `thin_packages` (`thinId`);