import { describe, expect, it, onTestFinished } from 'vitest'
import { listen } from '../../src/runtime/http-server.ts'
import { EXIT, Trouble } from '../../src/runtime/trouble.ts'

const HOST = '127.0.0.1'
const get = (port: number): Promise<Response> => fetch(`http://${HOST}:${port}/`)

describe('the listening socket', () => {
  it('answers 503 until there is somebody to answer', async () => {
    const server = await listen(HOST, 0)
    onTestFinished(() => server.close())
    const early = await get(server.port)
    expect(early.status).toBe(503)
    expect(early.headers.get('retry-after')).toBe('1')
    await early.text()
    server.answerWith(() => new Response('here'))
    expect(await (await get(server.port)).text()).toBe('here')
  })

  it('says in one sentence that its port is taken', async () => {
    const server = await listen(HOST, 0)
    onTestFinished(() => server.close())
    const error = await listen(HOST, server.port).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(Trouble)
    expect(error).toMatchObject({ code: EXIT.taken })
    expect(String(error)).toContain(`port ${server.port} on ${HOST} is in use`)
  })

  it('says that an address is not of this machine', async () => {
    await expect(listen('192.0.2.1', 0)).rejects.toMatchObject({ code: EXIT.config })
  })

  it('finishes what was begun before it closes', async () => {
    const server = await listen(HOST, 0)
    const entered = Promise.withResolvers<void>()
    const leave = Promise.withResolvers<void>()
    server.answerWith(async () => {
      entered.resolve()
      await leave.promise
      return new Response('done')
    })
    const answer = get(server.port)
    await entered.promise
    const closing = server.close()
    leave.resolve()
    expect(await (await answer).text()).toBe('done')
    await closing
    await expect(get(server.port)).rejects.toThrow()
  })

  it('ends streams, which would never end by themselves', async () => {
    const server = await listen(HOST, 0)
    server.answerWith(() => {
      const body = new ReadableStream({
        start: (c) => c.enqueue(new TextEncoder().encode(': \n\n')),
      })
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
    })
    const stream = await get(server.port)
    const reader = stream.body?.getReader()
    await reader?.read()
    await server.close()
    const rest = await reader?.read()
    expect(rest?.done).toBe(true)
  })
})
