import { html, nothing, svg } from "lit";
import { ApiError } from "../api.js";
import { icon } from "../icons.js";
import { mailAddress } from "../mail.js";
import type { Talk } from "../talk.js";
import { fill, type Words } from "../texts.js";
import type { Code, Route } from "../types.js";
import { define, Part } from "./element.js";

const FILES = { pdf: "leerroute.pdf", calendar: "leerroute.ics" } as const;
type Kind = keyof typeof FILES;

/** The ways to take the route along: on paper, as a file, in a calendar, by mail, or to another device with a code. */
export class TakeAlongPart extends Part {
  static override properties = {
    talk: { attribute: false },
    words: { attribute: false },
    route: { attribute: false },
    page: {},
    busy: { state: true },
    said: { state: true },
    failed: { state: true },
    code: { state: true },
  };
  declare talk: Talk;
  declare words: Words;
  declare route: Route;
  declare page: string;
  declare busy: boolean;
  declare said: string;
  declare failed: string;
  declare code: Code | null;

  constructor() {
    super();
    this.busy = false;
    this.said = "";
    this.failed = "";
    this.code = null;
  }

  /** One thing at a time; a failure is told, and can be tried again. */
  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    Object.assign(this, { busy: true, said: "", failed: "" });
    try {
      await work();
    } catch (error) {
      this.failed = (error instanceof ApiError && error.detail) || this.words.texts.errors.load;
    }
    this.busy = false;
  }

  private file(kind: Kind): Promise<void> {
    return this.attempt(async () => {
      save(await this.talk.file(kind), FILES[kind]);
      this.said = this.words.texts.take.saved;
    });
  }

  private makeCode(): Promise<void> {
    return this.attempt(async () => {
      this.code = await this.talk.code(this.page);
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(".code")?.focus();
    });
  }

  protected override render() {
    const { take } = this.words.texts;
    return html`<section class="take no-print" aria-labelledby="take" aria-busy=${this.busy ? "true" : "false"}>
      <h4 id="take">${take.title}</h4>
      <div class="ways">
        ${this.way("print", take.print, () => this.dispatchEvent(new CustomEvent("print")))}
        ${this.way("file", take.pdf, () => void this.file("pdf"))}
        ${this.way("calendar", take.calendar, () => void this.file("calendar"))}
        <a class="reply" href=${mailAddress(this.route, this.words)}>${icon("mail")}<span>${take.mail}</span></a>
        ${this.way("phone", take.elsewhere, () => void this.makeCode())}
      </div>
      <p role="status" class=${this.said ? "hint" : "unseen"}>${this.said}</p>
      ${this.failed ? html`<p class="wrong" role="alert">${this.failed}</p>` : nothing} ${this.code ? this.codeCard(this.code) : nothing}
    </section>`;
  }

  private way(symbol: string, text: string, act: () => void) {
    return html`<button type="button" class="reply" aria-disabled=${this.busy ? "true" : "false"} @click=${act}>
      ${icon(symbol)}<span>${text}</span>
    </button>`;
  }

  private codeCard({ code, expiresAt, qr }: Code) {
    const { take } = this.words.texts;
    return html`<div class="code" role="group" aria-labelledby="code-title" tabindex="-1">
      <h5 id="code-title">${take.codeTitle}</h5>
      <ol>
        ${take.codeSteps.map((text) => html`<li>${fill(text, { page: this.page.replace(/^https?:\/\//, "") })}</li>`)}
      </ol>
      <p class="letters">${code}</p>
      ${qr ? picture(qr, take.qr) : nothing}
      <p class="hint">${icon("clock")}<span>${fill(take.codeUntil, { time: this.words.time(expiresAt) })}</span></p>
    </div>`;
  }
}

/** Drawn by the page itself: there is no picture to load. */
function picture({ size, path }: { size: number; path: string }, label: string) {
  return html`<svg class="qr" viewBox=${`0 0 ${size} ${size}`} role="img" aria-label=${label} shape-rendering="crispEdges">
    ${svg`<rect width=${size} height=${size} fill="#fff"/><path d=${path} fill="#000"/>`}
  </svg>`;
}

function save(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

define("leer-route-take", TakeAlongPart);
