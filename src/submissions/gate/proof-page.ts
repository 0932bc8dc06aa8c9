// One more step, while very many send the same form: the browser solves a puzzle, or an email confirms instead.
import type { Language } from '../../kernel/languages.ts'
import type { Problem } from '../../kernel/problem.ts'
import type { Typed } from '../../forms/paging/typed.ts'
import { PROOF_WORDS } from './proof-words.ts'

interface Asked {
  language: Language
  /** What the page before sent, to be sent again with the proof. */
  hidden: Typed
  /** Where a link is mailed from: it opens the answers, and whoever has it needs no proof. */
  returnPath: string
}

/** The context of `submissions/gate/views/proof.njk`, from the problem `proof-needed`. */
export const proofPage = ({ more }: Problem, { language, hidden, returnPath }: Asked) => ({
  words: PROOF_WORDS[language],
  challenge: JSON.stringify(more?.['challenge']),
  returnPath,
  hidden: Object.entries(hidden).flatMap(([name, value]) =>
    [value].flat().map(one => ({ name, value: one })),
  ),
})
