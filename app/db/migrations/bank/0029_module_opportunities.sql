CREATE TABLE `module_opportunities` (
	`moduleId` text PRIMARY KEY NOT NULL,
	`need` text NOT NULL,
	`voices` text NOT NULL,
	`existing` text NOT NULL,
	`decision` text,
	`reason` text DEFAULT '' NOT NULL,
	`decidedOn` text,
	`decidedBy` text,
	`decidedAt` integer,
	`changedBy` text NOT NULL,
	`changedAt` integer NOT NULL,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decidedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`changedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
