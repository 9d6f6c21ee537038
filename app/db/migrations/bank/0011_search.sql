CREATE TABLE `saved_searches` (
	`id` text PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`personId` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`savedAt` integer NOT NULL,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_searches_by_name` ON `saved_searches` (`personId`,`organisationId`,`name`);--> statement-breakpoint
CREATE TABLE `search_counts` (
	`scope` text NOT NULL,
	`termId` integer NOT NULL,
	`facet` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`scope`, `termId`),
	FOREIGN KEY (`termId`) REFERENCES `search_terms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `search_counts_by_facet` ON `search_counts` (`scope`,`facet`,`count`);--> statement-breakpoint
CREATE TABLE `search_records` (
	`id` integer PRIMARY KEY NOT NULL,
	`moduleId` text NOT NULL,
	`scope` text NOT NULL,
	`format` integer NOT NULL,
	`terms` text NOT NULL,
	`state` text NOT NULL,
	`edition` text,
	`titleKey` text NOT NULL,
	`minutes` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`savedAt` integer NOT NULL,
	`publishedAt` integer,
	`staleOn` text,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_records_moduleId_unique` ON `search_records` (`moduleId`);--> statement-breakpoint
CREATE INDEX `search_records_by_saving` ON `search_records` (`scope`,`savedAt`);--> statement-breakpoint
CREATE INDEX `search_records_by_creation` ON `search_records` (`scope`,`createdAt`);--> statement-breakpoint
CREATE INDEX `search_records_by_publication` ON `search_records` (`scope`,`publishedAt`);--> statement-breakpoint
CREATE INDEX `search_records_by_title` ON `search_records` (`scope`,`titleKey`);--> statement-breakpoint
CREATE INDEX `search_records_by_length` ON `search_records` (`scope`,`minutes`);--> statement-breakpoint
CREATE INDEX `search_records_stale` ON `search_records` (`staleOn`);--> statement-breakpoint
CREATE TABLE `search_terms` (
	`id` integer PRIMARY KEY NOT NULL,
	`facet` text NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_terms_once` ON `search_terms` (`facet`,`value`);--> statement-breakpoint
CREATE TABLE `search_texts` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`objective` text NOT NULL,
	`summary` text NOT NULL,
	`keywords` text NOT NULL,
	`competencies` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `search_records`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_light` USING fts5(`title`, `competencies`, `summary`, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2 tokenchars '_'", prefix='2 3');
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_full` USING fts5(`title`, `competencies`, `summary`, `body`, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2 tokenchars '_'");
--> statement-breakpoint
INSERT INTO `search_light` (`search_light`, `rank`) VALUES ('rank', 'bm25(10, 5, 3)');
--> statement-breakpoint
INSERT INTO `search_full` (`search_full`, `rank`) VALUES ('rank', 'bm25(10, 5, 3, 1)');
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_light_words` USING fts5vocab('search_light', 'row');
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_full_words` USING fts5vocab('search_full', 'row');
--> statement-breakpoint
CREATE TRIGGER `search_counts_added` AFTER INSERT ON `search_records` BEGIN
	INSERT INTO `search_counts` (`scope`, `termId`, `facet`, `count`)
	SELECT new.`scope`, `id`, `facet`, 1 FROM `search_terms`
	WHERE `id` IN (SELECT `value` FROM json_each('[' || trim(new.`terms`, ',') || ']'))
	ON CONFLICT (`scope`, `termId`) DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `search_counts_changed` AFTER UPDATE OF `terms`, `scope` ON `search_records`
WHEN old.`terms` <> new.`terms` OR old.`scope` <> new.`scope` BEGIN
	UPDATE `search_counts` SET `count` = `count` - 1
	WHERE `scope` = old.`scope`
	AND `termId` IN (SELECT `value` FROM json_each('[' || trim(old.`terms`, ',') || ']'));
	INSERT INTO `search_counts` (`scope`, `termId`, `facet`, `count`)
	SELECT new.`scope`, `id`, `facet`, 1 FROM `search_terms`
	WHERE `id` IN (SELECT `value` FROM json_each('[' || trim(new.`terms`, ',') || ']'))
	ON CONFLICT (`scope`, `termId`) DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `search_record_removed` AFTER DELETE ON `search_records` BEGIN
	UPDATE `search_counts` SET `count` = `count` - 1
	WHERE `scope` = old.`scope`
	AND `termId` IN (SELECT `value` FROM json_each('[' || trim(old.`terms`, ',') || ']'));
	DELETE FROM `search_light` WHERE rowid = old.`id`;
	DELETE FROM `search_full` WHERE rowid = old.`id`;
END;
