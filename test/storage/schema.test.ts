// The sum of all migrations, as reviewers see it. After a new migration:
//   npx vitest run test/storage/schema.test.ts -u
import { expect, test } from 'vitest'
import type { Schema } from '../../src/storage/schema.ts'
import { onBothDatabases } from '../kit/database.ts'
import { dumpSchema } from '../kit/schema-dump.ts'

/** The compiler holds this against `Schema`, the test against the database. */
const COLUMNS = {
  schema_migration: { name: true, sha256: true, breaking: true, applied_at: true },
} as const satisfies { [Table in keyof Schema]: Record<keyof Schema[Table], true> }

const EVERYTHING = `
  create type colour as enum ('red', 'it''s blue');
  create sequence loose as bigint;
  create unlogged table thing (
    id bigint generated always as identity primary key,
    name text collate "C" not null default 'x',
    doubled text generated always as (name || name) stored,
    hue colour,
    gone text,
    constraint thing_name_is_short check (length(name) < 9)
  ) with (fillfactor = 70);
  alter table thing drop column gone;
  create index thing_by_hue on thing (hue) where hue is not null;
  create view red_thing as select id from thing where hue = 'red';
  create function keep() returns trigger language plpgsql as $$ begin raise exception 'kept'; end $$;
  create trigger thing_keeps before delete on thing for each row execute function keep();
  comment on table thing is 'a thing';
  comment on column thing.hue is 'its hue';`

const DUMPED = `create type colour as enum ('red', 'it''s blue');

CREATE OR REPLACE FUNCTION public.keep()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception 'kept'; end $function$
;

create sequence loose as bigint;

create unlogged table thing (
  id bigint not null generated always as identity,
  name text collate "C" not null default 'x'::text,
  doubled text generated always as ((name || name)) stored,
  hue colour,
  constraint thing_name_is_short CHECK ((length(name) < 9)),
  constraint thing_pkey PRIMARY KEY (id)
) with (fillfactor=70);

create view red_thing as
 SELECT id
   FROM thing
  WHERE (hue = 'red'::colour);

CREATE INDEX thing_by_hue ON public.thing USING btree (hue) WHERE (hue IS NOT NULL);

CREATE TRIGGER thing_keeps BEFORE DELETE ON public.thing FOR EACH ROW EXECUTE FUNCTION keep();

comment on table thing is 'a thing';

comment on column thing.hue is 'its hue';
`

const key = ({ table, column }: { table: string; column: string }) => `${table}.${column}`

onBothDatabases('the schema', (make) => {
  test('is the one that is written down', async () => {
    await using fresh = await make()
    await expect(await dumpSchema(fresh.database)).toMatchFileSnapshot('../vectors/schema.sql')
  })

  test('has the tables and columns that the row types name', async () => {
    await using fresh = await make()
    const rows = await fresh.database.query<{ table: string; column: string }>(
      `select table_name::text as table, column_name::text as column
       from information_schema.columns where table_schema = 'public' and table_name in
         (select table_name from information_schema.tables where table_type = 'BASE TABLE')`,
    )
    const named = Object.entries(COLUMNS).flatMap(([table, columns]) =>
      Object.keys(columns).map((column) => ({ table, column })),
    )
    expect(rows.map(key).toSorted()).toEqual(named.map(key).toSorted())
  })

  test('shows every kind of thing in its dump', async () => {
    await using fresh = await make({ schema: 'none' })
    await fresh.database.script(EVERYTHING)
    expect(await dumpSchema(fresh.database)).toBe(DUMPED)
  })
})
