ALTER TABLE `editions` ADD `coAuthors` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `co_authors` ADD `joinedAt` integer;