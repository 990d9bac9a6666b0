// The mark of the console: three parties, one of which holds the baton.
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#1b4f9c"/>
<path d="M8 22 16 9l8 13z" fill="none" stroke="#fff" stroke-width="2.5" stroke-linejoin="round"/>
<circle cx="8" cy="22" r="3.5" fill="#fff"/><circle cx="24" cy="22" r="3.5" fill="#fff"/>
<circle cx="16" cy="9" r="4.5" fill="#ffb454"/>
</svg>
`
