// Signing in by a mailed link or a password; what nobody learns from it, and what nobody gets by trying.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { complaintAbout } from '../../src/staff/sign-in/password-rules.ts'
import { hashPassword, isPassword } from '../../src/staff/sign-in/password-hash.ts'
import { browserFor, type TestBrowser } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.close())
// Each test tries as if from a network of its own.
const newNetwork = () => service.pool.query('delete from throttles')

const named = async (email: string, language: 'en' | 'fr' | 'es' = 'en') => {
  const person = await service.person(['lead'], { email, language, name: 'Awa Diop' })
  await newNetwork()
  return person
}
const pathIn = (text: string | undefined) =>
  /https:\/\/intake\.example(\/sign-in\/link\/[\w-]{43})/.exec(text ?? '')?.[1] ?? ''
const secretIn = (path: string) => path.split('/').at(-1) ?? ''

async function mailedLink(browser: TestBrowser, email: string, next = '/desk/cases') {
  const response = await browser.post('/sign-in', { email, next })
  expect(response.statusCode).toBe(303)
  await service.settled()
  return pathIn((await service.inboxOf(email)).at(-1)?.text)
}
const isSignedIn = async (browser: TestBrowser) =>
  (await browser.get('/api/v1/me', { accept: '*/*' })).statusCode === 200

describe('by a link', () => {
  test('it arrives by mail, asks before it does anything, and leads where one wanted to go', async () => {
    await named('link@staff.example')
    const browser = browserFor(service.app)
    await mailedLink(browser, ' Link@Staff.Example ', '/desk/cases?state=received')
    const [mail] = await service.inboxOf('link@staff.example')
    const sent = pathIn(mail?.text)
    const page = await browser.get(sent)
    expect(page.body).toContain('Sign in as Awa Diop')
    expect(await isSignedIn(browser)).toBe(false)
    const entered = await browser.post('/sign-in/link', { secret: secretIn(sent) }, sent)
    expect(entered.headers['location']).toBe('/desk/cases?state=received')
    const cookie = entered.cookies.find(({ name }) => name === '__Host-session')
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' })
    expect(await isSignedIn(browser)).toBe(true)
  })

  test('it works once', async () => {
    await named('once@staff.example')
    const path = await mailedLink(browserFor(service.app), 'once@staff.example')
    const two = [browserFor(service.app), browserFor(service.app)]
    const answers = await Promise.all(
      two.map(browser => browser.post('/sign-in/link', { secret: secretIn(path) }, path)),
    )
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([303, 404]))
  })

  test.each([
    ['has run out', `update sign_in_links set expires_at = now() - interval '1 second'`],
    ['belongs to a suspended person', `update staff set active = false where email = 'late@staff.example'`],
  ])('one that %s opens nothing', async (_, change) => {
    await service.pool.query(`delete from sign_in_links`)
    await service.pool.query(
      `update staff set email = gen_random_uuid() || '@x.example' where email = 'late@staff.example'`,
    )
    await named('late@staff.example')
    const browser = browserFor(service.app)
    const path = await mailedLink(browser, 'late@staff.example')
    await service.pool.query(change)
    expect((await browser.get(path)).statusCode).toBe(404)
    expect((await browser.post('/sign-in/link', { secret: secretIn(path) }, '/sign-in')).statusCode).toBe(404)
  })

  test.each([
    ['en', 'Sign in to the justice desk'],
    ['fr', 'Se connecter au bureau Justice'],
    ['es', 'Iniciar sesión en la oficina de Justicia'],
  ] as const)('the mail is in %s', async (language, subject) => {
    const email = `${language}@staff.example`
    await named(email, language)
    await mailedLink(browserFor(service.app), email)
    const [mail] = await service.inboxOf(email)
    expect(mail?.subject).toBe(subject)
    expect(mail?.text).not.toContain('undefined')
  })

  test('nothing of the way in is left in the database once the mail has gone out', async () => {
    await named('clean@staff.example')
    const path = await mailedLink(browserFor(service.app), 'clean@staff.example')
    for (const table of ['deliveries', 'sign_in_links', 'events', 'outbox']) {
      const { rows } = await service.pool.query(`select row_to_json(t)::text as row from ${table} t`)
      expect(rows.map(({ row }) => row as string).join()).not.toContain(secretIn(path))
    }
    const { rows } = await service.pool.query(
      `select type, details from events where type = 'sign-in.link-mailed' order by position desc limit 1`,
    )
    expect(rows[0].details).toMatchObject({ purpose: 'sign-in' })
  })

  test('whether an account exists shows in nothing: not in the answer, not in what is written', async () => {
    await named('exists@staff.example')
    const written = async () =>
      (
        await service.pool.query(
          `select (select count(*)::int from sign_in_links) as links, (select count(*)::int from outbox where topic = 'mail-link') as work`,
        )
      ).rows[0]
    const answers = []
    for (const email of ['exists@staff.example', 'nobody@staff.example']) {
      await newNetwork()
      const before = await written()
      const response = await browserFor(service.app).post('/sign-in', { email, next: '/desk' })
      const after = await written()
      const { date: _, 'set-cookie': __, ...headers } = response.headers
      answers.push([
        response.statusCode,
        response.body,
        headers,
        after.links - before.links,
        after.work - before.work,
      ])
    }
    expect(answers[0]).toEqual(answers[1])
    await service.settled()
    expect(await service.inboxOf('nobody@staff.example')).toEqual([])
  })

  test('asking again and again sends three letters and says the same; later there is another', async () => {
    await named('often@staff.example')
    const browser = browserFor(service.app)
    for (let asked = 0; asked < 6; asked += 1) await mailedLink(browser, 'often@staff.example')
    expect(await service.inboxOf('often@staff.example')).toHaveLength(3)
    await service.pool.query(`update throttles set empty_at = empty_at - interval '60 seconds'`)
    await mailedLink(browser, 'often@staff.example')
    expect(await service.inboxOf('often@staff.example')).toHaveLength(4)
  })

  test('one network is slowed down, told for how long, and not locked out', async () => {
    await newNetwork()
    const browser = browserFor(service.app)
    const ask = (at: number) => browser.post('/sign-in', { email: `guess${at}@staff.example` })
    const answers = []
    for (let at = 0; at < 22; at += 1) answers.push(await ask(at))
    expect(answers.map(({ statusCode }) => statusCode).filter(status => status === 429)).toHaveLength(2)
    expect(Number(answers.at(-1)?.headers['retry-after'])).toBeLessThanOrEqual(6)
    await service.pool.query(`update throttles set empty_at = empty_at - interval '6 seconds'`)
    expect((await ask(99)).statusCode).toBe(303)
  })

  test('a second sign-in in one browser ends the first session', async () => {
    const first = await named('first@staff.example')
    await named('second@staff.example')
    const browser = browserFor(service.app)
    for (const email of ['first@staff.example', 'second@staff.example']) {
      const path = await mailedLink(browserFor(service.app), email)
      await browser.post('/sign-in/link', { secret: secretIn(path) }, path)
    }
    const { rows } = await service.pool.query(`select ended_at from sessions where staff_id = $1`, [first.id])
    expect(rows).toHaveLength(1)
    expect(rows[0].ended_at).not.toBeNull()
  })

  test.each(['', 'nobody', 'a@b@c', `${'a'.repeat(250)}@b.example`, 'a b@c.example'])(
    'what is no address, “%s”, is asked for again',
    async email => {
      await newNetwork()
      const response = await browserFor(service.app).post('/sign-in', { email })
      expect(response.statusCode).toBe(422)
      expect(response.body).toContain('Enter your email address')
    },
  )
})

