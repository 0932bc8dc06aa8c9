// What is said, in every language: one that lacks a word does not compile.
import type { Language } from '../../kernel/languages.ts'
import type { ApplyWords } from './words/apply-words.ts'
import { ar } from './words/ar.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'
import { pt } from './words/pt.ts'
import { es } from './words/es.ts'

export const APPLY_WORDS: Readonly<Record<Language, ApplyWords>> = { en, fr, es, pt, ar }
