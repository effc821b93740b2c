import { TabStorage } from "./storage.js";

/** The steps that the person ticked off, by measure id; kept in the tab only. */
export class Ticks {
  ids: string[];
  private readonly storage: TabStorage<string[]>;

  constructor(key: string) {
    this.storage = new TabStorage(key);
    this.ids = this.storage.read() ?? [];
  }

  toggle(id: string): void {
    this.ids = this.ids.includes(id) ? this.ids.filter((one) => one !== id) : [...this.ids, id];
    this.storage.write(this.ids);
  }

  clear(): void {
    this.ids = [];
    this.storage.clear();
  }
}
