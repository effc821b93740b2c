import { safeAddress } from "./linkify.js";
import { fill, type Words } from "./texts.js";
import type { Route, Step } from "./types.js";
import { contactOf } from "./parts/step.js";

/** Mail programs cut long addresses off. */
const LONGEST = 1800;

/** A mail to oneself with the steps in plain text; the person's own mail program sends it, we send nothing. */
export function mailAddress(route: Route, words: Words): string {
  const head = fill(words.texts.route.on, { date: words.date(route.on) });
  const body = [head, ...route.steps.map((step) => stepAsText(step, words))].join("\n\n");
  return `mailto:?subject=${encodeURIComponent(words.texts.take.mailSubject)}&body=${encodeURIComponent(body.slice(0, LONGEST))}`;
}

function stepAsText(step: Step, words: Words): string {
  const contact = contactOf(step);
  const lines = [
    `${fill(words.texts.route.step, { n: step.order })}. ${step.title}`,
    step.text,
    contact.phone && fill(words.texts.route.call, { phone: contact.phone }),
    safeAddress(contact.url),
  ];
  return lines.filter(Boolean).join("\n");
}
