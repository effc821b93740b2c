import { html, nothing } from "lit";
import type { Api } from "../api.js";
import { inputOf, mergePayloads, payloadOf, valuesIn } from "../fields.js";
import { icon } from "../icons.js";
import type { Words } from "../texts.js";
import type { InputKind, Municipality, Question, QuickReply } from "../types.js";
import { define, Part } from "./element.js";
import "./number-picker.js";
import "./place-search.js";

/** What the chat always offers below the question. */
const ALWAYS_THERE = ["/ask_why", "/ask_person", "/simpler"];

export interface Answer {
  payload: string;
  title: string;
}

/** The ways to answer one question by tapping. Fires `answer` with the payload and the words shown. */
export class QuestionPart extends Part {
  static override properties = {
    question: { attribute: false },
    words: { attribute: false },
    api: { attribute: false },
    busy: { type: Boolean },
    chosen: { state: true },
  };
  declare question: Question;
  declare words: Words;
  declare api: Api;
  declare busy: boolean;
  declare chosen: QuickReply[];

  constructor() {
    super();
    this.chosen = [];
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("question")) this.chosen = [];
  }

  private answer(payload: string, title: string): void {
    if (!this.busy) this.dispatchEvent(new CustomEvent<Answer>("answer", { detail: { payload, title } }));
  }

  private toggle(reply: QuickReply): void {
    const without = this.chosen.filter((one) => one !== reply);
    this.chosen = without.length === this.chosen.length ? [...without, reply] : without;
  }

  private get kind(): InputKind {
    return this.question.input ?? inputOf(this.question.field ?? "");
  }

  protected override render() {
    const { question, kind } = this;
    const facts = question.quickReplies.filter((reply) => valuesIn(reply.payload));
    const others = question.quickReplies.filter((reply) => !valuesIn(reply.payload));
    return html`<div class="question" role="group" aria-label=${question.text} tabindex="-1">
      ${question.sensitive ? html`<p class="hint sensitive">${icon("lock")}${this.words.texts.question.sensitive}</p>` : nothing}
      ${kind === "choices" ? this.several(facts) : this.single(kind, facts)} ${this.aside(others)}
    </div>`;
  }

  private single(kind: InputKind, replies: QuickReply[]) {
    const picker = kind === "number" ? this.number() : kind === "place" ? this.place() : nothing;
    return html`${picker}
      ${replies.length
        ? html`<div class="replies">
            ${replies.map((reply) => this.reply(reply, kind === "place" || kind === "number" ? "reply" : "reply large"))}
          </div>`
        : nothing}`;
  }

  private reply(reply: QuickReply, look: string) {
    return html`<button type="button" class=${look} aria-disabled=${this.busy ? "true" : "false"} @click=${() => this.answer(reply.payload, reply.title)}>
      ${reply.title}
    </button>`;
  }

  private several(replies: QuickReply[]) {
    const { question } = this.words.texts;
    return html`<fieldset class="choices">
      <legend class="hint">${question.choicesHint}</legend>
      ${replies.map(
        (reply) => html`<label class="choice"
          ><input type="checkbox" .checked=${this.chosen.includes(reply)} @change=${() => this.toggle(reply)} /><span>${reply.title}</span></label
        >`,
      )}
      <button type="button" class="primary" ?disabled=${!this.chosen.length} @click=${this.sendChosen}>
        ${icon("check")}${question.choose}
      </button>
    </fieldset>`;
  }

  private sendChosen(): void {
    const payload = mergePayloads(this.chosen.map((reply) => reply.payload));
    this.answer(payload, this.chosen.map((reply) => reply.title).join(", "));
  }

  private number() {
    const field = this.question.field ?? "";
    return html`<leer-route-number
      .field=${field}
      .words=${this.words}
      @pick=${(event: CustomEvent<number>) => this.answer(payloadOf(field, event.detail), this.words.value(field, event.detail))}
    ></leer-route-number>`;
  }

  private place() {
    return html`<leer-route-place
      .words=${this.words}
      .api=${this.api}
      @pick=${({ detail }: CustomEvent<Municipality>) => this.answer(payloadOf("municipality", detail.code), detail.place ?? detail.name)}
    ></leer-route-place>`;
  }

  /** "I don't know" and "rather not say": there, but quieter than the answers. */
  private aside(replies: QuickReply[]) {
    const shown = replies.filter((reply) => !ALWAYS_THERE.includes(reply.payload));
    return shown.length ? html`<div class="replies">${shown.map((reply) => this.reply(reply, "reply light"))}</div>` : nothing;
  }
}

define("leer-route-question", QuestionPart);
