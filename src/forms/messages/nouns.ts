// What fields are counted in. In Arabic in the case that follows "no less than" and "no more than".
import type { CountedText } from '../../kernel/counted.ts'

export const CHARACTERS: CountedText = {
  en: { one: '# character', other: '# characters' },
  fr: { one: '# caractère', many: '# de caractères', other: '# caractères' },
  es: { one: '# carácter', many: '# de caracteres', other: '# caracteres' },
  pt: { one: '# caractere', many: '# de caracteres', other: '# caracteres' },
  ar: { zero: '# حرف', one: 'حرف واحد', two: 'حرفين', few: '# أحرف', many: '# حرفًا', other: '# حرف' },
}

export const WORDS: CountedText = {
  en: { one: '# word', other: '# words' },
  fr: { one: '# mot', many: '# de mots', other: '# mots' },
  es: { one: '# palabra', many: '# de palabras', other: '# palabras' },
  pt: { one: '# palavra', many: '# de palavras', other: '# palavras' },
  ar: { zero: '# كلمة', one: 'كلمة واحدة', two: 'كلمتين', few: '# كلمات', many: '# كلمة', other: '# كلمة' },
}

export const ANSWERS: CountedText = {
  en: { one: '# answer', other: '# answers' },
  fr: { one: '# réponse', many: '# de réponses', other: '# réponses' },
  es: { one: '# respuesta', many: '# de respuestas', other: '# respuestas' },
  pt: { one: '# resposta', many: '# de respostas', other: '# respostas' },
  ar: {
    zero: '# إجابة',
    one: 'إجابة واحدة',
    two: 'إجابتين',
    few: '# إجابات',
    many: '# إجابة',
    other: '# إجابة',
  },
}
