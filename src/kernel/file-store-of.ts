import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from './config.ts'
import type { FileStore } from './file-store.ts'
import { folderStore } from './folder-store.ts'
import { s3Store } from './s3-store.ts'

/** The file store that the settings name. */
export const fileStoreOf = ({ s3, dataDirectory }: Pick<Config, 's3' | 'dataDirectory'>): FileStore =>
  s3 ? s3Store(s3, join(tmpdir(), 'justice-intake-files')) : folderStore(join(dataDirectory, 'files'))
