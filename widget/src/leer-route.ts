import { adoptStyles, html, LitElement, nothing, type PropertyValues, unsafeCSS } from "lit";
import { Api } from "./api.js";
import { icon } from "./icons.js";
import { define } from "./parts/element.js";
import { endScreen, startScreen } from "./parts/start.js";
import { toolsPanel } from "./parts/tools.js";
import { keepPreferences, type Preferences, readPreferences, type Theme } from "./preferences.js";
import { changesBetween, countChanges, type RouteChanges } from "./route-changes.js";
import { Speech } from "./speech.js";
import { TabStorage } from "./storage.js";
import base from "./styles/base.css";
import frame from "./styles/frame.css";
import tokens from "./styles/tokens.css";
import { Talk } from "./talk.js";
import { languageOf, loadLanguage, Words } from "./texts.js";
import type { Route } from "./types.js";

type View = "chat" | "route" | "facts";
const VIEWS: [View, string][] = [
  ["chat", "chat"],
  ["route", "route"],
  ["facts", "person"],
];
const NO_CHANGES: RouteChanges = { steps: {}, gone: [] };

/**
 * <leer-route>: the chat and the route of Leerroute in the page of a municipality.
 * Attributes, events and methods are in docs/how-to/embed.md.
 */
export class LeerRoute extends LitElement {
  static override styles = [tokens, base, frame].map((sheet) => unsafeCSS(sheet));
  static override properties = {
    language: { reflect: true },
    municipality: {},
    theme: {},
    mode: { reflect: true },
    api: {},
    name: {},
    view: { state: true },
    version: { state: true },
    toolsOpen: { state: true },
    preferences: { state: true },
    ticked: { state: true },
  };
  declare language: string;
  declare municipality: string | null;
  declare theme: Theme;
  declare mode: "inline" | "button" | "page";
  declare api: string | null;
  declare name: string | null;
  declare view: View;
  declare version: number;
  declare toolsOpen: boolean;
  declare preferences: Preferences;
  declare ticked: string[];

  private client!: Api;
  private talk!: Talk;
  private words = new Words("nl");
  private changes = NO_CHANGES;
  private seenRoute: Route | null = null;
  private prefilled: string | null = null;
  private views: typeof import("./views.js") | null = null;
  private ticks!: TabStorage<string[]>;
  private readonly speech = new Speech(() => this.requestUpdate());

  constructor() {
    super();
    this.language = languageOf(document.documentElement.lang);
    this.municipality = null;
    this.theme = "light";
    this.mode = "inline";
    this.api = null;
    this.name = null;
    this.view = "chat";
    this.version = 0;
    this.toolsOpen = false;
    this.preferences = readPreferences();
    this.ticked = [];
  }

