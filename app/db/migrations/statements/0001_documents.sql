CREATE TABLE `documents` (
	`id` integer PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`kind` text NOT NULL,
	`activityId` text NOT NULL,
	`agent` text NOT NULL,
	`registration` text NOT NULL,
	`documentId` text NOT NULL,
	`contentType` text NOT NULL,
	`content` blob NOT NULL,
	`etag` text NOT NULL,
	`updatedAt` integer NOT NULL,
	`credentialKey` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_by_place` ON `documents` (`organisationId`,`kind`,`activityId`,`agent`,`registration`,`documentId`);