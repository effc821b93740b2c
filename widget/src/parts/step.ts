import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons.js";
import { phoneAddress, safeAddress, siteOf } from "../linkify.js";
import type { Change } from "../route-changes.js";
import { fill, type Words } from "../texts.js";
import { offersList } from "./offers.js";
import type { Alternative, Contact, Step, Why } from "../types.js";

export interface StepContext {
  words: Words;
  today: boolean;
  /** The name of the phase that begins with this step. */
  newPhase: string | null;
  ticked: boolean;
  change: Change | undefined;
  /** Only what to do is shown at once; the rest behind "more". */
  simple: boolean;
  busy: boolean;
  tick: () => void;
  choose: (other: Alternative) => void;
}

/** Where the person goes for this step; the measure's own address when the step has none. */
export function contactOf(step: Step): Contact {
  const contact = typeof step.contact === "string" ? { address: step.contact } : (step.contact ?? {});
  return { ...contact, url: contact.url ?? step.measure.url };
}

/** One stop on the road. */
export function stepCard(step: Step, context: StepContext): TemplateResult {
  const { words, ticked, newPhase, simple } = context;
  const { route } = words.texts;
  return html`<li class=${`stop ${step.phase}${ticked ? " ticked" : ""}${context.today ? " today" : ""}`} data-measure=${step.measure.id}>
    <span class="sign">${icon(step.phase)}</span>
    <article aria-labelledby=${`step-${step.order}`} tabindex="-1">
      ${newPhase ? html`<p class="phase">${newPhase}</p>` : nothing}
      <div class="card">
        ${marks(context)}
        <h4 id=${`step-${step.order}`}><span class="number">${fill(route.step, { n: step.order })}</span> ${step.title}</h4>
        ${step.summary && !simple ? html`<p>${step.summary}</p>` : nothing}
        <p class="what">${step.text}</p>
        ${step.eligibility === "unknown" ? unknown(step, words) : nothing} ${contact(step, words)} ${simple ? nothing : why(step, words)}
        ${chosen(step, context)} ${offersList(step.offers, words)} ${details(step, context)} ${others(step, context)}
        <label class="choice tick"
          ><input type="checkbox" .checked=${ticked} @change=${context.tick} /><span
            >${route.tick}<span class="unseen"> (${step.title})</span></span
          ></label
        >
      </div>
    </article>
  </li>`;
}

function marks({ today, change, words }: StepContext) {
  const { route } = words.texts;
  if (!today && !change) return nothing;
  return html`<p class="marks">
    ${today ? html`<span class="mark now">${icon("flag")}${route.today}</span>` : nothing}
    ${change ? html`<span class="mark change">${route.changed[change]}</span>` : nothing}
  </p>`;
}

function unknown(step: Step, words: Words) {
  const { route } = words.texts;
  const missing = step.missing.map((field) => words.named(field)).join(", ");
  return html`<p class="note">${icon("question")}<span><strong>${route.unknown}.</strong> ${missing ? `${route.unknownText} ${missing}.` : ""}</span></p>`;
}

function contact(step: Step, words: Words) {
  const { route } = words.texts;
  const { phone, address, name, url, openingHours } = contactOf(step);
  const site = safeAddress(url);
  if (!phone && !address && !site) return nothing;
  return html`<div class="contact">
    ${name || address ? html`<p>${icon("place")}<span>${[name, address].filter(Boolean).join(", ")}</span></p>` : nothing}
    ${openingHours ? html`<p>${icon("clock")}<span>${openingHours}</span></p>` : nothing}
    ${phone ? html`<a class="go" href=${phoneAddress(phone)}>${icon("phone")}${fill(route.call, { phone })}</a>` : nothing}
    ${site
      ? html`<a class="go" href=${site} target="_blank" rel="noopener noreferrer"
          >${icon("link")}<span>${fill(route.visit, { site: siteOf(site) })}<span class="unseen"> (${route.newWindow})</span></span></a
        >`
      : nothing}
  </div>`;
}

/** The chain that can be read back: your words, what stands in the way, what helps. */
function why(step: Step, words: Words) {
  if (!step.why.length) return nothing;
  return html`<div class="why">
    <h5>${words.texts.route.why}</h5>
    <ul>
      ${step.why.map((one) => html`<li class="chain">${chain(one, words)}</li>`)}
    </ul>
  </div>`;
}

