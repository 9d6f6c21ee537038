CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`tokenDigest` text NOT NULL,
	`organisationId` text NOT NULL,
	`name` text NOT NULL,
	`scopes` text NOT NULL,
	`madeBy` text NOT NULL,
	`madeAt` integer NOT NULL,
	`endsAt` integer NOT NULL,
	`lastUsedAt` integer,
	`revokedAt` integer,
	`revokedBy` text,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`madeBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`revokedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_tokenDigest_unique` ON `api_tokens` (`tokenDigest`);--> statement-breakpoint
CREATE INDEX `api_tokens_of_organisation` ON `api_tokens` (`organisationId`,`madeAt`);--> statement-breakpoint
ALTER TABLE `packages` ADD `tokenId` text REFERENCES api_tokens(id);