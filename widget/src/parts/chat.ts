import { html, nothing, type PropertyValues } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Api } from "../api.js";
import { icon } from "../icons.js";
import { linkify } from "../linkify.js";
import type { Speech } from "../speech.js";
import type { Entry, Talk } from "../talk.js";
import { fill, type Words } from "../texts.js";
import { define, Part } from "./element.js";
import type { Answer } from "./question.js";
import "./question.js";

/** So many lines are drawn at once: a talk of thousands stays quick. */
const SHOWN = 60;
const LONGEST = 2000;

/** The conversation: lines, the open question with its answers, and the field to type in. */
export class ChatPart extends Part {
  static override properties = {
    talk: { attribute: false },
    version: { type: Number },
    words: { attribute: false },
    api: { attribute: false },
    speech: { attribute: false },
    simple: { type: Boolean },
    speaking: { attribute: false },
    canRead: { attribute: false },
    editing: { state: true },
    shown: { state: true },
    tooLong: { state: true },
  };
  declare talk: Talk;
  declare version: number;
  declare words: Words;
  declare api: Api;
  declare speech: Speech;
  declare simple: boolean;
  declare speaking: number | null;
  declare canRead: boolean;
  declare editing: number | null;
  declare shown: number;
  declare tooLong: boolean;
  private lastKey = 0;
  private tapped = false;

  constructor() {
    super();
    this.editing = null;
    this.shown = SHOWN;
    this.tooLong = false;
  }

  private get log(): HTMLElement | null {
    return this.renderRoot.querySelector(".scroll");
  }

  private tap(answer: Answer): void {
    this.tapped = true;
    this.editing = null;
    this.log?.focus({ preventScroll: true });
    void this.talk.send(answer.payload, answer.title);
  }

