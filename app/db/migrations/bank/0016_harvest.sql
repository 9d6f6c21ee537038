CREATE TABLE `harvest_records` (
	`id` integer PRIMARY KEY NOT NULL,
	`sourceId` text NOT NULL,
	`identifier` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`authors` text NOT NULL,
	`subjects` text NOT NULL,
	`language` text NOT NULL,
	`address` text,
	`rights` text NOT NULL,
	`licence` text,
	`datestamp` text NOT NULL,
	`seenAt` integer NOT NULL,
	FOREIGN KEY (`sourceId`) REFERENCES `harvest_sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `harvest_records_seen` ON `harvest_records` (`sourceId`,`seenAt`);--> statement-breakpoint
CREATE UNIQUE INDEX `harvest_records_once` ON `harvest_records` (`sourceId`,`identifier`);--> statement-breakpoint
CREATE TABLE `harvest_sources` (
	`id` text PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`url` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`addedBy` text NOT NULL,
	`addedAt` integer NOT NULL,
	`startedAt` integer,
	`finishedAt` integer,
	`nextFrom` text,
	`came` integer DEFAULT 0 NOT NULL,
	`gone` integer DEFAULT 0 NOT NULL,
	`unread` integer DEFAULT 0 NOT NULL,
	`failure` text,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`addedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `harvest_sources_due` ON `harvest_sources` (`state`,`finishedAt`);--> statement-breakpoint
CREATE UNIQUE INDEX `harvest_sources_once` ON `harvest_sources` (`organisationId`,`url`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `harvest_words` USING fts5(`title`, `others`, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2 tokenchars '_'", prefix='2 3');
--> statement-breakpoint
INSERT INTO `harvest_words` (`harvest_words`, `rank`) VALUES ('rank', 'bm25(10, 3)');
--> statement-breakpoint
CREATE TRIGGER `harvest_words_removed` AFTER DELETE ON `harvest_records` BEGIN
	DELETE FROM `harvest_words` WHERE `rowid` = old.`id`;
END;