describe('by a password', () => {
  const PASSWORD = 'four quiet herons at dusk'
  const withPassword = async (email: string) => {
    const { id } = await named(email)
    await service.pool.query('insert into passwords values ($1, $2, now())', [
      id,
      await hashPassword(PASSWORD),
    ])
    return id
  }

  test('the right one signs in', async () => {
    await withPassword('right@staff.example')
    const browser = browserFor(service.app)
    const response = await browser.post('/sign-in/password', {
      email: 'Right@staff.example',
      password: PASSWORD,
      next: '/desk/account',
    })
    expect(response.headers['location']).toBe('/desk/account')
    expect(await isSignedIn(browser)).toBe(true)
  })

  test('a wrong one, no account and no password are answered the same', async () => {
    await withPassword('wrong@staff.example')
    await named('bare@staff.example')
    const bodies = []
    for (const email of ['wrong@staff.example', 'bare@staff.example', 'nobody@staff.example']) {
      const response = await browserFor(service.app).post('/sign-in/password', {
        email,
        password: 'not this one at all',
      })
      expect(response.statusCode).toBe(422)
      bodies.push(response.body.replaceAll(email, '').replaceAll(/value="[\w-]{43}"/g, ''))
    }
    expect(new Set(bodies).size).toBe(1)
  })

  test('guessing is slowed down and the right one works a little later', async () => {
    await withPassword('guess@staff.example')
    const browser = browserFor(service.app)
    const tried = (password: string) =>
      browser.post('/sign-in/password', { email: 'guess@staff.example', password, next: '/desk' })
    for (let at = 0; at < 5; at += 1)
      expect((await tried(`guess number ${at}`)).body).toContain('do not belong together')
    expect((await tried(PASSWORD)).body).toMatch(/Wait \d+ seconds/)
    await service.pool.query(`update throttles set empty_at = empty_at - interval '20 seconds'`)
    expect((await tried(PASSWORD)).statusCode).toBe(303)
  })

  test('it is kept as Argon2id with its parameters and a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(one).not.toBe(other)
    expect(await isPassword(PASSWORD, one)).toBe(true)
    expect(
      await isPassword('cafe\u0301 au lait, monsieur', await hashPassword('café au lait, monsieur')),
    ).toBe(true)
    expect(await isPassword('', undefined)).toBe(false)
  })

  test.each([
    ['short', 'at least 12'],
    ['a'.repeat(201), 'at most 200'],
    ['aaaaaaaaaaaaaaaa', 'repeat or count up'],
    ['abcdefghijklmnop', 'repeat or count up'],
    ['password1234', 'tried first'],
    ['Qwertyuiop!2024', 'tried first'],
    ['opengovernment2026', 'tried first'],
    ['awa.diop-forever', 'your name'],
    ['mariama4thewin!', 'your name'],
  ])('“%s” is not taken', (password, complaint) => {
    const person = { name: 'Awa Diop', email: 'mariama@staff.example' }
    expect(complaintAbout(password, person)).toContain(complaint)
  })

  test.each([
    PASSWORD,
    'correct horse battery staple',
    'Tx9!vLq2#mRz',
    'пять тихих цапель',
    '🦩🦜🦚🦢🦉🐦🕊🦅🦆🐓🦃🐧',
  ])('“%s” is taken', password => {
    expect(complaintAbout(password, { name: 'Awa Diop', email: 'mariama@staff.example' })).toBeUndefined()
  })
})
