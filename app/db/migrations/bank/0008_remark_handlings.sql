CREATE TABLE `remark_handlings` (
	`id` text PRIMARY KEY NOT NULL,
	`moduleId` text NOT NULL,
	`statementId` text NOT NULL,
	`state` text NOT NULL,
	`note` text NOT NULL,
	`personId` text NOT NULL,
	`handledAt` integer NOT NULL,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `remark_handlings_of_remark` ON `remark_handlings` (`moduleId`,`statementId`);