// The one script of the console: it tells the server the reader's time zone, and replaces what changed when the server says so, without
// moving what is being read or where the keyboard is. Everything works without it, only not by itself.

export const SCRIPT = `
const root = document.documentElement
const { base, live } = root.dataset
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
const wanted = 'console-zone=' + encodeURIComponent(zone)
if (zone && !document.cookie.split('; ').includes(wanted)) {
  document.cookie = wanted + '; Path=' + base + '; Max-Age=31536000; SameSite=Lax'
  if (document.cookie.split('; ').includes(wanted)) location.reload()
}

const say = (id, text) => {
  const place = document.getElementById(id)
  if (place && place.textContent !== text) place.textContent = text
}

/* What stands at the top of the window, and where, so that it can stay there. */
const topmost = () => {
  for (const place of document.querySelectorAll('[data-entry], [data-region]')) {
    const { top, bottom } = place.getBoundingClientRect()
    if (bottom > 0 && place.id && !(place.matches('[data-region]') && top < 0)) return { id: place.id, top }
  }
}

const replace = (page) => {
  const before = topmost()
  const focused = document.activeElement?.id
  const known = new Set([...document.querySelectorAll('[data-entry]')].map((entry) => entry.id))
  const opened = new Set([...document.querySelectorAll('details[open]')].map((part) => part.id))
  const fresh = [...page.querySelectorAll('[data-entry]')].filter((entry) => !known.has(entry.id))
  for (const entry of fresh) entry.classList.add('fresh')
  for (const part of page.querySelectorAll('details')) part.open = opened.has(part.id)
  for (const region of document.querySelectorAll('[data-region]')) {
    const now = page.getElementById(region.id)
    if (now && now.outerHTML !== region.outerHTML) region.replaceWith(document.adoptNode(now))
  }
  if (focused && document.activeElement?.id !== focused)
    document.getElementById(focused)?.focus({ preventScroll: true })
  const after = before && document.getElementById(before.id)
  if (after && scrollY > 0) scrollBy({ top: after.getBoundingClientRect().top - before.top, behavior: 'instant' })
  const told = fresh.slice(0, 3).map((entry) => entry.querySelector('.told').textContent)
  if (told.length) say('live-news', told.join(' '))
}

let again
const refresh = async () => {
  clearTimeout(again)
  const answer = await window.fetch(location.href).catch(() => null)
  if (answer?.status === 401) return signedOut()
  if (!answer?.ok) return (again = setTimeout(refresh, 5000))
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  replace(page)
  root.dataset.live = page.documentElement.dataset.live ?? live
}

/* Browsers hold few connections to one place: a page that nobody looks at holds none. */
let source, ended, retry
const follow = () => {
  clearTimeout(retry)
  source?.close()
  if (document.hidden || ended) return
  source = new EventSource(root.dataset.live)
  source.onopen = () => say('live-state', 'This page keeps itself current.')
  source.onerror = () => {
    say('live-state', 'Not connected; trying again.')
    if (source.readyState === EventSource.CLOSED) refresh().then(() => (retry = setTimeout(follow, 5000)))
  }
  source.addEventListener('changed', refresh)
}
const signedOut = () => {
  ended = true
  source?.close()
  say('live-state', 'You are signed out. What you see may be out of date; come in by a new link.')
}
if (live) {
  follow()
  document.addEventListener('visibilitychange', follow)
  /* Spans such as "12 min" grow. */
  setInterval(() => document.hidden || refresh(), 60000)
}
`
