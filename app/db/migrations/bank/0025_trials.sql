CREATE TABLE `trial_answers` (
	`participantId` text PRIMARY KEY NOT NULL,
	`sus` text,
	`own` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`participantId`) REFERENCES `trial_participants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `trial_consents` (
	`participantId` text NOT NULL,
	`scope` text NOT NULL,
	`text` text NOT NULL,
	`givenAt` integer NOT NULL,
	`withdrawnAt` integer,
	PRIMARY KEY(`participantId`, `scope`, `givenAt`),
	FOREIGN KEY (`participantId`) REFERENCES `trial_participants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `trial_evidence` (
	`findingId` text NOT NULL,
	`observationId` text,
	`remarkId` text,
	FOREIGN KEY (`findingId`) REFERENCES `trial_findings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`observationId`) REFERENCES `trial_observations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`remarkId`) REFERENCES `trial_remarks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `trial_evidence_of_finding` ON `trial_evidence` (`findingId`);--> statement-breakpoint
CREATE INDEX `trial_evidence_by_observation` ON `trial_evidence` (`observationId`);--> statement-breakpoint
CREATE INDEX `trial_evidence_by_remark` ON `trial_evidence` (`remarkId`);--> statement-breakpoint
CREATE TABLE `trial_findings` (
	`id` text PRIMARY KEY NOT NULL,
	`trialId` text NOT NULL,
	`title` text NOT NULL,
	`nodeId` text,
	`severity` integer NOT NULL,
	`decision` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`duplicateOf` text,
	`fixedIn` text,
	`retested` text,
	`retestTrialId` text,
	`retestParticipants` integer DEFAULT 0 NOT NULL,
	`openedAt` integer NOT NULL,
	FOREIGN KEY (`trialId`) REFERENCES `trials`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`fixedIn`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "trial_findings_severity" CHECK("trial_findings"."severity" between 0 and 4)
);
--> statement-breakpoint
CREATE INDEX `trial_findings_of_trial` ON `trial_findings` (`trialId`);--> statement-breakpoint
CREATE TABLE `trial_observations` (
	`id` text PRIMARY KEY NOT NULL,
	`trialId` text NOT NULL,
	`participantId` text NOT NULL,
	`taskId` text,
	`nodeId` text,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`observerId` text NOT NULL,
	FOREIGN KEY (`trialId`) REFERENCES `trials`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`participantId`) REFERENCES `trial_participants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`observerId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `trial_observations_of_trial` ON `trial_observations` (`trialId`,`at`);--> statement-breakpoint
CREATE TABLE `trial_remarks` (
	`id` text PRIMARY KEY NOT NULL,
	`participantId` text NOT NULL,
	`nodeId` text,
	`quote` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`participantId`) REFERENCES `trial_participants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `trial_remarks_of_participant` ON `trial_remarks` (`participantId`,`at`);--> statement-breakpoint
CREATE TABLE `trial_task_results` (
	`participantId` text NOT NULL,
	`taskId` text NOT NULL,
	`result` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`participantId`, `taskId`),
	FOREIGN KEY (`participantId`) REFERENCES `trial_participants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `trial_contacts` (
	`participantId` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	FOREIGN KEY (`participantId`) REFERENCES `trial_participants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `trial_participants` (
	`id` text PRIMARY KEY NOT NULL,
	`trialId` text NOT NULL,
	`code` text NOT NULL,
	`profile` text NOT NULL,
	`registration` text NOT NULL,
	`addedAt` integer NOT NULL,
	`startedAt` integer,
	`finishedAt` integer,
	`sectionId` text,
	`nodeId` text,
	`seenAt` integer,
	FOREIGN KEY (`trialId`) REFERENCES `trials`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trial_participants_registration_unique` ON `trial_participants` (`registration`);--> statement-breakpoint
CREATE UNIQUE INDEX `trial_participants_code_in_trial` ON `trial_participants` (`trialId`,`code`);--> statement-breakpoint
CREATE TABLE `trial_protocols` (
	`id` text PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`content` text NOT NULL,
	`changedBy` text NOT NULL,
	`changedAt` integer NOT NULL,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`changedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `trial_protocols_of_organisation` ON `trial_protocols` (`organisationId`);--> statement-breakpoint
CREATE TABLE `trials` (
	`id` text PRIMARY KEY NOT NULL,
	`moduleId` text NOT NULL,
	`revisionId` text NOT NULL,
	`contentScope` text NOT NULL,
	`pedagogyScope` text NOT NULL,
	`organisationId` text NOT NULL,
	`protocol` text NOT NULL,
	`state` text NOT NULL,
	`facilitatorId` text NOT NULL,
	`place` text NOT NULL,
	`day` text NOT NULL,
	`retestOf` text,
	`decision` text,
	`rationale` text DEFAULT '' NOT NULL,
	`decidedBy` text,
	`decidedAt` integer,
	`plannedBy` text NOT NULL,
	`plannedAt` integer NOT NULL,
	`startedAt` integer,
	`endedAt` integer,
	FOREIGN KEY (`moduleId`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`revisionId`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`facilitatorId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decidedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`plannedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "trials_decided_with_a_decision" CHECK(("trials"."state" = 'decided') = ("trials"."decision" is not null))
);
--> statement-breakpoint
CREATE INDEX `trials_of_module` ON `trials` (`moduleId`,`plannedAt`);--> statement-breakpoint
ALTER TABLE `gate_profiles` ADD `trial` text;--> statement-breakpoint
ALTER TABLE `lrs_credentials` ADD `participantId` text;--> statement-breakpoint
CREATE INDEX `lrs_credentials_by_participant` ON `lrs_credentials` (`participantId`);