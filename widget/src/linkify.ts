import { html, type TemplateResult } from "lit";

const LINK = /(https?:\/\/[^\s<>"')]+[^\s<>"').,;:!?])|((?:0800|0900|088|085|0[1-9]\d{1,2})[- ]?\d(?:[ -]?\d){3,7}\b)/g;

/** A text with its web addresses and phone numbers as links. Everything else stays text, also when it looks like HTML. */
export function linkify(text: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const [found, address] = match;
    parts.push(text.slice(end, match.index));
    parts.push(address ? webLink(address) : html`<a href=${phoneAddress(found)}>${found}</a>`);
    end = match.index + found.length;
  }
  return [...parts, text.slice(end)];
}

export function phoneAddress(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, "")}`;
}

/** Only http(s) addresses become a link: content can hold anything. */
export function safeAddress(address: string | null | undefined): string | null {
  return /^https?:\/\//i.test(address ?? "") ? (address as string) : null;
}

export function siteOf(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/i, "").replace(/[/?#].*$/, "");
}

function webLink(address: string): TemplateResult {
  return html`<a href=${address} target="_blank" rel="noopener noreferrer">${siteOf(address)}</a>`;
}
