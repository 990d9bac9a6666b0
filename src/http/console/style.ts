// The one stylesheet.
import { BASE } from './style/base.ts'
import { CASE } from './style/case.ts'
import { LIST } from './style/list.ts'
import { PARTS } from './style/parts.ts'
import { PICTURES } from './style/pictures.ts'

export const STYLE = BASE + PARTS + PICTURES + LIST + CASE
