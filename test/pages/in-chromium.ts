// A service of one's own at an address of its own, and a browser to look at it.
import type { Browser } from 'playwright-core'
import { startChromium } from '../support/chromium.ts'
import { freePort } from '../support/free-port.ts'
import { testService, type TestService } from '../support/service.ts'

export interface InChromium {
  service: TestService
  browser: Browser
  url: string
  close: () => Promise<void>
}

export async function serviceInChromium(
  options: Pick<NonNullable<Parameters<typeof testService>[0]>, 'limits'> = {},
): Promise<InChromium> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const service = await testService({ ...options, access: { publicUrl: url } })
  await service.app.listen({ host: '127.0.0.1', port })
  const browser = await startChromium()
  return {
    service,
    browser,
    url,
    close: async () => {
      await browser.close()
      await service.close()
    },
  }
}
