CREATE TABLE `forwarding_dead_letters` (
	`targetId` text NOT NULL,
	`statementId` text NOT NULL,
	`status` integer NOT NULL,
	`answer` text NOT NULL,
	`state` text NOT NULL,
	`refusedAt` integer NOT NULL,
	PRIMARY KEY(`targetId`, `statementId`),
	FOREIGN KEY (`targetId`) REFERENCES `forwarding_targets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `forwarding_targets` (
	`id` text PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`name` text NOT NULL,
	`endpoint` text NOT NULL,
	`key` text NOT NULL,
	`sealedSecret` text NOT NULL,
	`version` text NOT NULL,
	`moduleIds` text NOT NULL,
	`verbIds` text NOT NULL,
	`trials` integer NOT NULL,
	`state` text NOT NULL,
	`cursorAt` integer NOT NULL,
	`cursorSeq` integer NOT NULL,
	`sent` integer DEFAULT 0 NOT NULL,
	`addedBy` text NOT NULL,
	`addedAt` integer NOT NULL,
	`lastSuccessAt` integer,
	`lastFailureAt` integer,
	`failure` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`nextTryAt` integer DEFAULT 0 NOT NULL,
	`leaseHolder` text,
	`leaseUntil` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`addedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `forwarding_targets_due` ON `forwarding_targets` (`state`,`nextTryAt`);--> statement-breakpoint
CREATE INDEX `forwarding_targets_of_organisation` ON `forwarding_targets` (`organisationId`);