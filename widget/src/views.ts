/** What a talk needs beyond the start screen: conversation, route and facts, with their style sheets. Loaded apart. */
import "./parts/chat.js";
import "./parts/facts.js";
import "./parts/route.js";
import { html, type TemplateResult, unsafeCSS } from "lit";
import type { Api } from "./api.js";
import type { View } from "./frame.js";
import { countChanges, type RouteChanges } from "./route-changes.js";
import type { Speech } from "./speech.js";
import chat from "./styles/chat.css";
import print from "./styles/print.css";
import route from "./styles/route.css";
import take from "./styles/take.css";
import type { Talk } from "./talk.js";
import type { Words } from "./texts.js";

export { printAlone } from "./print.js";
export const styles = [chat, route, take, print].map((sheet) => unsafeCSS(sheet));

export interface TalkViewContext {
  talk: Talk;
  version: number;
  words: Words;
  api: Api;
  changes: RouteChanges;
  ticked: string[];
  simple: boolean;
  page: string;
  speech: Speech;
  go: (view: View) => void;
  tick: (id: string) => void;
  print: () => void;
}

/** The part of the talk that is shown now. */
export function talkView(view: View, context: TalkViewContext): TemplateResult {
  const { talk, version, words, api, changes, simple } = context;
  const go = (event: CustomEvent<View>) => context.go(event.detail);
  if (view === "route")
    return html`<leer-route-route
      .talk=${talk} .version=${version} .words=${words} .api=${api} .changes=${changes} .ticked=${context.ticked}
      .simple=${simple} .page=${context.page}
      @view=${go} @tick=${(event: CustomEvent<string>) => context.tick(event.detail)} @print=${context.print}
    ></leer-route-route>`;
  if (view === "facts")
    return html`<leer-route-facts
      .talk=${talk} .version=${version} .words=${words} .api=${api} .changes=${countChanges(changes)} @view=${go}
    ></leer-route-facts>`;
  return html`<leer-route-chat
    .talk=${talk} .version=${version} .words=${words} .api=${api} .speech=${context.speech}
    .speaking=${context.speech.speaking} .canRead=${context.speech.possible} .simple=${simple} @view=${go}
  ></leer-route-chat>`;
}