function chain(why: Why, words: Words): TemplateResult[] {
  const said = why.quotes?.length ? why.quotes.map((quote) => html`<q>${quote}</q>`) : why.because.map((field) => html`<span>${words.named(field)}</span>`);
  const barrier = why.barrier ? [html`<span>${words.named(why.barrier, "barriers")}</span>`] : [];
  const links = [...said, ...barrier, html`<span>${words.named(why.solution, "solutions")}</span>`];
  return links.map((link, index) => (index >= Math.max(1, said.length) ? html`${icon("send")}${link}` : link));
}

function details(step: Step, { words, simple }: StepContext) {
  const rows = [...detailRows(step, words)];
  const { route } = words.texts;
  return html`<details class="more">
    <summary>${route.more}</summary>
    ${simple ? html`${step.summary ? html`<p>${step.summary}</p>` : nothing}${why(step, words)}` : nothing}
    <dl>
      ${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
    </dl>
    ${step.notes?.length ? html`<ul>${step.notes.map((text) => html`<li>${text}</li>`)}</ul>` : nothing}
    ${step.checkYourself?.length
      ? html`<p>${route.check}</p><ul>${step.checkYourself.map((text) => html`<li>${text}</li>`)}</ul>`
      : nothing}
    <p class="hint">${checked(step, words)}</p>
  </details>`;
}

/** Another way to do the same: it takes the place of this step. */
function others(step: Step, { words, busy, choose }: StepContext) {
  const { route } = words.texts;
  if (!step.alternativeMeasures?.length) return nothing;
  return html`<details class="more others no-print">
    <summary>${icon("swap")}${route.alternatives}</summary>
    <ul>
      ${step.alternativeMeasures.map(
        (other) => html`<li>
          <strong>${other.name}</strong>
          ${other.summary ? html`<p>${other.summary}</p>` : nothing}
          ${other.verified === false ? html`<p class="hint">${route.unverified}</p>` : nothing}
          <button type="button" class="reply" aria-disabled=${busy ? "true" : "false"} @click=${() => choose(other)}>
            ${icon("check")}<span>${route.choose}<span class="unseen"> (${other.name})</span></span>
          </button>
        </li>`,
      )}
    </ul>
  </details>`;
}

function chosen(step: Step, { words, busy, choose }: StepContext) {
  const other = step.chosenInsteadOf;
  const { route } = words.texts;
  if (!other) return nothing;
  return html`<div class="chosen no-print">
    <p>${route.chosen}</p>
    <button type="button" class="quiet" aria-disabled=${busy ? "true" : "false"} @click=${() => choose(other)}>
      ${icon("swap")}<span>${fill(route.undo, { name: other.name })}</span>
    </button>
  </div>`;
}

function* detailRows(step: Step, words: Words): Generator<[string, string]> {
  const { route } = words.texts;
  const amount = typeof step.amount === "string" ? step.amount : step.amount?.text;
  if (amount) yield [route.cost, amount];
  if (step.hoursPerWeek) yield [route.hours, String(step.hoursPerWeek)];
  if (step.duration) yield [route.duration, step.duration];
  if (step.applicant) yield [route.applicant, (route.applicants as Record<string, string>)[step.applicant] ?? step.applicant];
  const free = Object.entries(route.flexibles).filter(([name]) => step.flexible?.[name]);
  if (free.length) yield [route.flexible, free.map(([, text]) => text).join(", ")];
  if (step.learningForm) yield [route.phases.learn, (route.forms as Record<string, string>)[step.learningForm] ?? step.learningForm];
  const when = [...moments(step, words)];
  if (when.length) yield [route.when, when.join(" ")];
}

function* moments({ dependsOn, dates }: Step, words: Words): Generator<string> {
  const { route } = words.texts;
  for (const n of dependsOn) yield fill(route.dependsOn, { n });
  for (const { firstDay, lastDay } of dates?.windows ?? [])
    yield fill(route.window, { first: words.date(firstDay), last: words.date(lastDay) });
  if (dates?.lastDay) yield fill(route.lastDay, { date: words.date(dates.lastDay) });
}

function checked(step: Step, words: Words): string {
  const { route } = words.texts;
  if (step.verified === false) return route.unverified;
  return step.measure.checkedOn ? fill(route.checkedOn, { date: words.date(step.measure.checkedOn) }) : "";
}
