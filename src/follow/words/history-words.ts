// What happened, as an applicant is told it. A language that lacks one does not compile.
import type { Language } from '../../kernel/languages.ts'
import type { HistoryKey } from '../history.ts'
import { ar } from './history/ar.ts'
import { en } from './history/en.ts'
import { es } from './history/es.ts'
import { fr } from './history/fr.ts'
import { pt } from './history/pt.ts'

export type HistoryWords = Readonly<Record<HistoryKey, string>>

export const HISTORY_WORDS: Readonly<Record<Language, HistoryWords>> = { en, fr, es, pt, ar }
