// The files that came with a case, as its page shows them.
import { shownSize } from '../../forms/document-texts.ts'
import { mayBeHandedOut, type FileKind, type ScanState } from '../../documents/kinds.ts'

interface CaseFile {
  id: string
  name: string
  kind: FileKind
  size: number
  scan: ScanState
  createdAt: string
}

const SCANS: Readonly<Record<ScanState, { label: string; tone: string }>> = {
  clean: { label: 'no virus found', tone: 'good' },
  unscanned: { label: 'not scanned for viruses', tone: 'warn' },
  pending: { label: 'waits for the virus scanner', tone: 'warn' },
  infected: { label: 'virus found: held back', tone: 'bad' },
}

/** `href` is empty for a file that is not handed out. */
export const caseFiles = (files: readonly CaseFile[], reference: string) =>
  files.map(({ id, name, kind, size, scan, createdAt }) => ({
    name,
    about: `${kind.toUpperCase()}, ${shownSize('en', size)}`,
    ...SCANS[scan],
    createdAt,
    href: mayBeHandedOut(scan) ? `/desk/cases/${reference}/documents/${id}` : '',
  }))
