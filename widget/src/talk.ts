import { type Api, ApiError } from "./api.js";
import { TabStorage } from "./storage.js";
import type { BotMessage, Case, Code, Progress, Question, QuickReply, Turn, Value } from "./types.js";

/** One line of the talk as shown. A person's line that failed keeps its payload, so it can be sent again. */
export interface Entry {
  key: number;
  from: "bot" | "person";
  text: string;
  payload?: string;
  /** The same for each try: the API counts the message once. */
  once?: string;
  state?: "sending" | "failed";
  error?: string | null;
  answered?: Question | null;
}

export type Phase = "start" | "starting" | "talking" | "gone" | "erased";

interface Kept {
  id: string;
  token: string;
  entries: Entry[];
  question: Question | null;
  quickReplies: QuickReply[];
  progress: Progress | null;
  done: boolean;
}

/** More than this is not kept in the tab: the route and the facts are at the API. */
const KEPT_ENTRIES = 200;

/** One talk with the API: its lines, the open question, the case; and what can be done with it. */
export class Talk {
  phase: Phase = "start";
  entries: Entry[] = [];
  question: Question | null = null;
  quickReplies: QuickReply[] = [];
  progress: Progress | null = null;
  done = false;
  busy = false;
  error: ApiError | null = null;
  case: Case | null = null;
  resumed = false;

  private id = "";
  private token = "";
  private nextKey = 1;
  private readonly storage: TabStorage<Kept>;

  constructor(
    private readonly api: Api,
    storageKey: string,
    private readonly changed: (what: string) => void,
  ) {
    this.storage = new TabStorage(storageKey);
  }

  /** Take up the talk of before a reload. */
  resume(): void {
    const kept = this.storage.read();
    if (!kept?.id || !kept.token) return;
    ({ id: this.id, token: this.token } = kept);
    this.entries = (kept.entries ?? []).map((entry) => (entry.state === "sending" ? { ...entry, state: "failed" } : entry));
    this.nextKey = Math.max(0, ...this.entries.map((entry) => entry.key)) + 1;
    this.question = kept.question ?? null;
    this.quickReplies = kept.quickReplies ?? [];
    this.progress = kept.progress ?? null;
    this.done = kept.done ?? false;
    this.phase = "talking";
    this.resumed = true;
    void this.refresh();
  }

  async start(municipality: string | null): Promise<void> {
    if (this.phase === "starting") return;
    this.phase = "starting";
    this.error = null;
    this.changed("starting");
    try {
      const started = await this.api.start(municipality);
      this.forget();
      ({ id: this.id, token: this.token } = started);
      this.phase = "talking";
      this.take(started);
      this.changed("started");
    } catch (error) {
      this.phase = "start";
      this.error = asApiError(error);
      this.changed("error");
    }
  }

  /** Go on with a talk of another device: its code gives us a token. True when it worked. */
  async goOn(code: string, welcome: string): Promise<boolean> {
    this.error = null;
    this.changed("starting");
    try {
      const found = await this.api.goOn(code);
      this.forget();
      ({ id: this.id, token: this.token } = found);
      await this.refresh();
      if (!this.case) return false;
    } catch (error) {
      this.error = asApiError(error);
      this.changed("error");
      return false;
    }
    const lines = [welcome, this.question?.text].filter((text): text is string => !!text);
    this.entries = lines.map((text): Entry => ({ key: this.nextKey++, from: "bot", text }));
    this.phase = "talking";
    this.keep();
    this.changed("started");
    return true;
  }

  /** A code with which another device can go on. */
  code(page: string): Promise<Code> {
    return this.api.code(this.id, this.token, page);
  }

  /** The route as a file. */
  file(kind: "pdf" | "calendar"): Promise<Blob> {
    return this.api.file(this.id, this.token, kind);
  }

  /** Also the talk remembers it, for another device. That fails in silence: this device keeps it itself. */
  async useSimpleWords(on: boolean): Promise<void> {
    if (this.phase === "talking") await this.api.useSimpleWords(this.id, this.token, on).catch(() => undefined);
  }

  /** The talk's own code could not be fetched: the same to a person as no connection. */
  cannotStart(): void {
    this.error = new ApiError(0, null);
    this.changed("error");
  }

