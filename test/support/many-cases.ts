// Cases by the thousand, written by SQL alone: for reports, which only read them.
import type pg from 'pg'

interface Wanted {
  from: string
  everySeconds: number
  count?: number
  state?: 'received' | 'spam'
  /** As many cases as names, called so. */
  organisations?: readonly string[]
  /** So many of them are looked at after 1, 2, 3… days and decided after 10, 20, 30… hours; the others only looked at. */
  decided?: number
}

let series = 0

export async function insertCases(pool: pg.Pool, wanted: Wanted): Promise<void> {
  const { from, everySeconds, state = 'received', organisations, decided = 0 } = wanted
  const count = organisations?.length ?? wanted.count ?? 1
  series += 1
  await pool.query(
    `with made as (
      select n, gen_random_uuid() as id, gen_random_uuid() as event_id, $2::timestamptz + n * make_interval(secs => $3) as at
      from generate_series(1, $1::int) as n
    ), cases as (
      insert into cases (id, reference, form, kind, state, received_at, clock_started_at, due_at, first_look_at, decided_by_event,
        language, organisation, contact_name, contact_email, organisation_key, contact_domain, region, country, support_types, themes)
      select id, 'T' || $4::int || '-' || n, 'observer-interest', 'observer', case when n <= $7 then 'declined' else $5 end, at, at,
        case when $5 = 'spam' or n <= $7 then null else at + interval '10 days' end,
        case when $7 > 0 then at + make_interval(days => n) end, case when n <= $7 then event_id end,
        'en', coalesce(($6::text[])[n], 'Organisation ' || n), 'Somebody', 'a@b.example', 'organisation ' || n, 'b.example',
        'africa-middle-east', 'KE', '{}', '{}'
      from made
    ), words as (
      insert into event_words (event_id, stream, salt, words)
      select event_id, id, '\\x00', '{"reason":"It is so."}' from made where n <= $7
    )
    insert into events (id, stream, position, type, at, actor, details, words_hash, previous_hash, hash)
    select event_id, id, 1, 'case.decided', at + n * interval '10 hours', '{"kind":"system","id":"operator"}',
      '{"to":"declined","outcome":"decline","reasonCode":"out-of-scope"}', '\\x00', '\\x00', '\\x00'
    from made where n <= $7`,
    [count, from, everySeconds, series, state, organisations ?? null, decided],
  )
}
