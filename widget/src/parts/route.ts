import { html, nothing, type TemplateResult } from "lit";
import type { Api } from "../api.js";
import { icon } from "../icons.js";
import type { RouteChanges } from "../route-changes.js";
import type { Talk } from "../talk.js";
import { fill, type Words } from "../texts.js";
import type { Alternative, NotPossible, Route } from "../types.js";
import { define, Part } from "./element.js";
import { stepCard } from "./step.js";
import "./take-along.js";

/** The route as a road with stops: what can be done today first, then each step, then what is not possible. */
export class RoutePart extends Part {
  static override properties = {
    talk: { attribute: false },
    version: { type: Number },
    words: { attribute: false },
    changes: { attribute: false },
    ticked: { attribute: false },
    api: { attribute: false },
    simple: { type: Boolean },
    page: {},
  };
  declare talk: Talk;
  declare version: number;
  declare words: Words;
  declare changes: RouteChanges;
  declare ticked: string[];
  declare api: Api;
  declare simple: boolean;
  declare page: string;

  private show(view: string): void {
    this.dispatchEvent(new CustomEvent("view", { detail: view }));
  }

  private tick(id: string): void {
    this.dispatchEvent(new CustomEvent("tick", { detail: id }));
  }

  protected override render() {
    const { route: texts, errors } = this.words.texts;
    const route = this.talk.case?.route;
    return html`<div class="page" tabindex="-1">
      <h3>${texts.title}</h3>
      ${this.talk.error ? html`<p class="wrong" role="alert">${this.talk.error.detail ?? errors.load}</p>` : nothing} ${this.notSent()}
      ${route?.steps.length ? this.road(route) : this.empty()}
    </div>`;
  }

  private phaseName(route: Route, phase: string): string {
    return route.phases?.find((one) => one.id === phase)?.name ?? (this.words.texts.route.phases as Record<string, string>)[phase] ?? phase;
  }

  /** Another way than the one that was advised. It is said in the talk, so that it holds and can be read back there. */
  private async choose(other: Alternative): Promise<void> {
    await this.talk.send(choosing(other.id), fill(this.words.texts.route.choosing, { name: other.name }));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-measure="${CSS.escape(other.id)}"] article`)?.focus();
  }

  /** A choice that did not arrive: why, and again. */
  private notSent() {
    const last = this.talk.entries.at(-1);
    if (last?.state !== "failed") return nothing;
    const { chat, errors } = this.words.texts;
    return html`<div class="wrong" role="alert">
      <p>${(errors as Record<string, string>)[last.error ?? ""] ?? last.error}</p>
      <button type="button" class="primary" @click=${() => void this.talk.retry(last.key)}>${chat.retry}</button>
    </div>`;
  }

  private empty() {
    const { route: texts } = this.words.texts;
    return html`<p>${texts.empty}</p>
      <button type="button" class="primary" @click=${() => this.show("chat")}>${texts.toChat}</button>`;
  }

  private road(route: Route): TemplateResult {
    const { route: texts } = this.words.texts;
    const done = route.steps.filter((step) => this.ticked.includes(step.measure.id)).length;
    return html`<p class="hint">
        ${fill(texts.on, { date: this.words.date(route.on) })} ·
        <span role="status">${fill(texts.stepsDone, { done, all: route.steps.length })}</span>
      </p>
      ${this.gone()} ${this.grounds(route)}
      <ol class="road">
        ${route.steps.map((step, index) =>
          stepCard(step, {
            words: this.words,
            today: index === 0,
            newPhase: route.steps[index - 1]?.phase === step.phase ? null : this.phaseName(route, step.phase),
            simple: this.simple,
            busy: this.talk.busy,
            choose: (other) => void this.choose(other),
            ticked: this.ticked.includes(step.measure.id),
            change: this.changes.steps[step.measure.id],
            tick: () => this.tick(step.measure.id),
          }),
        )}
      </ol>
      ${this.totals(route)} ${route.notPossible.length ? this.notPossible(route.notPossible) : nothing} ${this.takeAlong(route)} ${this.correct()}`;
  }

  private gone() {
    const { gone } = this.changes;
    return gone.length ? html`<p class="gone" role="status">${icon("swap")}${this.words.texts.route.gone} ${gone.join(", ")}</p>` : nothing;
  }

  private grounds(route: Route) {
    if (!route.barriers.length) return nothing;
    return html`<details class="grounds">
      <summary>${this.words.texts.route.barriers}</summary>
      <ul>
        ${route.barriers.map((barrier) => {
          const quotes = (barrier.evidence ?? []).flatMap((one) => (one.quote ? [`“${one.quote}”`] : [this.words.field(one.field)]));
          const name = barrier.name ?? barrier.label ?? this.words.value("barriers", barrier.id);
          return html`<li><strong>${name}</strong>${quotes.length ? html`<small>${[...new Set(quotes)].join(", ")}</small>` : nothing}</li>`;
        })}
      </ul>
    </details>`;
  }

  private totals(route: Route) {
    const told = route.totals?.text ?? [];
    if (!told.length) return nothing;
    return html`<section class="totals" aria-labelledby="totals">
      <h4 id="totals">${this.words.texts.route.totals}</h4>
      <ul>
        ${told.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </section>`;
  }

  private notPossible(list: NotPossible[]) {
    const { route: texts } = this.words.texts;
    return html`<section class="not-possible" aria-labelledby="not-possible">
      <h4 id="not-possible">${texts.notPossible}</h4>
      <p>${texts.notPossibleIntro}</p>
      <ul>
        ${list.map((one) => {
          const reason = typeof one.reason === "string" ? one.reason : (one.reason?.text ?? "");
          const instead = (one.insteadOfMeasures ?? []).map((measure) => measure.name);
          return html`<li>
            <strong>${icon("stop")}${one.measure.name}</strong>
            <p>${reason}</p>
            ${instead.length ? html`<p class="instead">${icon("check")}<span>${texts.instead} ${instead.join(", ")}</span></p>` : nothing}
          </li>`;
        })}
      </ul>
    </section>`;
  }

  private takeAlong(route: Route) {
    return html`<leer-route-take
      .talk=${this.talk} .words=${this.words} .route=${route} .page=${this.page}
      @print=${() => this.dispatchEvent(new CustomEvent("print"))}
    ></leer-route-take>`;
  }

  private correct() {
    const { route: texts, views } = this.words.texts;
    return html`<section class="take no-print" aria-labelledby="correct">
      <h4 id="correct">${texts.correct}</h4>
      <p>${texts.correctText}</p>
      <button type="button" class="reply" @click=${() => this.show("facts")}>${icon("edit")}${views.facts}</button>
    </section>`;
  }
}

/** What the talk understands as choosing a measure. */
function choosing(measure: string): string {
  return `/choose_way${JSON.stringify({ measure })}`;
}

define("leer-route-route", RoutePart);
