/** What a SCORM 1.2 LMS is sure to keep. @see SCORM 1.2 Run-Time Environment §3.4.4 */
export const limits = {
  /** Characters of `cmi.suspend_data`. */
  suspendData: 4096,
  /** Characters of `cmi.core.lesson_location`. */
  location: 255,
}
