/** The JSON of the API (v1), as far as the component reads it. */

export type Value = number | boolean | string | string[];
export type InputKind = "choice" | "choices" | "number" | "place" | "text";

export interface QuickReply {
  title: string;
  payload: string;
}

export interface Question {
  field: string | null;
  text: string;
  quickReplies: QuickReply[];
  input?: InputKind;
  sensitive?: boolean;
  /** Why it is asked. */
  why?: string | null;
}

export interface BotMessage {
  text?: string;
  quickReplies?: QuickReply[];
  [extra: string]: unknown;
}

export interface Progress {
  answered: number;
  atMostLeft: number;
}

export interface Turn {
  messages: BotMessage[];
  question: Question | null;
  progress?: Progress | null;
  done?: boolean;
}

export interface Started extends Turn {
  id: string;
  token: string;
  expiresAt?: string;
}

export interface Fact {
  field: string;
  value: Value;
  source: string;
  quote?: string | null;
  label?: string;
  valueLabel?: string;
}

/** An id, or an id with its name in the language of the talk. */
export type Named = string | { id: string; name?: string; label?: string; title?: string };

export interface Measure {
  id: string;
  name: string;
  status?: string;
  url?: string | null;
  checkedOn?: string | null;
}

export interface Contact {
  name?: string | null;
  url?: string | null;
  phone?: string | null;
  address?: string | null;
  openingHours?: string | null;
}

export interface Why {
  barrier: Named | null;
  solution: Named;
  because: Named[];
  quotes?: string[];
}

export interface Amount {
  minimum?: number | null;
  maximum?: number | null;
  text?: string;
}

export interface Step {
  order: number;
  phase: string;
  title: string;
  summary?: string | null;
  text: string;
  notes?: string[];
  measure: Measure;
  eligibility: "yes" | "no" | "unknown";
  missing: Named[];
  applicant: string | null;
  why: Why[];
  amount: Amount | string | null;
  hoursPerWeek: string | number | null;
  duration: string | null;
  flexible: Record<string, boolean | null> | null;
  learningForm: string | null;
  contact: Contact | string | null;
  dependsOn: number[];
  alternatives: Named[];
  alternativeMeasures?: Alternative[];
  /** What would stand here if the person had not chosen this step. */
  chosenInsteadOf?: Alternative | null;
  dates?: { lastDay: string | null; windows: { firstDay: string; lastDay: string }[] };
  verified?: boolean;
  checkYourself?: string[];
  /** Courses of schools that this person can use; only under learning steps. */
  offers?: Offer[];
}

export interface Offer {
  id: string;
  name: string;
  provider: string;
  url: string | null;
  place: string | null;
  online: boolean;
  startsOn: string | null;
  flexibleStart: boolean;
  enrolUntil: string | null;
  hoursPerWeek: number | null;
  price: { amount: number; text: string } | null;
  source: string;
  importedOn: string | null;
}

export interface Alternative {
  id: string;
  name: string;
  summary?: string | null;
  url?: string | null;
  verified?: boolean;
}

export interface NotPossible {
  measure: Measure;
  status: string;
  eligibility: string;
  reason: string | { text?: string; code?: string };
  insteadOf: Named[];
  insteadOfMeasures?: Alternative[];
}

export interface Barrier {
  id: string;
  name?: string;
  label?: string;
  strength?: string;
  evidence?: { field: string; value: Value; quote?: string | null }[];
}

export interface Route {
  on: string;
  phases?: { id: string; name: string }[];
  steps: Step[];
  notPossible: NotPossible[];
  barriers: Barrier[];
  /** What the whole route costs in money and hours, in sentences. */
  totals?: { text: string[] };
}

/** A code to go on elsewhere, with a QR code as an SVG path in a square of `size`. */
export interface Code {
  code: string;
  expiresAt: string;
  qr: { size: number; path: string; address: string } | null;
}

export interface Case {
  profile: Record<string, Value>;
  facts: Fact[];
  barriers: Barrier[];
  route: Route | null;
  language: string;
  expiresAt: string;
  simpleWords?: boolean;
  question?: Question | null;
  progress?: Progress | null;
  done?: boolean;
}

export interface Municipality {
  code: string;
  name: string;
  province?: string;
  place?: string;
}
