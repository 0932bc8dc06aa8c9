// How the cases of a form are reviewed: what reviewers look at, how many of them are suggested, and whether two people decide.
import type { Text } from '../kernel/languages.ts'

export interface Criterion {
  /** Slug, unique in its form: names the criterion in recommendations, for good. */
  code: string
  label: Text
}

export interface Review {
  criteria: readonly Criterion[]
  /** How many recommendations are suggested before the decision. Shown, never enforced: a lead judges when enough was said. */
  suggestedRecommendations: number
  /** Whoever recommends does not decide, and nothing is decided that nobody else has recommended on. */
  fourEyes: boolean
}

/** What a reviewer can say of a criterion. */
export const ASSESSMENTS = ['met', 'partly-met', 'not-met', 'cannot-say'] as const
export type Assessment = (typeof ASSESSMENTS)[number]

const SIMPLE: Review = { criteria: [], suggestedRecommendations: 1, fourEyes: false }

/** How cases of the form with this name are reviewed. A form that says nothing, or is gone, has a review without criteria. */
export const reviewOf = (forms: readonly { name: string; review?: Review }[], name: string): Review =>
  forms.find(form => form.name === name)?.review ?? SIMPLE