  /** Where style sheets cannot be adopted, Lit makes style elements; these need the page's nonce. */
  protected override createRenderRoot() {
    if (this.nonce) (globalThis as { litNonce?: string }).litNonce ??= this.nonce;
    return super.createRenderRoot();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.talk) return;
    const origin = this.api ?? new URL(import.meta.url).origin;
    const key = `leer-route.${origin}.${this.name ?? [...document.querySelectorAll(this.localName)].indexOf(this)}`;
    this.client = new Api(origin.replace(/\/$/, ""), () => this.words.language);
    this.talk = new Talk(this.client, key, (what) => this.onTalk(what));
    this.ticks = new TabStorage(`${key}.ticked`);
    this.ticked = this.ticks.read() ?? [];
    this.talk.resume();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.speech.stop();
  }

  /** Show the component (button and page mode). */
  open(): void {
    void this.updateComplete.then(() => {
      const dialog = this.frame;
      if (!dialog || dialog.open) return;
      dialog.showModal();
      void this.focusPage();
      this.tell("open");
    });
  }

  close(): void {
    this.frame?.close();
  }

  /** Put a text in the field of the chat; the person sends it. Kept until the talk has started. */
  prefill(text: string): void {
    this.prefilled = text;
    void this.updateComplete.then(() => this.fillIn());
  }

  private get frame(): HTMLDialogElement | null {
    return this.renderRoot.querySelector("dialog.frame");
  }

  private fillIn(): void {
    const field = this.renderRoot.querySelector<HTMLTextAreaElement>("#message");
    if (!field || this.prefilled === null) return;
    field.value = this.prefilled;
    this.prefilled = null;
  }

  /** Events for the host page. They never carry what a person said. */
  private tell(name: string, detail: Record<string, unknown> = {}): void {
    this.dispatchEvent(new CustomEvent(`leer-route-${name}`, { detail, bubbles: true, composed: true }));
  }

  private onTalk(what: string): void {
    this.version++;
    if (what === "case") this.noteChanges();
    if (what === "message") this.readAloud();
    if (["erased", "gone", "start"].includes(what)) this.reset();
    if (what === "started") this.tell("start");
    if (what === "message") this.tell("message", { field: this.talk.question?.field ?? null, done: this.talk.done });
    if (what === "erased") this.tell("erase");
    if (["started", "erased", "gone"].includes(what)) void this.focusPage();
  }

  private noteChanges(): void {
    const now = this.talk.case?.route ?? null;
    const changes = changesBetween(this.seenRoute, now);
    if (countChanges(changes) || !this.seenRoute) this.changes = changes;
    if (now && (countChanges(changes) || !this.seenRoute)) this.tell("route", { steps: now.steps.length, on: now.on });
    this.seenRoute = now ?? this.seenRoute;
  }

  private reset(): void {
    Object.assign(this, { changes: NO_CHANGES, seenRoute: null, view: "chat", toolsOpen: false, ticked: [] });
    this.ticks.clear();
    this.speech.stop();
  }

  private readAloud(): void {
    if (!this.preferences.aloud) return;
    const mine = this.talk.entries.findLastIndex((entry) => entry.from === "person");
    const fresh = this.talk.entries.slice(mine + 1);
    if (fresh[0]) this.speech.read(fresh[0].key, fresh.map((entry) => entry.text).join(" "));
  }

  private async focusPage(): Promise<void> {
    await this.updateComplete;
    this.fillIn();
    this.renderRoot.querySelector<HTMLElement>(".scroll, .page")?.focus({ preventScroll: true });
  }

  private async show(view: View): Promise<void> {
    this.view = view;
    if (view !== "chat") void this.talk.refresh();
    await this.updateComplete;
    const part = this.renderRoot.querySelector<LitElement>(`leer-route-${view}`);
    await part?.updateComplete;
    const page = part?.querySelector<HTMLElement>(".page, .scroll");
    page?.focus({ preventScroll: true });
    this.renderRoot.querySelector("nav")?.scrollIntoView({ block: "nearest" });
  }

  /** Fetch what a talk needs; already while the start screen is read, so that a tap does not have to wait. */
  private async loadViews(): Promise<void> {
    if (this.views) return;
    this.views = await import("./views.js");
    adoptStyles(this.renderRoot as ShadowRoot, [...LeerRoute.elementStyles, ...this.views.styles]);
    this.requestUpdate();
  }

  private async start(): Promise<void> {
    try {
      await this.loadViews();
    } catch {
      return this.talk.cannotStart();
    }
    await this.talk.start(this.municipality);
  }

  private prefer(change: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...change };
    keepPreferences(this.preferences);
    if (change.aloud === false) this.speech.stop();
  }

  private tick(id: string): void {
    this.ticked = this.ticked.includes(id) ? this.ticked.filter((one) => one !== id) : [...this.ticked, id];
    this.ticks.write(this.ticked);
  }

  protected override async scheduleUpdate(): Promise<void> {
    await loadLanguage(languageOf(this.language));
    super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const language = languageOf(this.language);
    if (changed.has("language") || this.words.language !== language) this.words = new Words(language);
    this.speech.choose(language);
    this.dataset.size = this.preferences.size;
    this.dataset.theme = this.preferences.theme ?? this.theme ?? "light";
    this.dataset.ready = "";
  }

  protected override firstUpdated(): void {
    if (this.mode === "page") this.open();
    this.loadViews().catch((error: unknown) => console.warn("leer-route: the talk could not be loaded yet", error));
    this.tell("ready");
  }

  protected override render() {
    if (this.mode === "inline") return html`<section class=${this.fixed ? "frame" : "frame flow"} lang=${this.words.language} aria-label=${this.words.texts.name}>${this.content()}</section> ${this.eraseDialog()}`;
    const { open, name } = this.words.texts;
    return html`<button type="button" class="opener" @click=${() => this.open()}>${icon("route")}<span>${open}</span></button>
      <dialog class="frame" lang=${this.words.language} aria-label=${name} @close=${() => this.tell("close")}>${this.content()}</dialog>
      ${this.eraseDialog()}`;
  }

  /** The talk has its own scroll area; the other views flow with the page. */
  private get fixed(): boolean {
    return this.talk.phase === "talking" && this.view === "chat";
  }

  private content() {
    const talking = this.talk.phase === "talking";
    return html`${this.header()} ${this.toolsOpen ? this.tools() : nothing} ${talking ? this.tabs() : nothing}
      <div class="body">${!talking ? this.screen() : this.views ? this.talkView() : nothing}</div>`;
  }

  private screen() {
    const { talk, words } = this;
    if (talk.phase === "erased" || talk.phase === "gone") return endScreen(talk, words, () => talk.toStart());
    return startScreen(talk, words, () => void this.start());
  }

  private header() {
    const { texts } = this.words;
    return html`<header>
      <span class="logo">${icon("route")}</span>
      <h2>${texts.name}<small>${texts.robot}</small></h2>
      <button
        type="button"
        class="head"
        aria-expanded=${this.toolsOpen ? "true" : "false"}
        aria-controls=${this.toolsOpen ? "tools" : nothing}
        @click=${() => (this.toolsOpen = !this.toolsOpen)}
      >
        ${icon("tools")}<span>${texts.tools.label}</span>
      </button>
      ${this.mode === "inline"
        ? nothing
        : html`<button type="button" class="head" @click=${() => this.close()}>${icon("close")}<span>${texts.close}</span></button>`}
    </header>`;
  }

  private tabs() {
    const { views } = this.words.texts;
    return html`<nav aria-label=${views.label}>
      ${VIEWS.map(
        ([view, symbol]) => html`<button
          type="button"
          aria-current=${this.view === view ? "page" : nothing}
          @click=${() => void this.show(view)}
        >
          ${icon(symbol)}<span>${views[view]}</span>
        </button>`,
      )}
    </nav>`;
  }

  private talkView() {
    const { talk, version, words, client, view } = this;
    const go = (event: CustomEvent<View>) => void this.show(event.detail);
    if (view === "route")
      return html`<leer-route-route
        .talk=${talk} .version=${version} .words=${words} .api=${client} .changes=${this.changes} .ticked=${this.ticked}
        @view=${go} @tick=${(event: CustomEvent<string>) => this.tick(event.detail)} @take=${() => this.views?.printAlone(this)}
      ></leer-route-route>`;
    if (view === "facts")
      return html`<leer-route-facts
        .talk=${talk} .version=${version} .words=${words} .api=${client} .changes=${countChanges(this.changes)} @view=${go}
      ></leer-route-facts>`;
    return html`<leer-route-chat
      .talk=${talk} .version=${version} .words=${words} .api=${client} .speech=${this.speech} @view=${go}
    ></leer-route-chat>`;
  }

  private tools() {
    return toolsPanel({
      words: this.words,
      preferences: this.preferences,
      theme: (this.dataset.theme ?? "light") as Theme,
      canRead: this.speech.possible,
      talking: this.talk.phase === "talking",
      change: (change) => this.prefer(change),
      stop: () => this.renderRoot.querySelector<HTMLDialogElement>("dialog.erase")?.showModal(),
    });
  }

  private eraseDialog() {
    const { erase, errors } = this.words.texts;
    const close = () => this.renderRoot.querySelector<HTMLDialogElement>("dialog.erase")?.close();
    const confirm = () => void this.talk.erase().then((erased) => erased && close());
    return html`<dialog class="erase" lang=${this.words.language} aria-labelledby="erase-title">
      <h3 id="erase-title">${erase.title}</h3>
      <p>${erase.text}</p>
      <p>${erase.keep}</p>
      ${this.talk.error ? html`<p class="wrong" role="alert">${this.talk.error.detail ?? errors.load}</p>` : nothing}
      <div class="replies">
        <button type="button" class="reply" @click=${close}>${erase.no}</button>
        <button type="button" class="primary danger" @click=${confirm}>${icon("bin")}${erase.yes}</button>
      </div>
    </dialog>`;
  }
}

define("leer-route", LeerRoute);
