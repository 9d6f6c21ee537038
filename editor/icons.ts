/** Outlines on a 20 × 20 grid, drawn with a pen 1.5 wide. Decoration only: the button says the words. */
export const icons = {
  undo: 'M8 5 4 9l4 4M4 9h8a4 4 0 0 1 0 8h-2',
  redo: 'm12 5 4 4-4 4M16 9H8a4 4 0 0 0 0 8h2',
  bold: 'M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z',
  italic: 'M9 4h5M6 16h5M12 4 8 16',
  code: 'm7 6-4 4 4 4M13 6l4 4-4 4',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l2.8-2.8a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-2.8 2.8a3 3 0 0 0 4.2 4.2l1-1',
  language:
    'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M3 10h14M10 3c-4.500 4-4.500 10 0 14M10 3c4.500 4 4.500 10 0 14',
  subscript: 'm4 5 7 8M11 5l-7 8M14 13.5c.5-1 2.500-1 2.500.5 0 1-2.500 2-2.500 3h3',
  superscript: 'm4 8 7 8M11 8l-7 8M14 3.500c.5-1 2.500-1 2.500.5 0 1-2.500 2-2.500 3h3',
  plus: 'M10 4v12M4 10h12',
  up: 'm5 12 5-5 5 5',
  down: 'm5 8 5 5 5-5',
  find: 'M8.500 4a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9M12 12l4 4',
  change: 'M4 7h10l-3-3M16 13H6l3 3',
  lock: 'M5 9h10v7H5zM7 9V6.500a3 3 0 0 1 6 0V9',
  next: 'm8 5 5 5-5 5',
  copy: 'M7 7h9v9H7zM13 7V4H4v9h3',
  bin: 'M4 6h12M8 6V4h4v2M6 6l1 10h6l1-10M9 9v4M11 9v4',
  grip: 'M8 5h.01M12 5h.01M8 10h.01M12 10h.01M8 15h.01M12 15h.01',
  keep: 'M6 3h8v14l-4-3.500L6 17z',
  preview:
    'M2 10c3-7 13-7 16 0-3 7-13 7-16 0M10 7.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5',
  close: 'm5 5 10 10M15 5 5 15',
  outline: 'M4 5h12M7 10h9M7 15h9',
  settings: 'M4 6h7M15 6h1M4 14h1M9 14h7M13 4v4M7 12v4',
} as const

export type IconName = keyof typeof icons
