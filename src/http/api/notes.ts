// Notes for all participants, for some of them, or for the own organisation only, which never leave this gateway (D16).
import { Hono } from 'hono'
import { z } from 'zod'
import { NOTE_KINDS } from '../../core/cases/note.ts'
import type { NotePlace } from '../../core/cases/view-note.ts'
import { EventId } from '../../core/kernel/id.ts'
import { Instant } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { actOnCase } from '../../flows/cases/act-on-case.ts'
import { addLocalNote } from '../../flows/cases/add-local-note.ts'
import { readNotes } from '../../flows/cases/read-notes.ts'
import { withdrawNote } from '../../flows/cases/withdraw-note.ts'
import { scoped } from '../caller.ts'
import { openCursor, sealCursor } from '../cursor.ts'
import { refuse } from '../problem.ts'
import { cursor, limit, readQuery } from '../read-query.ts'
import { line, member, prose } from '../text.ts'
import { type Api, caseIdOf, readersOf, Remark, said, writesCase } from './write.ts'

const NewNote = z.strictObject({
  text: prose(),
  kind: z.enum(NOTE_KINDS).default('update'),
  re: EventId.nullable().default(null),
  audience: z
    .union([z.enum(['all', 'own-organisation']), z.array(member).min(1).max(64)])
    .default('all'),
  author: line(120).optional(),
})

const NotesQuery = z.strictObject({
  order: z.enum(['oldest', 'newest']).default('oldest'),
  after: cursor,
  limit,
})

export function noteRoutes(api: Api): Hono {
  const { deps } = api
  const app = new Hono()

  app.get('/cases/:caseId/notes', scoped('cases:read'), async (c) => {
    const caseId = caseIdOf(c)
    if (caseId instanceof Refusal) return refuse(c, caseId)
    const query = readQuery(c, NotesQuery)
    if (query instanceof Refusal) return refuse(c, query)
    const list = `notes ${query.order} ${c.var.caller.member} ${caseId}`
    const after = query.after === undefined ? null : await positionOf(list, query.after)
    if (after instanceof Refusal) return refuse(c, after)
    const page = { after, limit: query.limit, newestFirst: query.order === 'newest' }
    const notes = await readNotes(deps, c.var.caller.member, caseId, page)
    if (notes instanceof Refusal) return refuse(c, notes)
    const { last } = notes
    const next = last && (await sealCursor(list, `${last.at} ${last.depth} ${last.id}`))
    return c.json({ items: notes.items, next })
  })

  app.post('/cases/:caseId/notes', scoped('cases:write'), (c, next) =>
    writesCase(
      api,
      NewNote,
      ({ body, us, caseId }, options) => {
        const { text, kind, re, audience, author = c.var.caller.name } = body
        if (audience === 'own-organisation')
          return addLocalNote(deps, us, caseId, { author, text }, options)
        const readers = readersOf(audience, us)
        const command = { type: 'add-note', kind, re, text, readers } as const
        return actOnCase(deps, us, caseId, command, options)
      },
      201,
    )(c, next),
  )

  app.post(
    '/cases/:caseId/notes/:noteId/withdraw',
    scoped('cases:write'),
    writesCase(api, Remark, ({ body, us, caseId, target }, options) =>
      withdrawNote(deps, us, caseId, { note: target, ...said(body.text) }, options),
    ),
  )
  return app
}

async function positionOf(list: string, text: string): Promise<NotePlace | Refusal> {
  const position = await openCursor(list, text)
  if (position instanceof Refusal) return position
  const [at = '', depth = '', id = ''] = position.split(' ')
  const moment = Instant.safeParse(at)
  return moment.success && /^\d{1,16}$/.test(depth)
    ? { at: moment.data, depth: Number(depth), id }
    : new Refusal('cursor-invalid', undefined, 'after')
}
