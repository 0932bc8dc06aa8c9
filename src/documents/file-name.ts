// What an applicant's machine calls a file, made fit to be shown: never a path, never a name on our disk.
import { LONGEST_NAME } from './kinds.ts'

// Control characters, and those that are not seen but turn what follows around: "gpj.exe" must not read "exe.jpg".
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
const LONGEST_ENDING = 5

/** The last part of a path, on one line, bounded; its ending stays. `document` where nothing of it is left. */
export function cleanName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const shown = last.replace(UNSEEN, '').replace(/\s+/g, ' ').trim()
  const dot = shown.lastIndexOf('.')
  const ending = dot >= 0 && shown.length - dot <= LONGEST_ENDING ? shown.slice(dot) : ''
  const stem = shown.slice(0, shown.length - ending.length).slice(0, LONGEST_NAME - ending.length)
  return `${stem.toWellFormed().trim() || 'document'}${ending}`
}
