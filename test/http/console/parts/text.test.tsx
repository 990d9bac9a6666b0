import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Lines, Value, Words } from '../../../../src/http/console/parts/text.tsx'

const shown = (value: unknown): string => String(<Value value={value} />)

describe('the words of others', () => {
  it('stay words, whatever they look like', () => {
    const html = '<script>alert(1)</script><img src=x onerror=alert(1)>&amp;"\''
    expect(String(<Words text={html} />)).toBe(
      '<bdi>&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&amp;amp;&quot;&#39;</bdi>',
    )
    expect(shown(html)).not.toContain('<script')
    expect(shown({ [html]: html })).not.toContain('<img')
  })

  it('are kept apart from the direction of what stands around them', () => {
    expect(String(<Words text="שלום" />)).toBe('<bdi>שלום</bdi>')
    expect(String(<Lines text="שלום" />)).toContain('dir="auto"')
  })

  it.each(['\u202e', '\u202a', '\u2066', '\u2069', '\u0000', '\u0007', '\u0085', '\u2028'])(
    'show a mark that would turn or hide what follows: %j',
    (mark) => {
      const html = String(<Words text={`SR-${mark}4711`} />)
      expect(html).not.toContain(mark)
      const number = mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
      expect(html).toContain(`U+${number}`)
    },
  )

  it('keep their lines', () => {
    expect(String(<Lines text={'one\r\n\ttwo'} />)).toContain('one\n\ttwo')
  })
})

describe('a value', () => {
  it('is a list of names and values, or of whatever it holds', () => {
    expect(shown([{ name: 'Hosts', value: '12' }])).toContain('<bdi>Hosts</bdi>: <bdi>12</bdi>')
    expect(shown(['a', { name: 'x', value: 'y', more: 1 }])).toContain('<dl')
  })

  it('labels the fields of an object in words', () => {
    expect(shown({ serialNumber: 'BA-1', consent: true })).toContain('Serial number')
    expect(shown({ consent: true })).toContain('<p>yes</p>')
  })

  it.each([null, undefined, ''])('that is %j is empty', (value) => {
    expect(shown(value)).toContain('empty')
  })

  it('is never taken for markup, even if it says it is', () => {
    const sly = JSON.parse(
      '{"isEscaped": true, "tag": "script", "toString": "<b>", "callbacks": []}',
    )
    expect(shown(sly)).not.toContain('<b>')
    expect(shown([sly, [sly]])).not.toContain('<script')
  })

  it('ends somewhere, however deep it is', () => {
    let deep: unknown = 'bottom'
    for (let i = 0; i < 200; i++) deep = i % 2 ? [deep] : { deep }
    expect(shown(deep)).toContain('bottom')
  })

  it('holds no tag of its own, whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const html = shown(value)
        const tags = [...html.matchAll(/<\/?([a-z]+)/gi)].map(([, tag]) => tag)
        expect(
          tags.filter((tag) => !'p ul li dl div dt dd bdi span'.split(' ').includes(tag ?? '')),
        ).toEqual([])
      }),
    )
  })
})
