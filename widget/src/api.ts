import type { Case, Code, Municipality, Started, Turn, Value } from "./types.js";

/** The server is there, but the site the component stands in is not on its list. */
export const NOT_ALLOWED = -1;

/** Why a call failed: `detail` is a sentence of the API for people, `status` 0 means no connection. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string | null,
  ) {
    super(detail ?? `status ${status}`);
  }
}

const TIMEOUT_MS = 45_000;

/** The calls of the API that the component needs; it keeps no state. */
export class Api {
  constructor(
    private readonly base: string,
    private readonly language: () => string,
  ) {}

  start(municipality: string | null): Promise<Started> {
    const body = { consent: true, language: this.language(), channel: "widget", ...(municipality && { municipality }) };
    return this.call("POST", "/conversations", { body });
  }

  /** `key` is the same when a message is sent again, so that it counts once. */
  send(id: string, token: string, text: string, key: string): Promise<Turn> {
    return this.call("POST", `/conversations/${encodeURIComponent(id)}/messages`, { token, body: { text }, key });
  }

  read(id: string, token: string): Promise<Case> {
    return this.call("GET", `/conversations/${encodeURIComponent(id)}`, { token });
  }

  correct(id: string, token: string, changes: Record<string, Value | null>): Promise<unknown> {
    return this.call("PATCH", `/conversations/${encodeURIComponent(id)}/profile`, { token, body: changes });
  }

  async erase(id: string, token: string): Promise<void> {
    await this.call("DELETE", `/conversations/${encodeURIComponent(id)}`, { token });
  }

  code(id: string, token: string, page: string): Promise<Code> {
    return this.call("POST", `/conversations/${encodeURIComponent(id)}/codes`, { token, body: { page } });
  }

  goOn(code: string): Promise<{ id: string; token: string }> {
    return this.call("POST", "/continuations", { body: { code } });
  }

  async file(id: string, token: string, kind: string): Promise<Blob> {
    return (await this.answered("GET", `/conversations/${encodeURIComponent(id)}/${kind}`, { token })).blob();
  }

  async useSimpleWords(id: string, token: string, on: boolean): Promise<void> {
    await this.call("PATCH", `/conversations/${encodeURIComponent(id)}`, { token, body: { simpleWords: on } });
  }

  async municipalities(query: string): Promise<Municipality[]> {
    const found = await this.call<Municipality[] | { items?: Municipality[]; municipalities?: Municipality[] }>(
      "GET",
      `/municipalities?query=${encodeURIComponent(query)}`,
      {},
    );
    return Array.isArray(found) ? found : (found.items ?? found.municipalities ?? []);
  }

  private async call<T>(method: string, path: string, options: CallOptions): Promise<T> {
    const response = await this.answered(method, path, options);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  private async answered(method: string, path: string, options: CallOptions): Promise<Response> {
    const response = await this.fetched(method, path, options);
    if (!response.ok) throw new ApiError(response.status, await detailOf(response));
    return response;
  }

  private async fetched(method: string, path: string, { token, body, key }: CallOptions): Promise<Response> {
    const headers: Record<string, string> = { Accept: "application/json", "Accept-Language": this.language() };
    if (token) headers.Authorization = `Bearer ${token}`;
    if (key) headers["Idempotency-Key"] = key;
    if (body) headers["Content-Type"] = "application/json";
    try {
      return await fetch(`${this.base}/api/v1${path}`, {
        method,
        headers,
        body: body ? JSON.stringify(body) : null,
        credentials: "omit",
        cache: "no-store",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch {
      throw new ApiError((await this.answersOthers()) ? NOT_ALLOWED : 0, null);
    }
  }

  /** A browser does not tell why a call to another origin failed. Does the server answer when nothing is read of it? */
  private async answersOthers(): Promise<boolean> {
    const address = new URL(this.base, location.href);
    if (address.origin === location.origin) return false;
    const asked = fetch(address, { method: "HEAD", mode: "no-cors", credentials: "omit", cache: "no-store" });
    return asked.then(
      () => true,
      () => false,
    );
  }
}

interface CallOptions {
  token?: string;
  body?: unknown;
  key?: string;
}

async function detailOf(response: Response): Promise<string | null> {
  try {
    const problem: unknown = await response.json();
    const detail = (problem as { detail?: unknown } | null)?.detail;
    return typeof detail === "string" ? detail : null;
  } catch {
    return null;
  }
}
