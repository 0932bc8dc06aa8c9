// Privacy, accessibility, contact: what stands behind the links at the foot of every page. Each true of this version.
import type { Language } from '../../kernel/languages.ts'
import { ar } from './words/ar.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'
import { fr } from './words/fr.ts'
import type { Notices } from './words/notices.ts'
import { pt } from './words/pt.ts'

export const NOTICES: Readonly<Record<Language, Notices>> = { en, fr, es, pt, ar }
