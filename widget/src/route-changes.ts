import type { Route, Step } from "./types.js";

export type Change = "new" | "changed";

/** What a newer route has that an older one had not: by measure id; and the names of steps that are gone. */
export interface RouteChanges {
  steps: Record<string, Change>;
  gone: string[];
}

/** What a person would see as a change of a step; its place in the order is not. */
function face(step: Step): string {
  return JSON.stringify([step.title, step.text, step.amount, step.applicant, step.eligibility, step.measure.status]);
}

export function changesBetween(before: Route | null, after: Route | null): RouteChanges {
  const changes: RouteChanges = { steps: {}, gone: [] };
  if (!before || !after) return changes;
  const faces = new Map(before.steps.map((step) => [step.measure.id, face(step)]));
  for (const step of after.steps) {
    const old = faces.get(step.measure.id);
    if (old === undefined) changes.steps[step.measure.id] = "new";
    else if (old !== face(step)) changes.steps[step.measure.id] = "changed";
  }
  const kept = new Set(after.steps.map((step) => step.measure.id));
  changes.gone = before.steps.filter((step) => !kept.has(step.measure.id)).map((step) => step.title);
  return changes;
}

export function countChanges({ steps, gone }: RouteChanges): number {
  return Object.keys(steps).length + gone.length;
}

/** Sees each route that comes in, and keeps what the last change was, so that it can be shown. */
export class RouteWatch {
  changes: RouteChanges = { steps: {}, gone: [] };
  private last: Route | null = null;

  /** True when the route is new or another one. The same route again keeps its marks. */
  sees(route: Route | null): boolean {
    const changes = changesBetween(this.last, route);
    const news = !!countChanges(changes) || !this.last;
    if (news) this.changes = changes;
    this.last = route ?? this.last;
    return news && !!route;
  }

  forget(): void {
    this.changes = { steps: {}, gone: [] };
    this.last = null;
  }
}
