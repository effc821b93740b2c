import { LitElement } from "lit";

/** A part of the component: lives in the shadow root of <leer-route> and shares its style sheets. */
export class Part extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}

/** Register once, also when the script is loaded twice. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
