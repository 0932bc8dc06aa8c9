// Cases by the hundred thousand, made by the database itself: names, organisations and answers of made-up words whose frequencies
// fall as those of a language do, most cases closed, as in an office of many years.
import type pg from 'pg'

const CHUNK = 100_000

/** How many of the cases are still open: an office has as much open as its people can carry, and observers who stay. */
export const openAmong = (cases: number): number => Math.round(2000 + cases * 0.02)

/** How many open cases one person carries. */
const OPEN_PER_PERSON = 60

const GIN = [
  'case_search_document_index',
  'case_search_listed_index',
  'search_words_similar_index',
  'likenesses_marks_index',
]

// Made-up words: syllables by number, so that the same number is the same word.
const WORDS = `
  CREATE TEMP TABLE syllables AS SELECT array['ba','re','mi','lo','tu','ka','se','ni','do','va','ra','pe','li','mo','su','ga','te','fi','no','ju'] AS s;
  CREATE TEMP TABLE word AS
    SELECT n, s[n % 20 + 1] || s[n / 20 % 20 + 1] || s[n / 400 % 20 + 1] || CASE WHEN n >= 8000 THEN s[n / 8000 % 20 + 1] ELSE '' END AS w
    FROM generate_series(0, 39999) AS n, syllables;
  CREATE UNIQUE INDEX ON word (n);`

// Twenty thousand texts of 60 words. A text's words are drawn so that the first are everywhere and the last hardly anywhere.
const TEXTS = `
  CREATE TEMP TABLE texts AS
    SELECT t, string_agg(w, ' ') AS text, array_to_tsvector(array_agg(DISTINCT w)) AS document
    FROM (SELECT t, floor(power(random(), 4) * 20000)::int AS n FROM generate_series(0, 19999) AS t, generate_series(1, 60)) AS drawn
      JOIN word USING (n)
    GROUP BY t;
  CREATE UNIQUE INDEX ON texts (t)`

const MADE = `
  CREATE TEMP TABLE made AS
  SELECT drawn.*, first.w AS first_name, last.w AS last_name, initcap(place.w) || ' ' || kinds[floor(random() * 6)::int + 1] AS organisation,
    place.w AS place, one.text AS work, two.text AS motivation, one.document || two.document AS document
  FROM (
      SELECT n, gen_random_uuid() AS id, n % 3 > 0 AS is_observer, n < $3 AS is_open, random() AS r, floor(random() * 400)::int AS f,
        floor(random() * 20000)::int AS l, floor(power(random(), 2) * 39999)::int AS p, floor(random() * 20000)::int AS t1,
        floor(random() * 20000)::int AS t2, floor(power(random(), 2) * 160)::int AS c, floor(random() * 6)::int AS a,
        CASE WHEN n < $3 THEN now() - random() * interval '90 days' ELSE now() - interval '1 day' - random() * interval '3000 days' END AS received
      FROM generate_series($1::int, $2::int) AS n
    ) AS drawn
    JOIN word AS first ON first.n = f JOIN word AS last ON last.n = l JOIN word AS place ON place.n = p
    JOIN texts AS one ON one.t = t1 JOIN texts AS two ON two.t = t2,
    (SELECT array['Legal Aid Network','Law Clinic','Ministry of Justice','Court Watch','Bar Association','Women Lawyers'] AS kinds) AS named`

const CASES = `
  INSERT INTO cases (id, reference, form, kind, state, version, received_at, clock_started_at, team_id, assignee_id, due_at, deferred_to,
    decided_by_event, language, organisation, contact_name, contact_email, organisation_key, contact_domain, region, country, applicant_type,
    branch, support_types, themes, tags)
  SELECT id, CASE WHEN is_observer THEN 'OBS-' ELSE 'SUP-' END || lpad(upper(translate(to_hex(n), 'abcdef', 'ghjkmn')), 5, '0'),
    CASE WHEN is_observer THEN 'observer-interest' ELSE 'support-request' END, CASE WHEN is_observer THEN 'observer' ELSE 'support' END,
    state, 3, received, received, CASE WHEN state = 'received' AND r < 0.03 THEN NULL ELSE teams[a % cardinality(teams) + 1] END,
    CASE WHEN state = 'received' AND r < 0.03 THEN NULL ELSE people[f % cardinality(people) + 1] END,
    CASE WHEN is_open THEN now() + (r - 0.05) * interval '40 days' END, CASE WHEN state = 'deferred' THEN current_date + 30 END, id,
    (array['en','en','fr','es'])[a % 4 + 1], organisation, initcap(first_name) || ' ' || initcap(last_name),
    first_name || '@' || place || '.example.org', lower(organisation), place || '.example.org',
    (array['africa-middle-east','americas','asia-pacific','europe'])[c % 4 + 1], codes[c + 1],
    (array['civil-society','academia','national-member','private-sector'])[a % 4 + 1],
    CASE WHEN is_observer THEN NULL ELSE 'executive' END, CASE WHEN is_observer THEN '{}' ELSE array['commitment-design'] END,
    array[(array['access-to-justice','open-justice','legal-empowerment'])[a % 3 + 1]],
    CASE WHEN n % 50 = 0 THEN array['urgent'] WHEN n % 70 = 0 THEN array['pilot'] ELSE '{}' END
  FROM (SELECT *, CASE WHEN is_open THEN
      CASE WHEN r < 0.2 THEN 'received' WHEN r < 0.4 THEN 'in-review' WHEN r < 0.5 THEN 'awaiting-applicant' WHEN r < 0.55 THEN 'recommended'
        WHEN r < 0.6 THEN 'deferred' WHEN is_observer THEN 'active' ELSE 'in-progress' END
      ELSE CASE WHEN r < 0.4 THEN 'declined' WHEN r < 0.6 THEN CASE WHEN is_observer THEN 'ended' ELSE 'delivered' END WHEN r < 0.8 THEN 'withdrawn'
        WHEN r < 0.9 THEN 'redirected' WHEN r < 0.95 THEN 'lapsed' ELSE 'spam' END
      END AS state FROM made) AS stated,
    (SELECT array_agg(id ORDER BY id) AS teams FROM teams) AS t,
    (SELECT array_agg(id ORDER BY email) AS people FROM staff WHERE 'reviewer' = ANY (roles)) AS p,
    (SELECT array_agg(code ORDER BY code) AS codes FROM countries) AS k`

