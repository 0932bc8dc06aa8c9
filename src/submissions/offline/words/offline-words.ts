// What the page and the file of the form without a connection say.
import type { RefusalReason } from '../answers-from-file.ts'

export interface OfflineWords {
  title: string
  lead: string
  downloadTitle: string
  download: string
  downloadHint: string
  uploadTitle: string
  uploadHint: string
  file: string
  upload: string
  refused: Readonly<Record<RefusalReason | 'missing', string>>
  /** In the file itself. */
  howTitle: string
  how: (address: string, mailTo: string) => string[]
  noScript: string
  onlyIf: (condition: string) => string
  save: string
  /** After the answers were saved in a new file. */
  saved: string
  sendNow: string
  sendNowHint: string
  files: string
  unsaved: string
}
