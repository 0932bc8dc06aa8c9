/** Of what has changed about a meeting everybody invited is told, in this order. */
export const PARTS = ['title', 'hours', 'place', 'link'] as const
export type Part = (typeof PARTS)[number]
