/** Print the component alone: everything beside its ancestors is left out while the printer is fed. */
export function printAlone(element: HTMLElement): void {
  const hidden = new CSSStyleSheet();
  hidden.replaceSync("@media print { [data-leer-route-not-printed] { display: none !important } }");
  const marked = markBeside(element);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, hidden];
  const restore = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== hidden);
    for (const other of marked) other.removeAttribute("data-leer-route-not-printed");
  };
  window.addEventListener("afterprint", restore, { once: true });
  window.print();
}

function markBeside(element: HTMLElement): Element[] {
  const marked: Element[] = [];
  for (let here: Element | null = element; here && here !== document.body; here = here.parentElement) {
    for (const other of here.parentElement?.children ?? []) {
      if (other === here) continue;
      other.setAttribute("data-leer-route-not-printed", "");
      marked.push(other);
    }
  }
  return marked;
}
