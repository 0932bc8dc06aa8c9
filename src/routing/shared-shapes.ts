// What the parts of the routing API have in common.
import { z } from 'zod'

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60)

export const created = z.object({ id: z.string() })
export const done = z.null().describe('Done')

export const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) })

export const READ_SETTINGS = { policy: { permission: 'settings.read' } } as const
export const WRITE_SETTINGS = { policy: { permission: 'settings.write' } } as const

/** An operation's name and one-line summary, for the API reference. */
export const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['routing'] })
