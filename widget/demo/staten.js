// The gallery: each screen of the widget with an invented talk. Calls to the API are answered here, on the page.
const script = await (await fetch("/widget/staten.json")).json();
const realFetch = window.fetch;
const STATES = [
  ["start", "De start", null],
  ["open", "De eerste vraag", null],
  ["age", "Een getal", "Ik heb geen werk"],
  ["choice", "Eén antwoord", "Ik ben 58"],
  ["choices", "Meer antwoorden", "Geen diploma"],
  ["place", "Een plaats zoeken", "’s Avonds"],
  ["sensitive", "Een persoonlijke vraag", "Amsterdam"],
  ["failed", "Er gaat iets mis", "Hallo"],
  ["last", "De route is klaar", "Ja, dat speelt"],
  ["route", "Mijn route", "Ja, dat speelt"],
  ["chosen", "Iets anders gekozen", "Ja, dat speelt"],
  ["simple", "Mijn route in simpele woorden", "Ja, dat speelt"],
  ["code", "Verder op een ander apparaat", "Ja, dat speelt"],
  ["facts", "Mijn gegevens", "Ja, dat speelt"],
];

const json = (data, status = 200) => new Response(JSON.stringify(data), { status, headers: { "Content-Type": "application/json" } });

function answer(state, method, path, query) {
  if (path === "/municipalities") {
    return json({ items: script.municipalities.filter((place) => place.name.toLowerCase().includes(query.toLowerCase())) });
  }
  if (path === "/conversations") return json({ ...script.turns.start, id: state, token: "gallery" }, 201);
  if (path.endsWith("/codes")) return json(script.code, 201);
  if (path.endsWith("/messages")) return state === "failed" ? json({ detail: script.unavailable }, 503) : json(script.turns[turnOf(state)]);
  if (state === "chosen") return json(withChoice(structuredClone(script.cases.case)));
  return json(script.cases[["last", "route", "simple", "code", "facts"].includes(state) ? "case" : "empty"]);
}

/** The second step is the one that the person chose. */
function withChoice(talk) {
  const step = talk.route.steps[1];
  const [other] = step.alternativeMeasures;
  Object.assign(step, { title: other.name, chosenInsteadOf: step.measure, measure: { ...step.measure, ...other }, alternativeMeasures: [] });
  return talk;
}

const turnOf = (state) => (state in script.turns ? state : "last");

window.fetch = (address, options = {}) => {
  const url = new URL(address, location.href);
  const [, state, path] = /^\/staat-(\w+)\/api\/v1(.*)$/.exec(url.pathname) ?? [];
  if (!state) return realFetch(address, options);
  return Promise.resolve(answer(state, options.method, path, url.searchParams.get("query") ?? ""));
};

const shown = (root, selector) =>
  new Promise((found) => {
    const look = () => {
      const element = root.querySelector(selector);
      element ? found(element) : requestAnimationFrame(look);
    };
    look();
  });

async function play(element, state, said) {
  const root = element.shadowRoot;
  if (state === "start") return;
  (await shown(root, ".start .primary")).click();
  const field = await shown(root, "#message");
  if (!said) return;
  field.value = said;
  field.form.requestSubmit();
  await shown(root, state === "failed" ? ".failure" : "[data-key='4']");
  const view = { route: 1, chosen: 1, simple: 1, code: 1, facts: 2 }[state];
  if (view) root.querySelectorAll("nav button")[view].click();
  if (state === "simple") element.preferences = { ...element.preferences, simple: true };
  if (state === "code") (await shown(root, ".ways button:last-child")).click();
}

sessionStorage.clear();
await customElements.whenDefined("leer-route");
for (const [state, title, said] of STATES) {
  const section = document.createElement("section");
  const heading = document.createElement("h2");
  heading.textContent = title;
  const element = document.createElement("leer-route");
  element.setAttribute("api", `/staat-${state}`);
  element.setAttribute("name", `staat-${state}`);
  section.append(heading, element);
  document.querySelector("#staten").append(section);
  await element.updateComplete;
  await play(element, state, said);
}
scrollTo(0, 0);
document.activeElement?.blur();
document.querySelector("#staten").dataset.ready = "";
