// What the reviewers recommend, next to each other, for whoever decides.
import type { Recommendation } from '../../cases/recommendations.ts'
import type { Assessment, Review } from '../../forms/review.ts'
import { ASSESSMENT_LABELS, OUTCOME_LABELS } from './step-words.ts'

const TONES: Readonly<Record<Assessment, string>> = {
  met: 'good',
  'partly-met': 'warn',
  'not-met': 'bad',
  'cannot-say': '',
}

/** One column for each reviewer, one line for each criterion of the form. */
export function sideBySide(
  review: Review,
  recommendations: readonly Recommendation[],
  { names, asked }: { names: ReadonlyMap<string, string>; asked: readonly string[] },
) {
  const { suggestedRecommendations: suggested } = review
  return {
    count: `${recommendations.length} of ${suggested} suggested`,
    waiting: asked
      .filter(id => !recommendations.some(({ staffId }) => staffId === id))
      .map(id => names.get(id) ?? 'Someone who has left')
      .join(', '),
    enough: recommendations.length >= suggested,
    reviewers: recommendations.map(({ staffId, at, recommendation, reason }) => ({
      name: names.get(staffId) ?? 'Someone who has left',
      at: at.toISOString(),
      recommendation: OUTCOME_LABELS[recommendation] ?? recommendation,
      reason: reason ?? 'The reason has been erased.',
    })),
    criteria: review.criteria.map(({ code, label }) => ({
      label: label.en,
      assessments: recommendations.map(({ staffId, criteria }) => {
        const assessment = criteria[code]
        return {
          by: names.get(staffId) ?? 'Someone who has left',
          label: assessment ? ASSESSMENT_LABELS[assessment] : 'Not assessed',
          tone: assessment ? TONES[assessment] : '',
        }
      }),
    })),
  }
}
