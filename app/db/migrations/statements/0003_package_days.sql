CREATE TABLE `package_days` (
	`editionId` integer NOT NULL,
	`packageId` text NOT NULL,
	`day` integer NOT NULL,
	`attempts` integer NOT NULL,
	PRIMARY KEY(`editionId`, `packageId`, `day`),
	FOREIGN KEY (`editionId`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
