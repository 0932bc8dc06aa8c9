import type { Language } from '../kernel/languages.ts'
import { ar } from './explanation/ar.ts'
import { en } from './explanation/en.ts'
import { es } from './explanation/es.ts'
import { fr } from './explanation/fr.ts'
import { pt } from './explanation/pt.ts'
import type { ExplanationWords } from './explanation/words.ts'

export const EXPLANATION_WORDS: Readonly<Record<Language, ExplanationWords>> = { en, fr, es, pt, ar }
