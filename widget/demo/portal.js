// The portal's own script: the language of the address, and trying a theme.
const asked = new URLSearchParams(location.search).get("taal");
if (asked === "en" || asked === "nl") {
  for (const element of document.querySelectorAll("leer-route")) element.setAttribute("language", asked);
}

const sample = document.querySelector("#proef");
for (const choice of document.querySelectorAll("input[name=stijl]")) {
  choice.addEventListener("change", () => (sample.className = choice.value));
}
for (const choice of document.querySelectorAll("input[name=kleuren]")) {
  choice.addEventListener("change", () => sample.firstElementChild.setAttribute("theme", choice.value));
}
