// A language that nobody speaks: English with an accent on every letter, two fifths longer, between brackets. What stands on a page
// without them was not translated; what does not fit here would not fit in a language with longer words.
const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['abcdefghijklmnopqrstuvwxyz', 'áƀçðéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýž'],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ'],
  ].flatMap(([plain = '', accented = '']) =>
    [...plain].map((letter, at) => [letter, [...accented][at] ?? letter]),
  ),
)
// Places that are filled in later, addresses, and what is in this language already.
const KEPT = /(⟦[^⟦⟧]*⟧|\{\w+\}|#|@\b|https?:\/\/\S+|[\w.+-]+@[\w.-]+)/u

/** The same in the language that nobody speaks: a text, what a function makes, or every text in an object. */
export function pseudo<Value>(value: Value): Value
export function pseudo(value: unknown): unknown {
  if (typeof value === 'string') return pseudoText(value)
  if (typeof value === 'function') return (...given: unknown[]) => pseudo(value(...given))
  if (Array.isArray(value)) return value.map(one => pseudo<unknown>(one))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, pseudo<unknown>(one)]))
}

function pseudoText(text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? []
  if (!/\p{L}/u.test(words.replaceAll(new RegExp(KEPT, 'gu'), ''))) return text
  const accented = words.split(KEPT).map((part, at) => (at % 2 === 1 ? part : accent(part)))
  const longer = 'ẋóẋóẋó '.repeat(Math.ceil((words.length * 0.4) / 7)).trimEnd()
  return `${before}${marked(`${accented.join('')} ${longer}`)}${after}`
}

// Brackets in brackets would be hard to take away again.
const marked = (words: string) => `⟦${words.replace(/[⟦⟧]/gu, '')}⟧`
const accent = (part: string) => [...part].map(letter => ACCENTED[letter] ?? letter).join('')
