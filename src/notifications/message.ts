// What an email is made of. Nobody writes HTML or wraps lines in a notification: the renderer does both from these.
import type { Document } from '../forms/document.ts'

export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: readonly Item[] }
  | { kind: 'link'; text: string; url: string }
  /** A person's own words, in whatever language and direction they were written. */
  | { kind: 'quote'; text: string }
  | { kind: 'answers'; document: Document }

export interface Item {
  label: string
  value: string
}

export interface Message {
  /** Without the reference: the renderer puts it in front. */
  subject: string
  lines: readonly Block[]
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const heading = (text: string): Block => ({ kind: 'heading', text })
export const list = (...items: readonly Item[]): Block => ({ kind: 'list', items })
export const link = (text: string, url: string): Block => ({ kind: 'link', text, url })

/** The words under a line of ours that says whose they are; nothing where nothing was said. */
export const quoted = (introduction: string, words: string | undefined): Block[] =>
  words === undefined || words.trim() === '' ? [] : [paragraph(introduction), { kind: 'quote', text: words }]

/** The answers under a heading; nothing once they were erased. */
export const answers = (title: string, document: Document | null): Block[] =>
  document === null ? [] : [heading(title), { kind: 'answers', document }]
