CREATE TABLE `checklist_answers` (
	`reviewId` text NOT NULL,
	`aspect` text NOT NULL,
	`itemKey` text NOT NULL,
	`place` integer NOT NULL,
	`text` text NOT NULL,
	`answer` text NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`reviewId`, `aspect`, `itemKey`),
	FOREIGN KEY (`reviewId`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `checklists` (
	`organisationId` text NOT NULL,
	`aspect` text NOT NULL,
	`items` text NOT NULL,
	`changedBy` text NOT NULL,
	`changedAt` integer NOT NULL,
	PRIMARY KEY(`organisationId`, `aspect`),
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`changedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
