import { describe, expect, it } from 'vitest'
import { digestOf } from '../../../src/core/kernel/bytes.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import {
  IntakeForm,
  MAX_FORM_BYTES,
  openIntakeForm,
  publishIntakeForm,
} from '../../../src/core/members/intake-form.ts'

const FORM: IntakeForm = {
  id: 'storage-intake',
  fields: [
    { key: 'array', label: 'Serial number', required: true, kind: 'text' },
    {
      key: 'link',
      label: 'Attached by',
      required: false,
      kind: 'choice',
      options: ['FC', 'iSCSI'],
    },
  ],
}
const [FIRST] = FORM.fields
const openText = async (text: string): Promise<string> => {
  const opened = await openIntakeForm(text, await digestOf(text))
  return opened instanceof Refusal ? opened.detail : 'opened'
}
const openValue = (value: unknown) => openText(JSON.stringify(value))
const withField = (field: object) => openValue({ ...FORM, fields: [{ ...FIRST, ...field }] })

describe('an intake form', () => {
  it('opens as it was published', async () => {
    const { text, digest } = await publishIntakeForm(FORM)
    expect(await openIntakeForm(text, digest)).toEqual(FORM)
  })

  it('is refused under another hash than published', async () => {
    const { text, digest } = await publishIntakeForm(FORM)
    expect(await openIntakeForm(text.replace('Serial', 'serial'), digest)).toMatchObject({
      code: 'metadata-malformed',
      detail: 'intake form: its hash is another than published',
    })
  })

  it('is refused when it is longer than allowed', async () => {
    expect(await openText(`{}${' '.repeat(MAX_FORM_BYTES)}`)).toContain('longer than')
  })

  it('is refused when it is no I-JSON', async () => {
    expect(await openText('{"id":"a","id":"b","fields":[]}')).toContain('same key twice')
    expect(await openText('nothing')).toContain('not JSON')
  })

  it('is refused with two fields of one key', async () => {
    expect(await openValue({ ...FORM, fields: [FIRST, FIRST] })).toContain('two fields')
  })

  it.each([
    ['a choice without options', { kind: 'choice' }],
    ['options that are no choice', { options: ['a'] }],
    ['a key in capitals', { key: 'Array' }],
    ['a label over two lines', { label: 'a\nb' }],
    ['a label that turns its direction', { label: 'a\u202eb' }],
    ['a member we do not know', { help: 'x' }],
  ])('is refused with %s', async (_, field) => {
    expect(await withField(field)).toMatch(/^intake form: fields\.0/)
  })
})
