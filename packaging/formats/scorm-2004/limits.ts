/** What a SCORM 2004 LMS is sure to keep. @see SCORM 2004 4th edition Run-Time Environment §4.2 */
export const limits = {
  /** Characters of `cmi.suspend_data` from the 3rd edition on. */
  suspendData: 64_000,
  /** Characters of `cmi.location`. */
  location: 1000,
}
