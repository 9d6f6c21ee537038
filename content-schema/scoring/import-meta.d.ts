interface ImportMeta {
  /** Set where a program is made that writes answers in the words of one standard only. */
  readonly onlyStandard?: 'scorm-12' | 'scorm-2004'
}
