import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

/** Line icons on a grid of 24; always beside words, so hidden from screen readers. */
const PATHS: Record<string, SVGTemplateResult> = {
  chat: svg`<path d="M4 5h16v11H9l-5 4z"/><path d="M8 9h8M8 12h5"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>`,
  lock: svg`<rect x="5" y="11" width="14" height="9" rx="1.5"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,
  send: svg`<path d="M4 12h15M13 6l6 6-6 6"/>`,
  first: svg`<path d="M12 21s-7.5-4.6-7.5-10A4.5 4.5 0 0 1 12 8a4.5 4.5 0 0 1 7.5 3c0 5.4-7.5 10-7.5 10z"/>`,
  orient: svg`<circle cx="12" cy="12" r="8.5"/><path d="m15.5 8.5-2 5-5 2 2-5z"/>`,
  recognise: svg`<circle cx="12" cy="9" r="5"/><path d="m8.5 13-1.5 8 5-2.5 5 2.5-1.5-8"/>`,
  learn: svg`<path d="M12 6c-2-1.5-5-2-8-1.5v13c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5v-13c-3-.5-6 0-8 1.5zM12 6v13"/>`,
  fund: svg`<circle cx="12" cy="12" r="8.5"/><path d="M15.5 8.8a4.5 4.5 0 1 0 0 6.4M7 11h6M7 13.2h6"/>`,
  work: svg`<rect x="3.5" y="8" width="17" height="11.5" rx="1.5"/><path d="M9 8V5h6v3M3.5 13h17"/>`,
  phone: svg`<path d="M6 3.5h3l1.5 4.5-2 1.5a11 11 0 0 0 6 6l1.5-2 4.5 1.5v3a2 2 0 0 1-2.2 2A17 17 0 0 1 4 5.7 2 2 0 0 1 6 3.5z"/>`,
  link: svg`<path d="M14 5h5v5M19 5l-8 8M17 14v5H5V7h5"/>`,
  place: svg`<path d="M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11z"/><circle cx="12" cy="10" r="2.3"/>`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  edit: svg`<path d="M5 19h3.5L19 8.5 15.5 5 5 15.5zM13 7.5l3.5 3.5"/>`,
  sound: svg`<path d="M4 10v4h3.5L12 18V6L7.5 10zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"/>`,
  print: svg`<path d="M7 9V4h10v5M7 17H4.5V9h15v8H17M7 14h10v6H7z"/>`,
  mail: svg`<rect x="3.5" y="6" width="17" height="12.5" rx="1"/><path d="m4 7 8 6.5L20 7"/>`,
  bin: svg`<path d="M5 7h14M9 7V4.5h6V7M7 7l1 13h8l1-13M10.5 10.5v6M13.5 10.5v6"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  person: svg`<circle cx="12" cy="8" r="3.8"/><path d="M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6"/>`,
  question: svg`<circle cx="12" cy="12" r="8.5"/><path d="M9.5 9.7a2.6 2.6 0 1 1 3.6 2.5c-.8.3-1.1.8-1.1 1.6M12 16.5v.2"/>`,
  flag: svg`<path d="M6 21V4M6 5h11l-2 3.5 2 3.5H6"/>`,
  route: svg`<circle cx="6" cy="18.5" r="2"/><circle cx="18" cy="5.5" r="2"/><path d="M8 18.5h7a3.3 3.3 0 0 0 0-6.5H9a3.3 3.3 0 0 1 0-6.5h7"/>`,
  tools: svg`<path d="M4 7h9M17 7h3M4 12h3M11 12h9M4 17h9M17 17h3"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="12" r="2"/><circle cx="15" cy="17" r="2"/>`,
  stop: svg`<circle cx="12" cy="12" r="8.5"/><path d="M8 12h8"/>`,
  swap: svg`<path d="M5 9h13l-3.5-3.5M19 15H6l3.5 3.5"/>`,
  file: svg`<path d="M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12.5h6M9 16h6"/>`,
  calendar: svg`<rect x="4" y="5.5" width="16" height="14.5" rx="1.5"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>`,
};

export function icon(name: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${PATHS[name] ?? PATHS.orient}</svg>`;
}
