import { html, nothing, type TemplateResult } from "lit";
import { NOT_ALLOWED } from "../api.js";
import { icon } from "../icons.js";
import type { Talk } from "../talk.js";
import type { Words } from "../texts.js";

export interface StartContext {
  talk: Talk;
  words: Words;
  /** A code that came with the address, of a QR that was scanned. */
  code: string | null;
  start: () => void;
  goOn: (code: string) => void;
}

/** The first screen: that this is a chatbot, what is kept and for how long, and Start. */
export function startScreen(context: StartContext): TemplateResult {
  const { talk, words, start } = context;
  const { start: texts } = words.texts;
  const busy = talk.phase === "starting";
  return html`<div class="page start" tabindex="-1">
    ${context.code ? scanned(context, context.code) : nothing}
    <h3>${texts.title}</h3>
    <p class="lead">${texts.lead}</p>
    <ul class="points">
      ${texts.points.map(([symbol, title, text]) => html`<li>${icon(symbol!)}<div><strong>${title}</strong><p>${text}</p></div></li>`)}
    </ul>
    <details>
      <summary>${texts.more}</summary>
      <ul>
        ${texts.kept.map((text) => html`<li>${text}</li>`)}
      </ul>
    </details>
    ${problem(talk, words)}
    <p class="consent">${texts.consent}</p>
    <button type="button" class="primary big" aria-disabled=${busy ? "true" : "false"} @click=${start}>
      ${busy ? texts.busy : texts.button}
    </button>
    ${context.code ? nothing : typed(context)}
  </div>`;
}

function problem(talk: Talk, words: Words) {
  const { errors, code } = words.texts;
  if (!talk.error) return nothing;
  const { status, detail } = talk.error;
  const known: Record<number, string> = { 404: code.wrong, [NOT_ALLOWED]: errors.notAllowed };
  return html`<p class="wrong" role="alert">${known[status] ?? detail ?? errors.load}</p>`;
}

/** Asked first, not done at once: somebody else may have left the address open. */
function scanned({ words, goOn }: StartContext, code: string) {
  const texts = words.texts.code;
  return html`<div class="saved" role="group" aria-label=${texts.title}>
    <p>${icon("route")}<span>${texts.scanned}</span></p>
    <button type="button" class="primary" @click=${() => goOn(code)}>${texts.button}</button>
  </div>`;
}

function typed({ words, goOn }: StartContext) {
  const texts = words.texts.code;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const code = (event.target as HTMLFormElement).querySelector("input")?.value.trim();
    if (code) goOn(code);
  };
  return html`<details>
    <summary>${texts.have}</summary>
    <form class="row" @submit=${submit}>
      <label for="code">${texts.label}</label>
      <input id="code" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20" />
      <button type="submit" class="reply">${texts.button}</button>
    </form>
  </details>`;
}

/** The end: everything deleted, or a talk that is no longer there. */
export function endScreen(talk: Talk, words: Words, again: () => void): TemplateResult {
  const { erase, errors } = words.texts;
  const gone = talk.phase === "gone";
  return html`<div class="page end" tabindex="-1" role="status">
    ${icon(gone ? "question" : "check")}
    <h3>${gone ? errors.gone : erase.doneTitle}</h3>
    ${gone ? nothing : html`<p>${erase.doneText}</p>`}
    <button type="button" class="primary" @click=${again}>${gone ? errors.startOver : erase.again}</button>
  </div>`;
}
