// JSON as it should arrive: no key twice, no prototype, not deeper than any form needs.
import { Problem } from '../kernel/problem.ts'

const DEEPEST = 16
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/** Parses a JSON text. Throws `malformed-json` for what JSON.parse refuses, and for what it would pass over in silence. */
export function parseStrictJson(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Problem(
      'malformed-json',
      'The body is not complete, valid JSON. Check that nothing of it was cut off.',
    )
  }
  checkStructure(text)
  return value
}

// The text is valid JSON here, so only strings and brackets matter.
function checkStructure(text: string): void {
  const open: (Set<string> | null)[] = []
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x7b: // {
        open.push(new Set())
        break
      case 0x5b: // [
        open.push(null)
        break
      case 0x7d: // }
      case 0x5d: // ]
        open.pop()
        break
      case 0x22: {
        const end = endOfString(text, at)
        checkKey(open.at(-1), text, at, end)
        at = end
      }
    }
    if (open.length > DEEPEST) {
      throw new Problem('malformed-json', `The body is nested deeper than ${DEEPEST} levels.`)
    }
  }
}

function checkKey(keys: Set<string> | null | undefined, text: string, start: number, end: number): void {
  if (!keys || !isColonAfter(text, end)) return
  const key = JSON.parse(text.slice(start, end + 1)) as string
  if (keys.has(key))
    throw new Problem('malformed-json', `The key “${shown(key)}” appears twice in one object. Keep one.`)
  if (FORBIDDEN.has(key))
    throw new Problem('malformed-json', `The key “${shown(key)}” is not allowed. Remove it.`)
  keys.add(key)
}

const COLON = /[ \t\n\r]*:/y
function isColonAfter(text: string, end: number): boolean {
  COLON.lastIndex = end + 1
  return COLON.test(text)
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (text.charCodeAt(at) !== 0x22) at += text.charCodeAt(at) === 0x5c ? 2 : 1
  return at
}

const shown = (key: string) => key.slice(0, 50)
