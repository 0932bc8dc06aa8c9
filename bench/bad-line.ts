// A page over a line as many have: what goes over it, and how long until the page can be used.
import { startChromium } from '../test/support/chromium.ts'

// WebPageTest's profile “2G”: 280 kbit/s down, 256 up, 800 ms there and back.
const LINE = { offline: false, latency: 800, downloadThroughput: 280_000 / 8, uploadThroughput: 256_000 / 8 }

export interface BadLine {
  /** Milliseconds from asking for the page until it, its style sheet and its scripts are there; nothing was kept from before. */
  milliseconds: number
  requests: number
  /** As compressed, with heads. */
  bytes: number
}

/** Opens the page in a new browser, with these cookies (`name=value; …`). */
export async function overBadLine(url: string, cookie: string): Promise<BadLine> {
  const browser = await startChromium()
  try {
    // As a head: a browser takes no `__Host-` cookie from us for an address without TLS.
    const extraHTTPHeaders: Record<string, string> = cookie === '' ? {} : { cookie }
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, extraHTTPHeaders })
    const page = await context.newPage()
    const network = await context.newCDPSession(page)
    await network.send('Network.enable')
    await network.send('Network.emulateNetworkConditions', LINE)
    let [requests, bytes] = [0, 0]
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      requests += 1
      bytes += encodedDataLength
    })
    const begun = performance.now()
    await page.goto(url, { waitUntil: 'load' })
    return { milliseconds: performance.now() - begun, requests, bytes }
  } finally {
    await browser.close()
  }
}
