import { html, nothing, type TemplateResult } from "lit";
import type { Api } from "../api.js";
import { icon } from "../icons.js";
import type { RouteChanges } from "../route-changes.js";
import type { Talk } from "../talk.js";
import { fill, type Words } from "../texts.js";
import type { Named, NotPossible, Route } from "../types.js";
import { define, Part } from "./element.js";
import { stepCard } from "./step.js";
import { mailAddress } from "./take-along.js";

/** The route as a road with stops: what can be done today first, then each step, then what is not possible. */
export class RoutePart extends Part {
  static override properties = {
    talk: { attribute: false },
    version: { type: Number },
    words: { attribute: false },
    changes: { attribute: false },
    ticked: { attribute: false },
    api: { attribute: false },
    names: { state: true },
  };
  declare talk: Talk;
  declare version: number;
  declare words: Words;
  declare changes: RouteChanges;
  declare ticked: string[];
  declare api: Api;
  declare names: Record<string, string>;

  constructor() {
    super();
    this.names = {};
  }

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
      ${this.talk.error ? html`<p class="wrong" role="alert">${this.talk.error.detail ?? errors.load}</p>` : nothing}
      ${route?.steps.length ? this.road(route) : this.empty()}
    </div>`;
  }

  private phaseName(route: Route, phase: string): string {
    return route.phases?.find((one) => one.id === phase)?.name ?? (this.words.texts.route.phases as Record<string, string>)[phase] ?? phase;
  }

  /** The API names other measures by id; their names are in the route or are asked for once. */
  private nameOf(measure: Named): string {
    if (typeof measure !== "string") return this.words.named(measure);
    const step = this.talk.case?.route?.steps.find((one) => one.measure.id === measure);
    return step?.measure.name ?? this.names[measure] ?? measure.replace(/-/g, " ");
  }

  protected override updated(): void {
    const route = this.talk.case?.route;
    const ids = [...(route?.steps ?? []).flatMap((step) => step.alternatives), ...(route?.notPossible ?? []).flatMap((one) => one.insteadOf)];
    for (const id of ids) if (typeof id === "string" && !(id in this.names)) void this.fetchName(id);
  }

  private async fetchName(id: string): Promise<void> {
    this.names[id] = this.nameOf(id);
    try {
      this.names = { ...this.names, [id]: (await this.api.measure(id)).name };
    } catch {
      return; // the id in words stays: it can be read
    }
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
            names: (measure) => this.nameOf(measure),
            ticked: this.ticked.includes(step.measure.id),
            change: this.changes.steps[step.measure.id],
            tick: () => this.tick(step.measure.id),
          }),
        )}
      </ol>
      ${route.notPossible.length ? this.notPossible(route.notPossible) : nothing} ${this.takeAlong(route)} ${this.correct()}`;
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

  private notPossible(list: NotPossible[]) {
    const { route: texts } = this.words.texts;
    return html`<section class="not-possible" aria-labelledby="not-possible">
      <h4 id="not-possible">${texts.notPossible}</h4>
      <p>${texts.notPossibleIntro}</p>
      <ul>
        ${list.map((one) => {
          const reason = typeof one.reason === "string" ? one.reason : (one.reason?.text ?? "");
          const instead = one.insteadOf.map((measure) => this.nameOf(measure));
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
    const { take } = this.words.texts;
    return html`<section class="take no-print" aria-labelledby="take">
      <h4 id="take">${take.title}</h4>
      <div class="replies">
        <button type="button" class="reply" @click=${() => this.dispatchEvent(new CustomEvent("take", { detail: "print" }))}>
          ${icon("print")}${take.print}
        </button>
        <a class="reply" href=${mailAddress(route, this.words)}>${icon("mail")}${take.mail}</a>
      </div>
    </section>`;
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

define("leer-route-route", RoutePart);
