CREATE TABLE `set_aside_sections` (
	`id` text PRIMARY KEY NOT NULL,
	`moduleId` text NOT NULL,
	`document` text NOT NULL,
	`setAsideAt` integer NOT NULL,
	`setAsideBy` text NOT NULL,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`setAsideBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `set_aside_in_module` ON `set_aside_sections` (`moduleId`,`setAsideAt`);