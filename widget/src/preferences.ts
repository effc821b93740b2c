import { TabStorage } from "./storage.js";

export type Size = "normal" | "large" | "huge";
export type Theme = "auto" | "light" | "dark" | "contrast";

/** How this person wants to see and hear it; kept in the tab only. */
export interface Preferences {
  size: Size;
  theme: Theme | null;
  aloud: boolean;
  /** Explain every question, and show of a step only what to do. */
  simple: boolean;
}

const storage = new TabStorage<Preferences>("leer-route.preferences");

export function readPreferences(): Preferences {
  return { size: "normal", theme: null, aloud: false, simple: false, ...storage.read() };
}

export function keepPreferences(preferences: Preferences): void {
  storage.write(preferences);
}
