/** The page, on the second origin, that stands in for an LMS: it holds the API and the package. */
export function lmsPage(applicationOrigins: string[]): string {
  return `<!doctype html>
<html lang="fr" data-application-origins="${applicationOrigins.join(' ')}">
<meta charset="utf-8">
<title>LMS</title>
<link rel="stylesheet" href="/lms/frame.css">
<script src="/lms/frame.js" defer></script>
<body><iframe id="package" title="Module" allow="fullscreen"></iframe></body>
</html>`
}
