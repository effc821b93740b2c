import { TabStorage } from "./storage.js";

export type Size = "normal" | "large" | "huge";
export type Theme = "auto" | "light" | "dark" | "contrast";

/** How this person wants to see and hear it; kept in the tab only. */
export interface Preferences {
  size: Size;
  theme: Theme | null;
  aloud: boolean;
}

const storage = new TabStorage<Preferences>("leer-route.preferences");

export function readPreferences(): Preferences {
  return { size: "normal", theme: null, aloud: false, ...storage.read() };
}

export function keepPreferences(preferences: Preferences): void {
  storage.write(preferences);
}
