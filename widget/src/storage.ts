/** What a browser tab remembers, so that a reload goes on where it was. Gone when the tab closes. */
export class TabStorage<T> {
  constructor(private readonly key: string) {}

  read(): T | null {
    try {
      return JSON.parse(sessionStorage.getItem(this.key) ?? "null") as T | null;
    } catch {
      return null;
    }
  }

  /** A tab without storage (private mode, blocked) keeps working: it only forgets on a reload. */
  write(value: T): void {
    try {
      sessionStorage.setItem(this.key, JSON.stringify(value));
    } catch {
      this.clear();
    }
  }

  clear(): void {
    try {
      sessionStorage.removeItem(this.key);
    } catch {
      return;
    }
  }
}
