// An identity provider of its own on this machine, which lets in whom the test says, and a browser's way through it.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

interface Account {
  subject: string
  email: string
  verified?: boolean
  /** Whether it asked for several factors. */
  multiFactor?: boolean
}

const CLIENT = { clientId: 'justice-desk', clientSecret: 'a secret between the two of them' }

export async function startIdentityProvider(redirectUri: string) {
  let account: Account = { subject: 'nobody', email: 'nobody@staff.example' }
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      { client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri] },
    ],
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: account.email, email_verified: account.verified ?? true }),
    }),
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
    void letIn(provider, account, request, response)
  })
  return {
    settings: { issuer, ...CLIENT },
    /** Who is at the keyboard from now on. */
    become: (next: Account) => void (account = next),
    /** Follows the provider from page to page, and returns the address to which it sends the browser back. */
    async through(start: string): Promise<string> {
      const cookies = new Map<string, string>()
      let url = start
      for (let step = 0; step < 10; step += 1) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
        for (const line of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          cookies.set(name, value)
        }
        url = new URL(response.headers.get('location') ?? '', url).href
        if (url.startsWith(redirectUri)) return url
      }
      throw new Error(`The identity provider leads nowhere: ${url}`)
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

type Exchange = Parameters<Provider['interactionDetails']>

async function letIn(
  provider: Provider,
  { subject, multiFactor = false }: Account,
  ...[request, response]: Exchange
) {
  const { params } = await provider.interactionDetails(request, response)
  const grant = new provider.Grant({ accountId: subject, clientId: String(params['client_id']) })
  grant.addOIDCScope('openid email')
  await provider.interactionFinished(request, response, {
    login: { accountId: subject, amr: multiFactor ? ['pwd', 'mfa'] : ['pwd'] },
    consent: { grantId: await grant.save() },
  })
}
