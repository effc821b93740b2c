import { html, nothing } from "lit";
import type { Api } from "../api.js";
import { inputOf, isYesNo, payloadOf, valuesIn } from "../fields.js";
import { icon } from "../icons.js";
import type { Talk } from "../talk.js";
import { fill, type Words } from "../texts.js";
import type { Fact, Question, QuickReply, Value } from "../types.js";
import { define, Part } from "./element.js";
import type { Answer } from "./question.js";

/** What is known, where it came from, and correcting it there. */
export class FactsPart extends Part {
  static override properties = {
    talk: { attribute: false },
    version: { type: Number },
    words: { attribute: false },
    api: { attribute: false },
    changes: { type: Number },
    editing: { state: true },
    saved: { state: true },
  };
  declare talk: Talk;
  declare version: number;
  declare words: Words;
  declare api: Api;
  declare changes: number;
  declare editing: string | null;
  declare saved: boolean;

  constructor() {
    super();
    this.editing = null;
    this.saved = false;
  }

  private async save(field: string, value: Value | null): Promise<void> {
    this.saved = await this.talk.correct({ [field]: value });
    if (!this.saved) return;
    this.editing = null;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".saved")?.focus();
  }

  private async edit(field: string): Promise<void> {
    this.editing = field;
    this.saved = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".fact-editor")?.focus();
  }

  private async cancel(field: string): Promise<void> {
    this.editing = null;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-field="${field}"] button`)?.focus();
  }

  protected override render() {
    const { facts } = this.words.texts;
    const known = this.talk.case?.facts ?? [];
    return html`<div class="page" tabindex="-1">
      <h3>${facts.title}</h3>
      ${this.notice()}
      <p>${known.length ? facts.intro : facts.empty}</p>
      <ul class="facts">
        ${known.map((fact) => this.fact(fact))}
      </ul>
      ${this.talk.case ? html`<p class="hint">${fill(facts.expires, { date: this.words.date(this.talk.case.expiresAt) })}</p>` : nothing}
    </div>`;
  }

  private notice() {
    const { facts, errors } = this.words.texts;
    if (this.talk.error) return html`<p class="wrong" role="alert">${this.talk.error.detail ?? errors.load}</p>`;
    const text = `${facts.saved} ${this.changes ? facts.routeChanged : facts.routeSame}`;
    return html`<div class=${this.saved ? "saved" : ""} tabindex="-1">
      <p role="status">${this.saved ? html`${icon("check")}${text}` : nothing}</p>
      ${this.saved
        ? html`<button type="button" class="quiet" @click=${() => this.dispatchEvent(new CustomEvent("view", { detail: "route" }))}>
            ${facts.seeRoute}
          </button>`
        : nothing}
    </div>`;
  }

  private fact(fact: Fact) {
    const { facts } = this.words.texts;
    const name = fact.label ?? this.words.field(fact.field);
    return html`<li data-field=${fact.field}>
      <div class="fact">
        <div>
          <h4>${name}</h4>
          <p class="value">${this.value(fact)}</p>
          <p class="hint">${this.source(fact)}</p>
        </div>
        ${this.editing === fact.field
          ? nothing
          : html`<button type="button" class="quiet" @click=${() => this.edit(fact.field)}>
              ${icon("edit")}<span>${facts.edit}<span class="unseen"> (${name})</span></span>
            </button>`}
      </div>
      ${this.editing === fact.field ? this.editor(fact, name) : nothing}
    </li>`;
  }

  /** In the words of the API; a number with its unit. */
  private value(fact: Fact): string {
    const own = this.words.value(fact.field, fact.value);
    return typeof fact.value === "number" ? own : (fact.valueLabel ?? own);
  }

  private source(fact: Fact): string {
    const texts: Record<string, string> = this.words.texts.facts.source;
    const kind = fact.source === "quote" && !fact.quote ? "tap" : fact.source;
    return fill(texts[kind] ?? "", { quote: fact.quote ?? "" });
  }

  private editor(fact: Fact, name: string) {
    const { facts, chat } = this.words.texts;
    return html`<div class="fact-editor editor" role="group" aria-label=${name} tabindex="-1">
      ${inputOf(fact.field) === "text" ? this.freeText(fact, name) : this.picker(fact, name)}
      <div class="replies quiet">
        <button type="button" class="quiet" @click=${() => this.save(fact.field, null)}>${icon("bin")}${facts.remove}</button>
        <button type="button" class="quiet" @click=${() => this.cancel(fact.field)}>${chat.cancel}</button>
      </div>
    </div>`;
  }

  private picker(fact: Fact, name: string) {
    const question: Question = { field: null, text: name, input: inputOf(fact.field), quickReplies: this.options(fact.field) };
    if (question.input === "number") return this.number(fact);
    return html`<leer-route-question
      .question=${question}
      .words=${this.words}
      .api=${this.api}
      .busy=${this.talk.busy}
      @answer=${(event: CustomEvent<Answer>) => this.save(fact.field, valuesIn(event.detail.payload)?.[fact.field] ?? null)}
    ></leer-route-question>`;
  }

  private number(fact: Fact) {
    return html`<leer-route-number
      .field=${fact.field}
      .value=${fact.value}
      .words=${this.words}
      .button=${this.words.texts.facts.save}
      @pick=${(event: CustomEvent<number>) => this.save(fact.field, event.detail)}
    ></leer-route-number>`;
  }

  private freeText(fact: Fact, name: string) {
    const save = (event: SubmitEvent) => {
      event.preventDefault();
      const text = this.renderRoot.querySelector<HTMLInputElement>(".fact-editor input")?.value.trim();
      void this.save(fact.field, text || null);
    };
    return html`<form class="row" @submit=${save}>
      <input type="text" maxlength="120" aria-label=${name} .value=${String(fact.value)} />
      <button type="submit" class="primary">${this.words.texts.facts.save}</button>
    </form>`;
  }

  private options(field: string): QuickReply[] {
    const { words } = this;
    if (isYesNo(field)) return [true, false].map((value) => ({ title: words.value(field, value), payload: payloadOf(field, value) }));
    const several = inputOf(field) === "choices";
    return words.choices(field).map(([value, title]) => ({ title, payload: payloadOf(field, several ? [value] : value) }));
  }
}

define("leer-route-facts", FactsPart);
