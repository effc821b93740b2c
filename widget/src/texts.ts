import fieldsNl from "./texts/fields.nl.json";
import nl from "./texts/nl.json";
import type { Named, Value } from "./types.js";

export type Texts = typeof nl;
type FieldTexts = Record<string, [string, Record<string, string>?]>;
interface Language {
  texts: Texts;
  fields: FieldTexts;
}

/** Dutch is always there; another language is fetched when it is used. */
const LOADED: Record<string, Language> = { nl: { texts: nl, fields: fieldsNl as unknown as FieldTexts } };
const OTHERS: Record<string, () => Promise<{ default: unknown }>> = { en: () => import("./texts/en.js") };

/** Make the words of a language available. Where that fails, the words are Dutch. */
export async function loadLanguage(language: string): Promise<void> {
  const fetchWords = OTHERS[language];
  if (!fetchWords || LOADED[language]) return;
  try {
    LOADED[language] = (await fetchWords()).default as Language;
  } catch (error) {
    console.warn(`leer-route: the words of ${language} could not be loaded`, error);
  }
}

/** All words of the component in one language. */
export class Words {
  readonly texts: Texts;
  private readonly fields: FieldTexts;

  constructor(readonly language: string) {
    const found = LOADED[language] ?? LOADED.nl!;
    this.texts = found.texts;
    this.fields = found.fields;
  }

  field(field: string): string {
    return this.fields[field]?.[0] ?? field;
  }

  /** The values one can choose for a field, with their words; empty for numbers and free text. */
  choices(field: string): [string, string][] {
    return Object.entries(this.fields[field]?.[1] ?? {});
  }

  value(field: string, value: Value): string {
    if (typeof value === "boolean") return this.field(value ? "yes" : "no");
    if (Array.isArray(value)) return value.map((item) => this.value(field, item)).join(", ");
    const unit = (this.texts.units as Record<string, string>)[field];
    if (typeof value === "number") return unit ? `${value} ${unit}` : String(value);
    return this.fields[field]?.[1]?.[value] ?? value;
  }

  /** The name that comes with an id, or our own word for it. */
  named(thing: Named, field = ""): string {
    if (typeof thing !== "string") return thing.name ?? thing.label ?? thing.title ?? this.named(thing.id, field);
    return field ? this.value(field, thing) : this.field(thing);
  }

  time(iso: string): string {
    return new Intl.DateTimeFormat(this.language, { hour: "numeric", minute: "2-digit" }).format(new Date(iso));
  }

  date(iso: string): string {
    const date = new Date(iso);
    if (Number.isNaN(date.getTime())) return iso;
    return new Intl.DateTimeFormat(this.language, { day: "numeric", month: "long", year: "numeric" }).format(date);
  }
}

export function languageOf(value: string | null | undefined): string {
  const short = (value ?? "").slice(0, 2).toLowerCase();
  return short in OTHERS ? short : "nl";
}

/** Fill {name} in a text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
