// What somebody wrote themselves: without what they answer to, and without their signature. When in doubt, it is kept.
import { isAttribution, isDeviceLine, isForwarded, isHeaderBlock, isOriginalMessage } from './quote-marks.ts'

// Marks of direction, which Arabic mail programs put around dates and addresses.
const MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu
const LONGEST_ATTRIBUTION = 4
/** More letters than this below the quote's beginning that we never sent, and somebody answers between our lines. */
const ENOUGH_TO_MEAN_SOMETHING = 12

/**
 * The words of the message without quotes and signature. `sent` is what we had written: whoever answers between our
 * lines, below a quote that nothing else marks, is not cut off. All of the text where nothing would be left.
 */
export function ownWords(text: string, sent = ''): string {
  const lines = text
    .replaceAll('\u00A0', ' ')
    .split('\n')
    .map(line => line.trimEnd())
  const own = withoutSignature(withoutQuote(lines, sent))
  const words = tidied(own)
  return words === '' ? tidied(lines) : words
}

function withoutQuote(lines: readonly string[], sent: string): readonly string[] {
  const start = quoteStart(lines)
  if (start === undefined) return withoutTrailingMarked(lines)
  const before = withoutRule(lines.slice(0, start.at))
  const below = lines.slice(start.at + start.length)
  if (below.some(isMarked)) return [...before, ...answersBetween(below, lines, before)]
  return sent !== '' && lettersNotOf(sent, below) > ENOUGH_TO_MEAN_SOMETHING ? lines : before
}

// Of one block with the answer below it, the answer; of answers between the quotes, all: without the questions they say nothing.
function answersBetween(
  below: readonly string[],
  lines: readonly string[],
  before: readonly string[],
): readonly string[] {
  const first = below.findIndex(isMarked)
  const rest = below.slice(first)
  const end = rest.findIndex(line => line !== '' && !isMarked(line))
  if (end === -1) return []
  const after = rest.slice(end)
  if (!after.some(isMarked)) return after
  return tidied(before) === '' ? lines : below
}

interface Start {
  at: number
  length: number
}

function quoteStart(lines: readonly string[]): Start | undefined {
  const all = bareLines(lines)
  for (const at of all.keys()) {
    const bare = all.slice(at, at + 8)
    if (isForwarded(bare[0] ?? '')) return undefined
    if (isOriginalMessage(bare[0] ?? '')) return { at, length: 1 }
    if (isHeaderBlock(bare)) return { at, length: Math.max(1, bare.indexOf('')) }
    const length = attributionLength(bare)
    if (length > 0) return { at, length }
  }
  return undefined
}

const bareLines = (lines: readonly string[]) => lines.map(line => line.replaceAll(MARKS, '').trim())

/** Over how many lines an attribution goes that begins with the first; 0 if none does. */
function attributionLength(lines: readonly string[]): number {
  for (let length = 1; length <= LONGEST_ATTRIBUTION; length += 1) {
    const part = lines.slice(0, length)
    if (part.length < length || part.some(line => line === '' || isMarked(line))) return 0
    if (isAttribution(part.join(' '))) return length
  }
  return 0
}

const isMarked = (line: string) => line.trimStart().startsWith('>')

// A rule that the mail program drew above the quote.
function withoutRule(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex(line => line !== '')
  return /^[_-]{8,}$/.test(lines[last]?.trim() ?? '') ? lines.slice(0, last) : lines
}

function withoutTrailingMarked(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex(line => line !== '' && !isMarked(line))
  return lines.slice(0, last + 1)
}

function withoutSignature(lines: readonly string[]): readonly string[] {
  const delimiter = lines.findLastIndex(line => line.trim() === '--')
  // Below it stands a name and how to reach somebody; what is longer is something to read.
  const short = delimiter > 0 && lines.slice(delimiter).filter(line => line !== '').length <= 12
  const kept = short ? lines.slice(0, delimiter) : lines
  const last = kept.findLastIndex(line => line !== '')
  return last > 0 && isDeviceLine(kept[last]?.replaceAll(MARKS, '').trim() ?? '') ? kept.slice(0, last) : kept
}

// The link in an email of ours has a secret that only the email itself holds.
const ADDRESSES = /https?:\/\/\S+/g

/** How many letters stand in these lines that do not stand in what we sent; a block of headers aside. */
function lettersNotOf(sent: string, lines: readonly string[]): number {
  const ours = lettersOf(sent)
  const isHeader = (line: string) => /^\*?[\p{L} ]{1,20}:/u.test(line) && line.length < 200
  return lines
    .map(line => ({ line: line.trim(), letters: lettersOf(line.replaceAll(ADDRESSES, '')) }))
    .filter(({ line, letters }) => letters !== '' && !ours.includes(letters) && !isHeader(line))
    .reduce((sum, { letters }) => sum + letters.length, 0)
}

const lettersOf = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

const tidied = (lines: readonly string[]) =>
  lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
