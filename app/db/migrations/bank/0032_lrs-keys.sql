ALTER TABLE `lrs_credentials` ADD `label` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `lrs_credentials` ADD `madeBy` text REFERENCES people(id);