import { defineEvent } from '../events/define-event.ts'

/** A mail server refused an email for good, or we gave up after two days. `details.deliveryId`, `.notification`, `.audience`, `.cause`. */
export const DELIVERY_REFUSED = defineEvent('delivery.refused', 'notify')
/** An email went out and no answer came back: a person decides whether it goes again. The same details. */
export const DELIVERY_UNCERTAIN = defineEvent('delivery.uncertain', 'notify')
