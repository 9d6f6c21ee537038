CREATE TABLE `gate_profiles` (
	`organisationId` text NOT NULL,
	`intendedUse` text NOT NULL,
	`signOffs` text NOT NULL,
	`guarantees` text NOT NULL,
	`changedBy` text NOT NULL,
	`changedAt` integer NOT NULL,
	PRIMARY KEY(`organisationId`, `intendedUse`),
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`changedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `waivers` (
	`id` text PRIMARY KEY NOT NULL,
	`moduleId` text NOT NULL,
	`gate` text NOT NULL,
	`reason` text NOT NULL,
	`endsOn` text NOT NULL,
	`askedBy` text NOT NULL,
	`askedAt` integer NOT NULL,
	`decision` text,
	`answer` text DEFAULT '' NOT NULL,
	`decidedBy` text,
	`decidedAt` integer,
	`withdrawnBy` text,
	`withdrawnAt` integer,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`askedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decidedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`withdrawnBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `waivers_of_module` ON `waivers` (`moduleId`,`gate`);--> statement-breakpoint
CREATE TABLE `contributions` (
	`moduleId` text NOT NULL,
	`personId` text NOT NULL,
	`savedAt` integer NOT NULL,
	PRIMARY KEY(`moduleId`, `personId`),
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_verdicts` (
	`reviewId` text NOT NULL,
	`aspect` text NOT NULL,
	`value` text NOT NULL,
	`digest` text NOT NULL,
	`scopeDigest` text,
	`note` text NOT NULL,
	`personId` text NOT NULL,
	`givenAt` integer NOT NULL,
	PRIMARY KEY(`reviewId`, `aspect`),
	FOREIGN KEY (`reviewId`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
INSERT INTO `__new_verdicts`("reviewId", "aspect", "value", "digest", "scopeDigest", "note", "personId", "givenAt")
SELECT "reviewId", "aspects"."value", "verdicts"."value", "digest", NULL, "note", "personId", "givenAt"
FROM `verdicts`, json_each('["content","pedagogy","law","technique","accessibility","tutoring"]') AS "aspects";--> statement-breakpoint
DROP TABLE `verdicts`;--> statement-breakpoint
ALTER TABLE `__new_verdicts` RENAME TO `verdicts`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `editions` ADD `waivers` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `reviews` ADD `aspects` text DEFAULT '["content","pedagogy","law","technique","accessibility","tutoring"]' NOT NULL;--> statement-breakpoint
INSERT INTO `contributions`("moduleId", "personId", "savedAt") SELECT "id", "authorId", "createdAt" FROM `modules`;--> statement-breakpoint
INSERT INTO `contributions`("moduleId", "personId", "savedAt") SELECT "moduleId", "savedBy", "savedAt" FROM `drafts` WHERE true
ON CONFLICT DO UPDATE SET "savedAt" = max("savedAt", excluded."savedAt");
