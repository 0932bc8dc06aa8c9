// What is said, in every language: one that lacks a word does not compile.
import type { Language } from '../../kernel/languages.ts'
import { ar } from './words/ar.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'
import { fr } from './words/fr.ts'
import type { OfflineWords } from './words/offline-words.ts'
import { pt } from './words/pt.ts'

export const OFFLINE_WORDS: Readonly<Record<Language, OfflineWords>> = { en, fr, es, pt, ar }
