import type { NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { lazy } from 'react'
import { cellsOf, chartTypes } from '#content-schema/nodes/chart.ts'
import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { elementLabel } from '../element-label.ts'
import { hostOf } from '../host.ts'
import { h } from '../node-views/dom.ts'
import { ChoiceField, TextField } from '../panels/fields.tsx'
import './chart.css'

const GridField = lazy(async () => ({
  default: (await import('../panels/grid-field.tsx')).GridField,
}))

const words = {
  fr: {
    type: 'Type',
    types: { bar: 'Barres', line: 'Courbes', pie: 'Secteurs (première série)' },
    title: 'Titre',
    summary: 'Ce que le graphique montre, en une phrase',
    summaryHint: 'Lu par tous, et dit à ceux qui ne voient pas le dessin.',
    data: 'Données',
    dataHint:
      'La première ligne nomme les séries, la première colonne les catégories. Collez depuis un tableur : les cellules se remplissent.',
    cell: (row: number, column: number) => `Ligne ${row}, colonne ${column}`,
    addRow: 'Ajouter une ligne',
    addColumn: 'Ajouter une série',
    unit: 'Unité',
    source: 'Source',
    empty: 'Donnez un titre et des données dans les réglages.',
  },
  en: {
    type: 'Type',
    types: { bar: 'Bar', line: 'Line', pie: 'Pie (first series only)' },
    title: 'Title',
    summary: 'Summary of the chart in one sentence',
    summaryHint: 'Shown with the chart and read aloud by screen readers.',
    data: 'Data',
    dataHint:
      'Put series names in the first row and categories in the first column. You can paste from a spreadsheet.',
    cell: (row: number, column: number) => `Row ${row}, column ${column}`,
    addRow: 'Add row',
    addColumn: 'Add series',
    unit: 'Unit',
    source: 'Source',
    empty: 'Add a title and data in the settings.',
  },
}

/** Its table as it will stand under the drawing; the preview draws it. */
const view: NodeViewRenderer = ({ node, editor }) => {
  const dom = h('figure', { class: 'me-chart', contenteditable: 'false' })
  const draw = (next: Node) => {
    const all = hostOf(editor).words
    const said = words[all.language]
    const { type, title, rows } = next.attrs as {
      type: keyof typeof said.types
      title: string
      rows: string[]
    }
    const kind = `${elementLabel('chart', all)} · ${said.types[type]}`
    const empty = title === '' && rows.every((row) => row.trim() === '')
    dom.replaceChildren(
      h('span', { class: 'me-chart-kind' }, kind),
      h('figcaption', {}, title),
      ...(empty ? [h('p', { class: 'me-hint' }, said.empty)] : [tableOf(rows)]),
    )
  }
  draw(node)
  return {
    dom,
    update(next) {
      if (next.type !== node.type) return false
      draw(next)
      return true
    },
    selectNode: () => dom.classList.add('ProseMirror-selectednode'),
    deselectNode: () => dom.classList.remove('ProseMirror-selectednode'),
    ignoreMutation: () => true,
  }
}

function tableOf(rows: readonly string[]): HTMLElement {
  const lines = cellsOf(rows).map((line, row) =>
    h('tr', {}, ...line.map((cell, column) => h(row && column ? 'td' : 'th', {}, cell))),
  )
  return h('table', {}, h('tbody', {}, ...lines))
}

export default defineEditor('chart', {
  rank: 20,
  icon: 'M4 3v13h13M7 13V9M11 13V5M15 13v-6',
  about: {
    fr: 'Barres, courbes ou secteurs, avec leur tableau',
    en: 'Bar, line or pie, with a data table',
  },
  synonyms: 'graphique diagramme courbe histogramme camembert barres donnees chart graph plot',
  create: () => json('chart', undefined, { rows: ['\t', '\t', '\t'] }),
  nodes: { chart: { view } },
  settings: ChartSettings,
})

function ChartSettings({ node, words: { language }, set }: SettingsProps) {
  const said = words[language]
  const line = (name: 'title' | 'unit' | 'source', longest: number) => (
    <TextField
      label={said[name]}
      value={node.attrs[name]}
      longest={longest}
      onChange={(text) => set({ [name]: text })}
    />
  )
  return (
    <>
      <ChoiceField
        label={said.type}
        value={String(node.attrs.type) as (typeof chartTypes)[number]}
        options={chartTypes.map((value) => ({ value, label: said.types[value] }))}
        onChange={(type) => set({ type })}
      />
      {line('title', 300)}
      <GridField
        label={said.data}
        hint={said.dataHint}
        rows={node.attrs.rows}
        mostRows={41}
        mostColumns={7}
        nameOf={(row, column) => said.cell(row + 1, column + 1)}
        addRow={said.addRow}
        addColumn={said.addColumn}
        onChange={(rows) => set({ rows })}
      />
      <TextField
        label={said.summary}
        hint={said.summaryHint}
        value={node.attrs.summary}
        longest={2000}
        rows={3}
        onChange={(summary) => set({ summary })}
      />
      {line('unit', 40)}
      {line('source', 500)}
    </>
  )
}
