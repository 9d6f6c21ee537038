CREATE TABLE `competency_successors` (
	`competencyId` text NOT NULL,
	`successorId` text NOT NULL,
	`confirmedBy` text NOT NULL,
	`confirmedAt` integer NOT NULL,
	PRIMARY KEY(`competencyId`, `successorId`),
	FOREIGN KEY (`competencyId`) REFERENCES `competencies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`successorId`) REFERENCES `competencies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`confirmedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
ALTER TABLE `competencies` ADD `code` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `competencies` ADD `description` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `competencies` ADD `origin` text;--> statement-breakpoint
ALTER TABLE `competency_blocks` ADD `reading` text DEFAULT 'proposed' NOT NULL;--> statement-breakpoint
ALTER TABLE `competency_blocks` ADD `readBy` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `competency_blocks` ADD `readAt` integer;--> statement-breakpoint
ALTER TABLE `competency_blocks` ADD `origin` text;--> statement-breakpoint
ALTER TABLE `frameworks` ADD `kind` text DEFAULT 'RNCP' NOT NULL;--> statement-breakpoint
ALTER TABLE `frameworks` ADD `origin` text;--> statement-breakpoint
-- By hand: criteria get an id, and entries of the specific register say so.
UPDATE `competencies` SET `criteria` = (
	SELECT json_group_array(json_object('id', lower(hex(randomblob(5))), 'label', `criterion`.`value`))
	FROM json_each(`competencies`.`criteria`) AS `criterion`
);--> statement-breakpoint
UPDATE `frameworks` SET `kind` = 'RS' WHERE `code` LIKE 'RS%';
