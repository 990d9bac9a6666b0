// Compiles openapi/gateway.yaml: the words of refusal into the contract itself, the contract into contract.generated.ts (a Worker
// has no disk to read it from), and its types into ../client.generated.ts. Run it after every change of the contract or of
// the refusals: node --import tsx src/http/generate-contract.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTypescript, { astToString } from 'openapi-typescript'
import type { OpenAPI3 } from 'openapi-typescript'
import { format, resolveConfig } from 'prettier'
import { parse } from 'yaml'
import { SENTENCES } from '../core/kernel/refusal.ts'

const SOURCE = fileURLToPath(new URL('../../openapi/gateway.yaml', import.meta.url))
const CONTRACT = fileURLToPath(new URL('./contract.generated.ts', import.meta.url))
const TYPES = fileURLToPath(new URL('../client.generated.ts', import.meta.url))
const WORDS = /( *)# generated: words\n[^]*?# end\n/

/** The contract with the closed list of refusals as the program has it. */
export function withWords(yaml: string): string {
  return yaml.replace(WORDS, (_, indent: string) => {
    const words = Object.keys(SENTENCES).map((word) => `${indent}  - ${word}\n`)
    return `${indent}# generated: words\n${indent}enum:\n${words.join('')}${indent}# end\n`
  })
}

/** The contract as one value; what was written once to be used many times is no part of it. */
export function parseContract(yaml: string): Record<string, unknown> {
  const { 'x-parts': _, ...contract } = parse(yaml) as Record<string, unknown>
  return contract
}

/** The text of contract.generated.ts. */
export const generateContract = (yaml: string): string =>
  `// Generated from openapi/gateway.yaml by generate-contract.ts. Do not edit.\n` +
  `export const CONTRACT_YAML: string = ${JSON.stringify(yaml)}\n\n` +
  `export const CONTRACT_JSON: string = ${JSON.stringify(JSON.stringify(parseContract(yaml)))}\n`

/** The text of client.generated.ts. */
export async function generateTypes(yaml: string): Promise<string> {
  const nodes = await openapiTypescript(parseContract(yaml) as unknown as OpenAPI3, {
    alphabetize: false,
    defaultNonNullable: false,
  })
  const source =
    `// Generated from openapi/gateway.yaml by generate-contract.ts. Do not edit.\n` +
    astToString(nodes)
  return format(source, { ...(await resolveConfig(TYPES)), parser: 'typescript' })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const yaml = withWords(readFileSync(SOURCE, 'utf8'))
  writeFileSync(SOURCE, yaml)
  writeFileSync(CONTRACT, generateContract(yaml))
  writeFileSync(TYPES, await generateTypes(yaml))
}
