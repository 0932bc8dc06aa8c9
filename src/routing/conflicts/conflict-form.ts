// A conflict of interest from a form: one of four fields is filled in, and says what kind it is.
import type { Conflict, ConflictKind } from '../snapshot-shape.ts'
import { typedIn, type Wrong } from '../settings-page.ts'
import { conflictBody } from './shapes.ts'

const CONFLICT_FIELDS = [
  'country',
  'jurisdiction',
  'organisation',
  'case',
] as const satisfies readonly ConflictKind[]

const MESSAGES: Readonly<Record<ConflictKind, string>> = {
  country: 'Choose one of the countries.',
  jurisdiction: 'Choose one of the members.',
  organisation: 'Enter the name of one organisation, or an email domain that only it uses.',
  case: 'There is no such case. Enter a reference, such as OBS-7K2M4.',
}

/** `caseIdOf`: the case with a reference; none where there is none, or none that the person may see. */
export async function conflictFrom(
  body: unknown,
  caseIdOf: (reference: string) => Promise<string | undefined>,
): Promise<Omit<Conflict, 'staffId'> | Wrong[]> {
  const typed = typedIn(body)
  const filled = CONFLICT_FIELDS.filter(field => (typed[field] ?? '').trim() !== '')
  const [kind] = filled
  if (kind === undefined || filled.length > 1) {
    return [
      {
        field: kind ?? 'country',
        message: 'Fill in one of the four: a country, a member, an organisation or a case.',
      },
    ]
  }
  const given = (typed[kind] ?? '').trim()
  const value = kind === 'case' ? await caseIdOf(given.toUpperCase()) : given
  const parsed = conflictBody.safeParse({ kind, value })
  return parsed.success ? parsed.data : [{ field: kind, message: MESSAGES[kind] }]
}
