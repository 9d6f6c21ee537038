CREATE TABLE `review_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`moduleId` text NOT NULL,
	`revisionId` text NOT NULL,
	`number` integer NOT NULL,
	`startedBy` text NOT NULL,
	`startedAt` integer NOT NULL,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`revisionId`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`startedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_rounds_of_module` ON `review_rounds` (`moduleId`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `review_rounds_of_revision` ON `review_rounds` (`revisionId`);--> statement-breakpoint
CREATE TABLE `review_visits` (
	`reviewId` text NOT NULL,
	`digest` text NOT NULL,
	`firstAt` integer NOT NULL,
	`lastAt` integer NOT NULL,
	PRIMARY KEY(`reviewId`, `digest`),
	FOREIGN KEY (`reviewId`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `review_rounds` ("id", "moduleId", "revisionId", "number", "startedBy", "startedAt")
SELECT min("id"), "moduleId", "revisionId",
	row_number() OVER (PARTITION BY "moduleId" ORDER BY min("requestedAt")),
	"requestedBy", min("requestedAt")
FROM `reviews` GROUP BY "moduleId", "revisionId";--> statement-breakpoint
CREATE TABLE `__new_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`moduleId` text NOT NULL,
	`revisionId` text NOT NULL,
	`roundId` text NOT NULL,
	`expertId` text NOT NULL,
	`aspects` text DEFAULT '["content","pedagogy","law","technique","accessibility","tutoring"]' NOT NULL,
	`requestedBy` text NOT NULL,
	`requestedAt` integer NOT NULL,
	`dueOn` text,
	`message` text NOT NULL,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`revisionId`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`roundId`) REFERENCES `review_rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`expertId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`requestedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
INSERT INTO `__new_reviews` ("id", "moduleId", "revisionId", "roundId", "expertId", "aspects", "requestedBy", "requestedAt", "dueOn", "message")
SELECT r."id", r."moduleId", r."revisionId",
	(SELECT "id" FROM `review_rounds` WHERE `review_rounds`."revisionId" = r."revisionId"),
	r."expertId", r."aspects", r."requestedBy", r."requestedAt", r."dueOn", r."message"
FROM `reviews` r;--> statement-breakpoint
DROP TABLE `reviews`;--> statement-breakpoint
ALTER TABLE `__new_reviews` RENAME TO `reviews`;--> statement-breakpoint
CREATE INDEX `reviews_of_module` ON `reviews` (`moduleId`,`requestedAt`);--> statement-breakpoint
CREATE INDEX `reviews_of_expert` ON `reviews` (`expertId`);--> statement-breakpoint
ALTER TABLE `reviews` ADD `signsAs` text;--> statement-breakpoint
ALTER TABLE `reviews` ADD `endedAs` text;--> statement-breakpoint
ALTER TABLE `reviews` ADD `endedAt` integer;--> statement-breakpoint
ALTER TABLE `reviews` ADD `endedReason` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `reviews_of_round` ON `reviews` (`roundId`);