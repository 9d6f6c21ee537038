CREATE TABLE `module_origins` (
	`moduleId` text PRIMARY KEY NOT NULL,
	`originId` text NOT NULL,
	`home` text NOT NULL,
	`names` text NOT NULL,
	`history` text NOT NULL,
	`broughtBy` text NOT NULL,
	`broughtAt` integer NOT NULL,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`broughtBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `module_origins_by_id` ON `module_origins` (`originId`);