  /** Send a text or a payload; `shown` is what the person sees of it. One at a time: a second tap does nothing. */
  async send(payload: string, shown = payload): Promise<void> {
    if (this.busy || this.phase !== "talking" || !payload.trim()) return;
    const waiting = this.entries.filter((entry) => entry.state !== "failed");
    const entry: Entry = { key: this.nextKey++, from: "person", text: shown, payload, once: newKey(), answered: this.question };
    this.entries = [...waiting, entry];
    await this.deliver(entry);
  }

  async retry(key: number): Promise<void> {
    const entry = this.entries.find((one) => one.key === key && one.state === "failed");
    if (entry && !this.busy) await this.deliver(entry);
  }

  private async deliver(entry: Entry): Promise<void> {
    this.busy = true;
    this.replace(entry.key, { state: "sending", error: null });
    this.keep();
    this.changed("sending");
    try {
      const turn = await this.api.send(this.id, this.token, entry.payload ?? entry.text, entry.once ?? newKey());
      this.replace(entry.key, { state: undefined });
      this.take(turn);
      this.busy = false;
      this.changed("message");
      if (turn.done || turn.messages.some((message) => "route" in message)) await this.refresh();
    } catch (error) {
      this.busy = false;
      this.fail(entry.key, asApiError(error));
    }
  }

  private fail(key: number, error: ApiError): void {
    if (error.status === 404 || error.status === 401) return this.lost();
    this.replace(key, { state: "failed", error: error.detail ?? (error.status ? "server" : "network") });
    this.keep();
    this.changed("error");
  }

  /** Read the case: facts, barriers, route. A case that is gone ends the talk. */
  async refresh(): Promise<void> {
    try {
      const read = await this.api.read(this.id, this.token);
      this.case = read;
      if (read.question !== undefined) this.question = read.question;
      if (read.progress) this.progress = read.progress;
      this.done = read.done ?? this.done;
      this.error = null;
      this.keep();
      this.changed("case");
    } catch (error) {
      const problem = asApiError(error);
      if (problem.status === 404 || problem.status === 401) return this.lost();
      this.error = problem;
      this.changed("error");
    }
  }

  /** Correct facts; null makes one unknown again. True when it worked. */
  async correct(changes: Record<string, Value | null>): Promise<boolean> {
    this.busy = true;
    this.changed("sending");
    try {
      await this.api.correct(this.id, this.token, changes);
      await this.refresh();
      return true;
    } catch (error) {
      this.error = asApiError(error);
      return false;
    } finally {
      this.busy = false;
      this.changed("corrected");
    }
  }

  /** Delete everything, here and at the API. A case that was gone already counts as deleted. */
  async erase(): Promise<boolean> {
    try {
      await this.api.erase(this.id, this.token);
    } catch (error) {
      const problem = asApiError(error);
      if (problem.status !== 404) {
        this.error = problem;
        this.changed("error");
        return false;
      }
    }
    this.forget();
    this.phase = "erased";
    this.changed("erased");
    return true;
  }

  toStart(): void {
    this.forget();
    this.phase = "start";
    this.changed("start");
  }

  private take(turn: Turn): void {
    const said = turn.messages.filter((message): message is BotMessage & { text: string } => !!message.text);
    this.entries = [
      ...this.entries,
      ...said.map((message): Entry => ({ key: this.nextKey++, from: "bot", text: message.text })),
    ];
    this.question = turn.question;
    this.quickReplies = turn.messages.flatMap((message) => message.quickReplies ?? []);
    this.progress = turn.progress ?? null;
    this.done = turn.done ?? false;
    this.keep();
  }

  private replace(key: number, change: Partial<Entry>): void {
    this.entries = this.entries.map((entry) => (entry.key === key ? { ...entry, ...change } : entry));
  }

  private lost(): void {
    this.forget();
    this.phase = "gone";
    this.changed("gone");
  }

  private forget(): void {
    this.storage.clear();
    Object.assign(this, { entries: [], question: null, quickReplies: [], progress: null, done: false, case: null });
    Object.assign(this, { error: null, busy: false, resumed: false, id: "", token: "" });
  }

  private keep(): void {
    const { id, token, question, quickReplies, progress, done } = this;
    if (id) this.storage.write({ id, token, entries: this.entries.slice(-KEPT_ENTRIES), question, quickReplies, progress, done });
  }
}

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError(0, null);
}
