import { index, layout, prefix, type RouteConfig, route } from '@remix-run/route-config'

/** Every address of the application. */
export default [
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-in/again', 'routes/sign-in-again.ts'),
  route('sign-out', 'routes/sign-out.ts'),
  route('language', 'routes/language.ts'),
  layout('routes/signed-in.tsx', [
    index('routes/home.tsx'),
    ...prefix('modules', [
      index('routes/modules.tsx'),
      route(':moduleId', 'routes/module.tsx', [
        index('routes/module.overview.tsx'),
        route('write', 'routes/module.write.tsx'),
        route('import', 'routes/module.import.tsx'),
        route('review', 'routes/module.review.tsx'),
        route('publish', 'routes/module.publish.tsx'),
        route('export', 'routes/module.export.tsx'),
        route('quality', 'routes/module.quality.tsx'),
      ]),
      route(':moduleId/print', 'routes/module.print.tsx'),
      route(':moduleId/try/:packageId', 'routes/module.try.tsx'),
    ]),
    route('reviews/:reviewId', 'routes/review.tsx'),
    route('media', 'routes/media.tsx'),
    route('media/:digest', 'routes/media.file.tsx'),
    route('frameworks', 'routes/frameworks.tsx'),
    route('frameworks/:frameworkId', 'routes/framework.tsx'),
  ]),
  route('modules/:moduleId/draft', 'routes/module.draft.ts'),
  route('modules/:moduleId/preview', 'routes/module.preview.ts'),
  route('modules/:moduleId/presence', 'routes/module.presence.ts'),
  route('modules/:moduleId/checks', 'routes/module.checks.ts'),
  route('modules/:moduleId/set-aside', 'routes/module.set-aside.ts'),
  route('media/choices', 'routes/media.choices.ts'),
  route('media/rights', 'routes/media.rights.ts'),
  route('templates', 'routes/templates.ts'),
  route('templates/:templateId', 'routes/template.ts'),
  route('competencies', 'routes/competencies.ts'),
  route('packages/:packageId/download', 'routes/package.download.ts'),
  route('id/*', 'routes/id.ts'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
