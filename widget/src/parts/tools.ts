import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons.js";
import type { Preferences, Size, Theme } from "../preferences.js";
import type { Words } from "../texts.js";

export interface ToolsContext {
  words: Words;
  preferences: Preferences;
  theme: Theme;
  canRead: boolean;
  talking: boolean;
  change: (change: Partial<Preferences>) => void;
  stop: () => void;
}

/** Text size, colours, simple words, reading aloud, and the way out. */
export function toolsPanel(context: ToolsContext): TemplateResult {
  const { words, preferences, theme, change, talking } = context;
  const { tools } = words.texts;
  return html`<div class="tools" id="tools" role="region" aria-label=${tools.label}>
    ${options("size", tools.size, Object.entries(tools.sizes), preferences.size, (size) => change({ size: size as Size }))}
    ${options("theme", tools.colours, Object.entries(tools.themes), theme, (name) => change({ theme: name as Theme }))}
    <div>
      ${toggle(tools.simple, preferences.simple, () => change({ simple: !preferences.simple }))}
      ${context.canRead ? toggle(tools.aloud, preferences.aloud, () => change({ aloud: !preferences.aloud })) : nothing}
    </div>
    ${talking ? html`<button type="button" class="reply danger" @click=${context.stop}>${icon("bin")}${tools.stop}</button>` : nothing}
  </div>`;
}

function toggle(text: string, on: boolean, change: () => void) {
  return html`<label class="choice"><input type="checkbox" .checked=${on} @change=${change} /><span>${text}</span></label>`;
}

function options(name: string, title: string, entries: [string, string][], now: string, pick: (value: string) => void) {
  return html`<fieldset class="options">
    <legend>${title}</legend>
    ${entries.map(
      ([value, text]) => html`<label class="choice"
        ><input type="radio" name=${name} .checked=${value === now} @change=${() => pick(value)} /><span>${text}</span></label
      >`,
    )}
  </fieldset>`;
}
