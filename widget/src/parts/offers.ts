import { html, nothing } from "lit";
import { icon } from "../icons.js";
import { safeAddress, siteOf } from "../linkify.js";
import { fill, type Words } from "../texts.js";
import type { Offer } from "../types.js";

/** More than this would push the next step away: they wait behind a button. */
const AT_ONCE = 2;

/** Courses of schools under a learning step, and whose catalogue they come from. */
export function offersList(offers: Offer[] | undefined, words: Words) {
  if (!offers?.length) return nothing;
  const { offers: texts } = words.texts;
  const body = html`<ul>
      ${offers.map((offer) => html`<li>${course(offer, words)}</li>`)}
    </ul>
    ${origins(offers, words).map((text) => html`<p class="hint">${text}</p>`)}`;
  if (offers.length <= AT_ONCE) return html`<div class="offers"><h5>${texts.title}</h5>${body}</div>`;
  return html`<details class="more offers">
    <summary>${icon("learn")}${fill(texts.many, { n: offers.length })}</summary>
    ${body}
  </details>`;
}

function course(offer: Offer, words: Words) {
  const { offers: texts, route } = words.texts;
  const site = safeAddress(offer.url);
  return html`<strong>${offer.name}</strong>
    <span>${offer.provider}</span>
    <dl>
      ${rows(offer, words).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
    </dl>
    ${site
      ? html`<a class="go" href=${site} target="_blank" rel="noopener noreferrer"
          >${icon("link")}<span>${fill(route.visit, { site: siteOf(site) })}<span class="unseen"> (${offer.name}, ${route.newWindow})</span></span></a
        >`
      : html`<p class="hint">${texts.noSite}</p>`}`;
}

/** Each fact the school gave; what it did not say is left out, except the price: that one has to be asked. */
function rows(offer: Offer, words: Words): [string, string][] {
  const { offers: texts, route } = words.texts;
  const start = offer.flexibleStart ? texts.anyTime : offer.startsOn && words.date(offer.startsOn);
  const where = [offer.place, offer.online && texts.online].filter(Boolean).join(", ");
  const hours = offer.hoursPerWeek && fill(texts.hours, { n: offer.hoursPerWeek });
  const all = [
    [texts.start, start],
    [texts.enrol, offer.enrolUntil && words.date(offer.enrolUntil)],
    [texts.where, where],
    [route.hours, hours],
    [texts.price, offer.price?.text ?? texts.askPrice],
  ] as [string, string | null][];
  return all.filter((row): row is [string, string] => !!row[1]);
}

function origins(offers: Offer[], words: Words): string[] {
  const { offers: texts } = words.texts;
  const told = offers.map(({ source, importedOn }) => importedOn && fill(texts.origin, { source, date: words.date(importedOn) }));
  return [...new Set(told)].filter((text): text is string => !!text);
}
