CREATE TABLE `guarantee_answers` (
	`guaranteeId` text PRIMARY KEY NOT NULL,
	`answer` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`answeredBy` text NOT NULL,
	`answeredAt` integer NOT NULL,
	FOREIGN KEY (`guaranteeId`) REFERENCES `guarantees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`answeredBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
ALTER TABLE `guarantees` ADD `deputyId` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `guarantees` ADD `lookEvery` integer;--> statement-breakpoint
ALTER TABLE `guarantees` ADD `toWatch` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `guarantees` ADD `note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `guarantees` ADD `signedDigest` text;--> statement-breakpoint
ALTER TABLE `guarantees` ADD `handedFrom` text REFERENCES guarantees(id);--> statement-breakpoint
INSERT INTO `guarantee_answers`("guaranteeId", "answer", "answeredBy", "answeredAt") SELECT "id", 'accepted', "personId", "recordedAt" FROM `guarantees`;
