import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons.js";
import type { Talk } from "../talk.js";
import type { Words } from "../texts.js";

/** The first screen: that this is a chatbot, what is kept and for how long, and Start. */
export function startScreen(talk: Talk, words: Words, start: () => void): TemplateResult {
  const { start: texts, errors } = words.texts;
  const busy = talk.phase === "starting";
  return html`<div class="page start" tabindex="-1">
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
    ${talk.error ? html`<p class="wrong" role="alert">${talk.error.detail ?? errors.load}</p>` : nothing}
    <p class="consent">${texts.consent}</p>
    <button type="button" class="primary big" aria-disabled=${busy ? "true" : "false"} @click=${start}>
      ${busy ? texts.busy : texts.button}
    </button>
  </div>`;
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
