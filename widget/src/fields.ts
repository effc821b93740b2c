import type { InputKind, Value } from "./types.js";

/** Where a picker for a number begins and ends. */
export interface NumberRange {
  min: number;
  max: number;
  start: number;
}

export const NUMBERS: Record<string, NumberRange> = {
  age: { min: 14, max: 100, start: 40 },
  hoursPerWeek: { min: 0, max: 80, start: 24 },
  monthsUnemployed: { min: 0, max: 720, start: 6 },
  learningHoursPerWeek: { min: 0, max: 40, start: 4 },
};

const YES_NO = ["jobAtRisk", "diplomaAbroad", "singleParent", "healthLimits", "debts", "housingProblem"];
const SEVERAL = ["learningMoments", "barriers"];
const FREE_TEXT = ["occupation", "wish", "situation"];

export function isYesNo(field: string): boolean {
  return YES_NO.includes(field);
}

/** How a field is filled in, when the API does not say so. */
export function inputOf(field: string): InputKind {
  if (field in NUMBERS) return "number";
  if (field === "municipality") return "place";
  if (SEVERAL.includes(field)) return "choices";
  return FREE_TEXT.includes(field) ? "text" : "choice";
}

/** The payload of an answer, as Rasa reads it. */
export function payloadOf(field: string, value: Value): string {
  return `/inform${JSON.stringify({ [field]: value })}`;
}

/** The values in a payload: {"age": 58} of `/inform{"age": 58}`; null when it is no such payload. */
export function valuesIn(payload: string): Record<string, Value> | null {
  const json = /^\/inform(\{.*\})$/s.exec(payload)?.[1];
  try {
    return json ? (JSON.parse(json) as Record<string, Value>) : null;
  } catch {
    return null;
  }
}

/** One payload for several chosen payloads: values of the same field become a list. */
export function mergePayloads(payloads: string[]): string {
  const merged: Record<string, Value> = {};
  for (const payload of payloads) {
    for (const [field, value] of Object.entries(valuesIn(payload) ?? {})) {
      const before = merged[field];
      merged[field] = [...new Set([...(Array.isArray(before) ? before : []), ...(Array.isArray(value) ? value : [String(value)])])];
    }
  }
  return `/inform${JSON.stringify(merged)}`;
}
