// The sum of all migrations, as reviewers see it. After a new migration:
//   npx vitest run test/storage/schema.test.ts -u
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { onBothDatabases } from '../kit/database.ts'
import { dumpSchema } from '../kit/schema-dump.ts'

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

/** The tables of `Schema`, each with its columns as `name` or `name | null`, read from the source: types leave no trace. */
function rowTypes(): Record<string, string[]> {
  const path = new URL('../../src/storage/schema.ts', import.meta.url)
  const source = ts.createSourceFile(
    'schema.ts',
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
  )
  const members = new Map(
    source.statements
      .filter(ts.isInterfaceDeclaration)
      .map(({ name, members }) => [name.text, members.filter(ts.isPropertySignature)] as const),
  )
  const columns = ({ name, type }: ts.PropertySignature) =>
    name.getText(source) + (/\bnull\b/.test(type?.getText(source) ?? '') ? ' | null' : '')
  return Object.fromEntries(
    (members.get('Schema') ?? []).map(({ name, type }) => [
      name.getText(source),
      (members.get(type?.getText(source) ?? '') ?? []).map(columns).toSorted(),
    ]),
  )
}

onBothDatabases('the schema', (make) => {
  test('is the one that is written down', async () => {
    await using fresh = await make()
    await expect(await dumpSchema(fresh.database)).toMatchFileSnapshot('../vectors/schema.sql')
  })

  test('has the columns that the row types name', async () => {
    await using fresh = await make()
    const named = rowTypes()
    const found = await fresh.database.query<{ table: string; columns: string[] }>(
      `select table_name::text as table, array_agg(
         column_name || case is_nullable when 'YES' then ' | null' else '' end
         order by column_name collate "C")::text[] as columns
       from information_schema.columns where table_name = any ($1) group by table_name`,
      [Object.keys(named)],
    )
    expect(Object.keys(named)).toContain('schema_migration')
    expect(Object.fromEntries(found.map(({ table, columns }) => [table, columns]))).toEqual(named)
  })

  test('shows every kind of thing in its dump', async () => {
    await using fresh = await make({ schema: 'none' })
    await fresh.database.script(EVERYTHING)
    expect(await dumpSchema(fresh.database)).toBe(DUMPED)
  })
})
