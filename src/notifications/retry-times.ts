// When an email that could not be handed over is given up.
import { QUICK_RETRIES } from '../kernel/retry-delay.ts'

/** Hours after its creation at which an email is given up, once the quick retries are behind it. */
export const GIVE_UP_HOURS = 48

/** Whether the email has had its quick retries: one that waited out a long outage gets them too, and so does a replayed one. */
export const hadQuickRetries = (attempts: number): boolean => attempts > QUICK_RETRIES
