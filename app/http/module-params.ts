import * as z from 'zod'

export const ModuleParams = z.object({ moduleId: z.string().min(1).max(80) })
export const ReviewParams = z.object({ reviewId: z.string().min(1).max(40) })
export const TrialParams = z.object({ trialId: z.string().min(1).max(40) })
export const PackageParams = z.object({ packageId: z.string().min(1).max(40) })
export const FrameworkParams = z.object({ frameworkId: z.string().min(1).max(40) })
export const UploadParams = z.object({ uploadId: z.string().regex(/^[0-9a-z]{10}$/) })
export const BlockParams = FrameworkParams.extend({ blockId: z.string().min(1).max(40) })
