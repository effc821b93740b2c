import { adoptStyles, html, LitElement, nothing, type PropertyValues, unsafeCSS } from "lit";
import { Api } from "./api.js";
import { takeCode, pageAddress } from "./fragment.js";
import { eraseDialog, header, inlineFrame, tabs, type View, windowFrame } from "./frame.js";
import { define } from "./parts/element.js";
import { endScreen, startScreen } from "./parts/start.js";
import { toolsPanel } from "./parts/tools.js";
import { keepPreferences, type Preferences, readPreferences, type Theme } from "./preferences.js";
import { RouteWatch } from "./route-changes.js";
import { Speech } from "./speech.js";
import base from "./styles/base.css";
import frame from "./styles/frame.css";
import tokens from "./styles/tokens.css";
import { Talk } from "./talk.js";
import { Ticks } from "./ticks.js";
import { languageOf, loadLanguage, Words } from "./texts.js";

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
    page: {},
    view: { state: true },
    version: { state: true },
    toolsOpen: { state: true },
    preferences: { state: true },
    code: { state: true },
  };
  declare language: string;
  declare municipality: string | null;
  declare theme: Theme;
  declare mode: "inline" | "button" | "page";
  declare api: string | null;
  declare name: string | null;
  declare page: string | null;
  declare view: View;
  declare version: number;
  declare toolsOpen: boolean;
  declare preferences: Preferences;
  /** Of a QR code that was scanned on another device. */
  declare code: string | null;

  private client!: Api;
  private talk!: Talk;
  private words = new Words("nl");
  private readonly watch = new RouteWatch();
  private prefilled: string | null = null;
  private views: typeof import("./views.js") | null = null;
  private ticks!: Ticks;
  private readonly speech = new Speech(() => this.requestUpdate());

  constructor() {
    super();
    this.language = languageOf(document.documentElement.lang);
    Object.assign(this, { municipality: null, theme: "light", mode: "inline", api: null, name: null, page: null });
    Object.assign(this, { view: "chat", version: 0, toolsOpen: false, code: null });
    this.preferences = readPreferences();
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
    this.ticks = new Ticks(`${key}.ticked`);
    this.talk.resume();
    this.code = takeCode();
    if (this.code && this.mode === "button") this.open();
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

  private get eraseWindow(): HTMLDialogElement | null {
    return this.renderRoot.querySelector("dialog.erase");
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
    if (what === "case") this.noteRoute();
    if (what === "message" && this.preferences.aloud) this.speech.readNewest(this.talk.entries);
    if (["erased", "gone", "start"].includes(what)) this.reset();
    if (what === "started") this.tell("start");
    if (what === "message") this.tell("message", { field: this.talk.question?.field ?? null, done: this.talk.done });
    if (what === "erased") this.tell("erase");
    if (["started", "erased", "gone"].includes(what)) void this.focusPage();
  }

  private noteRoute(): void {
    const route = this.talk.case?.route ?? null;
    if (this.watch.sees(route) && route) this.tell("route", { steps: route.steps.length, on: route.on });
  }

  private reset(): void {
    this.watch.forget();
    Object.assign(this, { view: "chat", toolsOpen: false });
    this.ticks.clear();
    this.speech.stop();
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

  /** Go on with a talk of another device. */
  private async goOn(code: string): Promise<void> {
    try {
      await this.loadViews();
    } catch {
      return this.talk.cannotStart();
    }
    if (!(await this.talk.goOn(code, this.words.texts.chat.welcomeBack))) return;
    this.code = null;
    this.preferences = { ...this.preferences, simple: this.talk.case?.simpleWords ?? this.preferences.simple };
    keepPreferences(this.preferences);
  }

  private prefer(change: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...change };
    keepPreferences(this.preferences);
    if (change.aloud === false) this.speech.stop();
    if (change.simple !== undefined) void this.talk.useSimpleWords(change.simple);
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
    const { talk, words, mode, fixed } = this;
    const erase = eraseDialog(talk, words, () => this.eraseWindow?.close());
    const events = { open: () => this.open(), closed: () => this.tell("close") };
    return html`${mode === "inline" ? inlineFrame(words, fixed, this.content()) : windowFrame(words, events, this.content())} ${erase}`;
  }

  /** The talk has its own scroll area; the other views flow with the page. */
  private get fixed(): boolean {
    return this.talk.phase === "talking" && this.view === "chat";
  }

  private content() {
    const talking = this.talk.phase === "talking";
    const top = header({
      words: this.words,
      toolsOpen: this.toolsOpen,
      toggle: () => (this.toolsOpen = !this.toolsOpen),
      close: this.mode === "inline" ? null : () => this.close(),
    });
    return html`${top} ${this.toolsOpen ? this.tools() : nothing}
      ${talking ? tabs(this.words, this.view, (view) => void this.show(view)) : nothing}
      <div class="body">${!talking ? this.screen() : this.talkView()}</div>`;
  }

  private screen() {
    const { talk, words } = this;
    if (talk.phase === "erased" || talk.phase === "gone") return endScreen(talk, words, () => talk.toStart());
    return startScreen({ talk, words, code: this.code, start: () => void this.start(), goOn: (code) => void this.goOn(code) });
  }

  private talkView() {
    return this.views?.talkView(this.view, {
      talk: this.talk,
      version: this.version,
      words: this.words,
      api: this.client,
      changes: this.watch.changes,
      ticked: this.ticks.ids,
      simple: this.preferences.simple,
      page: this.page ?? pageAddress(),
      speech: this.speech,
      go: (view) => void this.show(view),
      tick: (id) => {
        this.ticks.toggle(id);
        this.version++;
      },
      print: () => this.views?.printAlone(this),
    });
  }

  private tools() {
    return toolsPanel({
      words: this.words,
      preferences: this.preferences,
      theme: (this.dataset.theme ?? "light") as Theme,
      canRead: this.speech.possible,
      talking: this.talk.phase === "talking",
      change: (change) => this.prefer(change),
      stop: () => this.eraseWindow?.showModal(),
    });
  }
}

define("leer-route", LeerRoute);
