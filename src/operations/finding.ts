/** One thing that was looked at: what was seen, and what to do where it is not well. */
export interface Finding {
  about: string
  level: 'ok' | 'warning' | 'problem'
  seen: string
  remedy?: string
}

export const ok = (about: string, seen: string): Finding => ({ about, level: 'ok', seen })
export const warning = (about: string, seen: string, remedy: string): Finding => ({
  about,
  level: 'warning',
  seen,
  remedy,
})
export const problem = (about: string, seen: string, remedy: string): Finding => ({
  about,
  level: 'problem',
  seen,
  remedy,
})

/** `ok       database: PostgreSQL 18 answers.`, with the remedy behind it where there is one. */
export const findingLine = ({ about, level, seen, remedy }: Finding): string =>
  `${level.padEnd(8)} ${about}: ${[seen, remedy].filter(Boolean).join(' ')}`
