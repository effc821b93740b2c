import { html, nothing, type TemplateResult } from "lit";
import { icon } from "./icons.js";
import type { Talk } from "./talk.js";
import type { Words } from "./texts.js";

export type View = "chat" | "route" | "facts";
const VIEWS: [View, string][] = [
  ["chat", "chat"],
  ["route", "route"],
  ["facts", "person"],
];

interface HeaderContext {
  words: Words;
  toolsOpen: boolean;
  toggle: () => void;
  /** Only in a window of its own. */
  close: (() => void) | null;
}

/** Who speaks here (a chatbot), help, and the way out of the window. */
export function header({ words, toolsOpen, toggle, close }: HeaderContext): TemplateResult {
  const { texts } = words;
  return html`<header>
    <span class="logo">${icon("route")}</span>
    <h2>${texts.name}<small>${texts.robot}</small></h2>
    <button
      type="button"
      class="head"
      aria-expanded=${toolsOpen ? "true" : "false"}
      aria-controls=${toolsOpen ? "tools" : nothing}
      @click=${toggle}
    >
      ${icon("tools")}<span>${texts.tools.label}</span>
    </button>
    ${close ? html`<button type="button" class="head" @click=${close}>${icon("close")}<span>${texts.close}</span></button>` : nothing}
  </header>`;
}

/** The parts of a talk: conversation, route, facts. */
export function tabs(words: Words, now: View, show: (view: View) => void): TemplateResult {
  const { views } = words.texts;
  return html`<nav aria-label=${views.label}>
    ${VIEWS.map(
      ([view, symbol]) => html`<button type="button" aria-current=${now === view ? "page" : nothing} @click=${() => show(view)}>
        ${icon(symbol)}<span>${views[view]}</span>
      </button>`,
    )}
  </nav>`;
}

/** Asks once more before everything is deleted. */
export function eraseDialog(talk: Talk, words: Words, close: () => void): TemplateResult {
  const { erase, errors } = words.texts;
  const confirm = () => void talk.erase().then((erased) => erased && close());
  return html`<dialog class="erase" lang=${words.language} aria-labelledby="erase-title">
    <h3 id="erase-title">${erase.title}</h3>
    <p>${erase.text}</p>
    <p>${erase.keep}</p>
    ${talk.error ? html`<p class="wrong" role="alert">${talk.error.detail ?? errors.load}</p>` : nothing}
    <div class="replies">
      <button type="button" class="reply" @click=${close}>${erase.no}</button>
      <button type="button" class="primary danger" @click=${confirm}>${icon("bin")}${erase.yes}</button>
    </div>
  </dialog>`;
}

/** In the page. `fixed`: the content has a scroll area of its own; else it flows with the page. */
export function inlineFrame(words: Words, fixed: boolean, content: TemplateResult): TemplateResult {
  return html`<section class=${fixed ? "frame" : "frame flow"} lang=${words.language} aria-label=${words.texts.name}>${content}</section>`;
}

/** Behind a button, in a window. */
export function windowFrame(words: Words, on: { open: () => void; closed: () => void }, content: TemplateResult): TemplateResult {
  const { open, name } = words.texts;
  return html`<button type="button" class="opener" @click=${on.open}>${icon("route")}<span>${open}</span></button>
    <dialog class="frame" lang=${words.language} aria-label=${name} @close=${on.closed}>${content}</dialog>`;
}
