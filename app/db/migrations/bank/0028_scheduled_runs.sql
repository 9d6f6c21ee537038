CREATE TABLE `personal_settings` (
	`personId` text PRIMARY KEY NOT NULL,
	`dailyLetter` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `scheduled_runs` (
	`name` text NOT NULL,
	`day` text NOT NULL,
	`ranAt` integer NOT NULL,
	PRIMARY KEY(`name`, `day`)
);
