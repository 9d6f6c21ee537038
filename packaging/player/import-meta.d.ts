interface ImportMeta {
  /** Set when the player is made: this one sends no statements. Undefined where it is not bundled. */
  readonly untraced?: boolean
}
