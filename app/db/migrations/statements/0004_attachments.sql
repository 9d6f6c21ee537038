CREATE TABLE `attachments` (
	`organisationId` text NOT NULL,
	`sha2` text NOT NULL,
	`contentType` text NOT NULL,
	`content` blob NOT NULL,
	PRIMARY KEY(`organisationId`, `sha2`)
);
