import { html, nothing } from "lit";
import type { Api } from "../api.js";
import { icon } from "../icons.js";
import { fill, type Words } from "../texts.js";
import type { Municipality } from "../types.js";
import { define, Part } from "./element.js";

const WAIT_MS = 200;

/** Search a municipality by name; the suggestions are buttons one can tab to. Fires `pick` with the municipality. */
export class PlaceSearch extends Part {
  static override properties = {
    words: { attribute: false },
    api: { attribute: false },
    query: { state: true },
    found: { state: true },
    failed: { state: true },
  };
  declare words: Words;
  declare api: Api;
  declare query: string;
  declare found: Municipality[] | null;
  declare failed: boolean;
  private timer = 0;
  private latest = 0;

  constructor() {
    super();
    this.query = "";
    this.found = null;
    this.failed = false;
  }

  private typed(event: Event): void {
    this.query = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.search(), WAIT_MS);
  }

  /** Only the answer to the latest search counts: slow answers can overtake each other. */
  private async search(): Promise<void> {
    const turn = ++this.latest;
    if (this.query.length < 2) {
      this.found = null;
      return;
    }
    try {
      const found = await this.api.municipalities(this.query);
      if (turn !== this.latest) return;
      this.found = found.slice(0, 6);
      this.failed = false;
    } catch {
      if (turn === this.latest) this.failed = true;
    }
  }

  private pick(place: Municipality): void {
    this.dispatchEvent(new CustomEvent("pick", { detail: place }));
  }

  private submit(event: Event): void {
    event.preventDefault();
    clearTimeout(this.timer);
    void this.search();
  }

  protected override render() {
    const { question } = this.words.texts;
    return html`<form class="place" role="search" @submit=${this.submit}>
      <label for="place-query">${question.place}</label>
      <p class="hint" id="place-hint">${question.placeHint}</p>
      <span class="field-with-icon">${icon("place")}<input
        id="place-query"
        type="text"
        autocomplete="off"
        autocapitalize="words"
        spellcheck="false"
        aria-describedby="place-hint"
        @input=${this.typed}
      /></span>
      <p role="status" class=${this.found?.length ? "unseen" : "hint"}>${this.status()}</p>
      ${this.found?.length ? this.suggestions(this.found) : nothing}
    </form>`;
  }

  private status(): string {
    const { question } = this.words.texts;
    if (this.failed) return question.placeFailed;
    if (!this.found) return "";
    return this.found.length ? fill(question.placeCount, { n: this.found.length }) : question.placeNone;
  }

  private suggestions(found: Municipality[]) {
    return html`<ul class="suggestions">
      ${found.map(
        (place) => html`<li>
          <button type="button" class="reply" @click=${() => this.pick(place)}>
            ${place.place && place.place !== place.name ? `${place.place} (${place.name})` : place.name}
            ${place.province ? html`<small>${place.province}</small>` : nothing}
          </button>
        </li>`,
      )}
    </ul>`;
  }
}

define("leer-route-place", PlaceSearch);
