CREATE TABLE `learner_remarks` (
	`editionId` integer NOT NULL,
	`at` integer NOT NULL,
	`statementId` text NOT NULL,
	`nodeId` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`editionId`, `at`, `statementId`),
	FOREIGN KEY (`editionId`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `part_ratings` (
	`editionId` integer NOT NULL,
	`nodeId` text NOT NULL,
	`actor` text NOT NULL,
	`at` integer NOT NULL,
	`statementId` text NOT NULL,
	`rating` integer NOT NULL,
	`ratings` integer NOT NULL,
	PRIMARY KEY(`editionId`, `nodeId`, `actor`, `at`, `statementId`, `rating`),
	FOREIGN KEY (`editionId`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
