import type { Fault } from '../../events/verify-chain.ts'

/** What is wrong and where, in one line: identifiers only. */
export const faultLine = ({ stream, position, what }: Fault): string =>
  [
    ...(stream === null ? [] : [`stream ${stream}`]),
    ...(position === null ? [] : [`position ${position}`]),
    what,
  ].join(', ')