// Beside the sample staff, as many as the open cases need.
const PEOPLE = `
  WITH hired AS (
    INSERT INTO staff (id, name, email, language, time_zone, roles, created_at)
    SELECT gen_random_uuid(), initcap(w) || ' Example', w || '@support-unit.example', 'en', 'UTC', '{reviewer}', now()
    FROM word WHERE n < $1 RETURNING id
  )
  INSERT INTO team_members (team_id, staff_id, capacity)
  SELECT teams[n % cardinality(teams) + 1], id, 100
  FROM (SELECT id, row_number() OVER () AS n FROM hired) AS numbered, (SELECT array_agg(id ORDER BY id) AS teams FROM teams) AS t`

const SUBMISSIONS = `
  INSERT INTO submissions (case_id, wording_id, answers, received_at)
  SELECT made.id, wordings.id, jsonb_build_object('organisationName', organisation, 'contact', jsonb_build_object('name', first_name || ' ' || last_name,
    'email', first_name || '@' || place || '.example.org'), 'relevantWork', work, 'motivation', motivation), received
  FROM made JOIN (SELECT DISTINCT ON (form) id, form FROM form_wordings WHERE language = 'en' ORDER BY form) AS wordings
    ON wordings.form = CASE WHEN is_observer THEN 'observer-interest' ELSE 'support-request' END`

const DOCUMENTS = `
  INSERT INTO case_search (case_id, document, listed)
  SELECT id, document || listed || array_to_tsvector(array[first_name, last_name, 'example', 'org']), listed
  FROM (SELECT *, array_to_tsvector(array[place, CASE WHEN is_observer THEN 'obs' ELSE 'sup' END,
      lpad(translate(to_hex(n), 'abcdef', 'ghjkmn'), 5, '0')] || regexp_split_to_array(lower(organisation), ' ')) AS listed FROM made) AS made`

// No two have a phrase in common.
const LIKENESSES = `
  INSERT INTO likenesses (case_id, organisation, domain, address, writing, marks)
  SELECT id, lower(organisation), place || '.example.org', first_name || '@' || place || '.example.org', left(work || ' ' || motivation, 1000),
    array(SELECT (random() * 4294967295 - 2147483648)::int FROM generate_series(1, 12) WHERE made.id IS NOT NULL)
  FROM made`

// A lead of many years has read some thousand of them.
const DECLARATIONS = `
  INSERT INTO declarations (case_id, staff_id, declared_at)
  SELECT cases.id, lead.id, now() FROM (SELECT id FROM cases ORDER BY id LIMIT 3000) AS cases, (SELECT id FROM staff WHERE 'lead' = ANY (roles)) AS lead`

/** Fills a database that the service has prepared. Says how far it is. */
export async function makeCases(pool: pg.Pool, count: number, say: (line: string) => void): Promise<void> {
  const client = await pool.connect()
  const begun = performance.now()
  try {
    await client.query(
      `SET statement_timeout = 0; SET maintenance_work_mem = '512MB'; SET work_mem = '128MB'; SELECT setseed(0.5)`,
    )
    const { rows: indexes } = await client.query<{ definition: string }>(
      `SELECT indexdef AS definition FROM pg_indexes WHERE indexname = ANY ($1)`,
      [GIN],
    )
    for (const name of GIN) await client.query(`DROP INDEX ${name}`)
    // They have no history: what the triggers ask of a case's events would be asked in vain.
    await client.query('ALTER TABLE cases DISABLE TRIGGER USER')
    await client.query(WORDS)
    await client.query(TEXTS)
    await client.query(PEOPLE, [Math.round(openAmong(count) / OPEN_PER_PERSON)])
    await client.query(`INSERT INTO tags (name, created_at) VALUES ('urgent', now()), ('pilot', now())`)
    await client.query(
      `INSERT INTO search_words SELECT w FROM word UNION SELECT unnest(array['legal','aid','network','law','clinic','ministry','justice','court','watch','bar','association','women','lawyers'])`,
    )
    for (let from = 0; from < count; from += CHUNK) {
      const to = Math.min(from + CHUNK, count) - 1
      await client.query(MADE, [from, to, openAmong(count)])
      for (const statement of [CASES, SUBMISSIONS, DOCUMENTS, LIKENESSES, 'DROP TABLE made'])
        await client.query(statement)
      say(`${to + 1} of ${count} cases after ${((performance.now() - begun) / 1000).toFixed(0)} s`)
    }
    await client.query(DECLARATIONS)
    for (const { definition } of indexes) await client.query(definition)
    await client.query('ALTER TABLE cases ENABLE TRIGGER USER')
    await client.query('VACUUM ANALYZE')
    say(`${count} cases and their indexes after ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  } finally {
    client.release(true)
  }
}