  private submit(event: Event): void {
    event.preventDefault();
    const field = this.renderRoot.querySelector("textarea");
    const text = field?.value.trim() ?? "";
    this.tooLong = text.length > LONGEST;
    if (!field || !text || this.tooLong || this.talk.busy) return;
    field.value = "";
    void this.talk.send(text);
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.submit(event);
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("version")) return;
    const last = this.talk.entries.at(-1)?.key ?? 0;
    const before = this.lastKey;
    this.lastKey = last;
    if (last !== before) requestAnimationFrame(() => this.toNewest(before));
    if (this.tapped && !this.talk.busy) void this.focusQuestion();
  }

  /** Show the first new line at the top where it fits, so that nobody has to scroll back to read. */
  private toNewest(before: number): void {
    const fresh = this.talk.entries.find((entry) => entry.key > before);
    const log = this.log;
    const line = fresh && this.renderRoot.querySelector<HTMLElement>(`[data-key="${fresh.key}"]`);
    if (!log || !line) return;
    const resumed = this.talk.resumed && before === 0;
    log.scrollTop = resumed ? log.scrollHeight : before ? line.offsetTop - 12 : 0;
  }

  private async focusQuestion(): Promise<void> {
    this.tapped = false;
    const question = this.renderRoot.querySelector<Part>(".open-question");
    await question?.updateComplete;
    (question?.querySelector<HTMLElement>(".question") ?? this.log)?.focus({ preventScroll: true });
  }

  protected override render() {
    const { talk } = this;
    return html`${this.progress()}
      <div class="scroll" tabindex="0" role="region" aria-label=${this.words.texts.chat.log}>
        ${this.earlier()}
        <div class="log" role="log" aria-busy=${talk.busy ? "true" : "false"}>
          ${repeat(
            talk.entries.slice(-this.shown),
            (entry) => entry.key,
            (entry) => this.line(entry),
          )}
        </div>
        ${talk.busy ? this.typing() : this.answers()}
      </div>
      ${talk.done ? this.ready() : nothing} ${this.composer()}`;
  }

  private progress() {
    const { progress, done } = this.talk;
    if (!progress || done) return nothing;
    const { many, one, none } = this.words.texts.chat.left;
    const left = progress.atMostLeft;
    const text = left > 1 ? fill(many, { n: left }) : left === 1 ? one : none;
    const value = progress.answered / Math.max(1, progress.answered + left);
    return html`<div class="progress">
      <span id="left">${text}</span><progress aria-labelledby="left" max="1" .value=${value}></progress>
    </div>`;
  }

  private earlier() {
    if (this.talk.entries.length <= this.shown) return nothing;
    return html`<button type="button" class="quiet" @click=${() => (this.shown += SHOWN * 2)}>${this.words.texts.chat.earlier}</button>`;
  }

  private line(entry: Entry) {
    const { chat } = this.words.texts;
    const mine = entry.from === "person";
    return html`<div class=${mine ? "line mine" : "line"} data-key=${entry.key}>
      <div class="bubble"><span class="unseen">${mine ? chat.you : chat.bot}: </span>${mine ? entry.text : linkify(entry.text)}</div>
      ${mine ? this.under(entry) : this.readButton(entry)}
      ${this.editing === entry.key && entry.answered ? this.editor(entry) : nothing}
    </div>`;
  }

  private under(entry: Entry) {
    const { chat, errors } = this.words.texts;
    if (entry.state === "sending") return html`<span class="unseen">${chat.sending}</span>`;
    if (entry.state === "failed") {
      const reason = entry.error && entry.error in errors ? errors[entry.error as keyof typeof errors] : entry.error;
      return html`<div class="failure" role="alert">
        <p><strong>${chat.failed}</strong> ${reason}</p>
        <button type="button" class="primary" @click=${() => void this.talk.retry(entry.key)}>${chat.retry}</button>
      </div>`;
    }
    if (!this.canEdit(entry) || this.editing === entry.key) return nothing;
    return html`<button type="button" class="quiet small" @click=${() => this.edit(entry)}>
      ${icon("edit")}<span>${chat.change}<span class="unseen"> (${entry.text})</span></span>
    </button>`;
  }

  private canEdit(entry: Entry): boolean {
    const question = entry.answered;
    if (!question?.field || question.field === "situation" || this.talk.busy) return false;
    return question.quickReplies.length > 0 || question.input === "number" || question.input === "place";
  }

  private async edit(entry: Entry): Promise<void> {
    this.editing = entry.key;
    await this.updateComplete;
    const part = this.renderRoot.querySelector<Part>(".editor leer-route-question");
    await part?.updateComplete;
    part?.querySelector<HTMLElement>(".question")?.focus();
  }

  private editor(entry: Entry) {
    return html`<div class="editor">
      <p>${entry.answered?.text}</p>
      <leer-route-question
        .question=${{ ...entry.answered!, sensitive: false }}
        .words=${this.words}
        .api=${this.api}
        .busy=${this.talk.busy}
        @answer=${(event: CustomEvent<Answer>) => this.tap(event.detail)}
      ></leer-route-question>
      <button type="button" class="quiet" @click=${() => (this.editing = null)}>${this.words.texts.chat.cancel}</button>
    </div>`;
  }

  private readButton(entry: Entry) {
    if (!this.canRead) return nothing;
    const { read, stopReading } = this.words.texts.tools;
    const now = this.speaking === entry.key;
    return html`<button
      type="button"
      class="quiet small"
      @click=${() => (now ? this.speech.stop() : this.speech.read(entry.key, entry.text))}
    >
      ${icon("sound")}${now ? stopReading : read}
    </button>`;
  }

  private typing() {
    return html`<div class="line typing">
      <div class="bubble"><span class="unseen">${this.words.texts.chat.typing}</span><i></i><i></i><i></i></div>
    </div>`;
  }

  private answers() {
    const { question, quickReplies } = this.talk;
    const asked = question ?? (quickReplies.length ? { field: null, text: this.words.texts.chat.log, quickReplies } : null);
    return html`<div class="answers">
      ${this.simple && question?.why ? html`<p class="plain">${question.why}</p>` : nothing}
      ${asked
        ? html`<leer-route-question
            class="open-question"
            .question=${withReplies(asked, quickReplies)}
            .words=${this.words}
            .api=${this.api}
            .busy=${this.talk.busy}
            @answer=${(event: CustomEvent<Answer>) => this.tap(event.detail)}
          ></leer-route-question>`
        : nothing}
      ${this.requests()}
    </div>`;
  }

  /** What one can always ask, quieter than the answers. */
  private requests() {
    const { why, simpler, person } = this.words.texts.question;
    const asked = this.talk.question?.field ? [[why, "/ask_why", "question"]] : [];
    const always = [...asked, [simpler, "/simpler", "chat"], [person, "/ask_person", "person"]] as [string, string, string][];
    return html`<div class="requests">
      ${always.map(
        ([title, payload, symbol]) => html`<button type="button" class="quiet small" @click=${() => this.tap({ payload, title })}>
          ${icon(symbol)}${title}
        </button>`,
      )}
    </div>`;
  }

  private ready() {
    const { chat } = this.words.texts;
    return html`<div class="ready">
      ${icon("route")}
      <p><strong>${chat.done}</strong><span>${chat.doneText}</span></p>
      <button type="button" class="primary" @click=${() => this.dispatchEvent(new CustomEvent("view", { detail: "route" }))}>
        ${chat.showRoute}
      </button>
    </div>`;
  }

  private composer() {
    const { chat } = this.words.texts;
    return html`<form class="composer" @submit=${this.submit}>
      ${this.tooLong ? html`<p class="wrong" id="too-long" role="alert">${chat.tooLong}</p>` : nothing}
      <label class="unseen" for="message">${chat.input}</label>
      <div class="row">
        <textarea
          id="message"
          rows="1"
          placeholder=${chat.placeholder}
          aria-describedby=${this.tooLong ? "too-long" : nothing}
          @keydown=${this.key}
        ></textarea>
        <button type="submit" class="primary send" aria-disabled=${this.talk.busy ? "true" : "false"}>
          ${icon("send")}<span>${chat.send}</span>
        </button>
      </div>
    </form>`;
  }
}

/** The answers of the question; where the API gives them with the last message only, those. */
function withReplies<T extends { quickReplies?: Answer[] }>(question: T, replies: Answer[]): T {
  return question.quickReplies?.length ? question : { ...question, quickReplies: replies };
}

define("leer-route-chat", ChatPart);
