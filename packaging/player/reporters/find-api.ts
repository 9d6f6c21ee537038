/** How far up a frame may stand: the standard's own sample stops at 7, some portals need more. */
const highest = 10

/**
 * Looks for the run-time of an LMS: in the frames around this one, then in the window that opened
 * it and the frames around that.
 *
 * @param name `API` in SCORM 1.2, `API_1484_11` in SCORM 2004
 * @see SCORM 1.2 Run-Time Environment §3.3.1, SCORM 2004 4th edition §3.3.1
 */
export function findApi<Api>(name: string, from: Window): Api | null {
  return searchUp<Api>(name, from) ?? searchOpener<Api>(name, from)
}

function searchUp<Api>(name: string, from: Window): Api | null {
  let frame = from
  for (let level = 0; level <= highest; level += 1) {
    const found = read<Api>(name, frame)
    if (found) return found
    if (!frame.parent || frame.parent === frame) return null
    frame = frame.parent
  }
  return null
}

function searchOpener<Api>(name: string, from: Window): Api | null {
  for (const frame of [from, from.top]) {
    try {
      if (frame?.opener) return searchUp<Api>(name, frame.opener)
    } catch {
      // A frame of another site: it is nobody we may ask.
    }
  }
  return null
}

/** Another site's frame throws when it is looked into; there may still be an LMS above it. */
function read<Api>(name: string, frame: Window): Api | null {
  try {
    return (frame as unknown as Record<string, Api | undefined>)[name] ?? null
  } catch {
    return null
  }
}
