ALTER TABLE `gate_profiles` ADD `exportAtEnd` text DEFAULT 'warned' NOT NULL;--> statement-breakpoint
UPDATE `gate_profiles` SET "exportAtEnd" = 'refused' WHERE "intendedUse" = 'certifying';
