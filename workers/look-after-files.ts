import { rescan } from '../src/documents/rescan.ts'
import { sweepFiles } from '../src/documents/sweep.ts'
import type { DocumentDeps } from '../src/documents/keep-document.ts'

/** Removes the files that were taken away and those that nobody claimed; has the ones scanned that wait for it. */
export async function lookAfterFiles(deps: DocumentDeps, wake: () => void): Promise<void> {
  await sweepFiles(deps, deps.clock.now())
  if ((await rescan(deps)) > 0) wake()
}
