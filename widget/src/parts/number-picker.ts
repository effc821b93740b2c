import { html, nothing } from "lit";
import { type NumberRange, NUMBERS } from "../fields.js";
import { icon } from "../icons.js";
import { fill, type Words } from "../texts.js";
import { define, Part } from "./element.js";

const ANY_NUMBER: NumberRange = { min: 0, max: 100, start: 10 };

/** A number by tapping, sliding or typing. Fires `pick` with the number. */
export class NumberPicker extends Part {
  static override properties = { field: {}, words: { attribute: false }, value: { type: Number }, button: {}, wrong: { state: true } };
  declare field: string;
  declare words: Words;
  declare value: number | null;
  declare button: string | null;
  declare wrong: boolean;

  private get range(): NumberRange {
    return NUMBERS[this.field] ?? ANY_NUMBER;
  }

  private get current(): number {
    return this.value ?? this.range.start;
  }

  private set(value: number): void {
    const { min, max } = this.range;
    this.wrong = Number.isNaN(value) || value < min || value > max;
    if (!Number.isNaN(value)) this.value = Math.round(value);
  }

  private step(by: number): void {
    const { min, max } = this.range;
    this.set(Math.min(max, Math.max(min, this.current + by)));
  }

  private pick(event: Event): void {
    event.preventDefault();
    this.set(this.current);
    if (this.wrong) return this.renderRoot.querySelector("input")?.focus();
    this.dispatchEvent(new CustomEvent("pick", { detail: this.current }));
  }

  protected override render() {
    const { texts } = this.words;
    const shown = this.words.value(this.field, this.current);
    return html`<form class="number" novalidate @submit=${this.pick}>
      <div class="stepper">
        <button type="button" class="round" aria-label=${texts.question.less} @click=${() => this.step(-1)}>−</button>
        ${this.typed()}
        <button type="button" class="round" aria-label=${texts.question.more} @click=${() => this.step(1)}>+</button>
      </div>
      ${this.slider()}
      ${this.wrong ? html`<p class="wrong" id="number-wrong" role="alert">${fill(texts.question.outOfRange, { ...this.range })}</p>` : nothing}
      <button class="primary" type="submit">${icon("check")}${this.button ?? fill(texts.question.thisNumber, { n: shown })}</button>
    </form>`;
  }

  private typed() {
    return html`<span class="typed">
      <input
        inputmode="numeric"
        pattern="[0-9]*"
        autocomplete="off"
        aria-label=${`${this.words.field(this.field)} (${this.unit()})`}
        aria-invalid=${this.wrong ? "true" : "false"}
        aria-describedby=${this.wrong ? "number-wrong" : nothing}
        .value=${String(this.current)}
        @change=${(event: Event) => this.set(Number.parseInt((event.target as HTMLInputElement).value, 10))}
      /><span aria-hidden="true">${this.unit()}</span></span
    >`;
  }

  private slider() {
    const { min, max } = this.range;
    return html`<input
      type="range"
      min=${min}
      max=${max}
      .value=${String(this.current)}
      aria-label=${this.words.field(this.field)}
      aria-valuetext=${this.words.value(this.field, this.current)}
      @input=${(event: Event) => this.set(Number((event.target as HTMLInputElement).value))}
    />`;
  }

  private unit(): string {
    return (this.words.texts.units as Record<string, string>)[this.field] ?? "";
  }
}

define("leer-route-number", NumberPicker);
