import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../kernel/database.ts'
import type { Form } from '../../forms/define-form.ts'
import type { CachedReference } from '../../roster/cached-reference.ts'

export interface ApplyDeps {
  db: Db
  clock: Clock
  forms: readonly Form[]
  reference: CachedReference
  access: { publicUrl: string }
  rateLimitPerMinute: number
}
