// Asks for one page over HTTP as fast as it is answered.
import { obeyParent } from './child.ts'
import { openLine } from './line.ts'
import { measure } from './measurement.ts'

const { port, path, cookie } = JSON.parse(process.argv[2] ?? '{}') as {
  port: number
  path: string
  cookie: string
}

const request =
  `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept: text/html\r\naccept-language: ${path.slice(1, 3)}\r\n` +
  `${cookie === '' ? '' : `cookie: ${cookie}\r\n`}\r\n`

obeyParent(async round => {
  const lines = await Promise.all(Array.from({ length: round.connections }, () => openLine(port)))
  const measured = await measure(round, async connection => {
    const answer = await lines[connection]?.(request)
    if (!answer?.startsWith('HTTP/1.1 200 ')) throw new Error(`not a 200: ${answer?.slice(0, 200)}`)
  })
  for (const line of lines) line.close()
  return measured
})
