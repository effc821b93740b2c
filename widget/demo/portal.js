// The portal's own script: the language of the address, and the events a host page can use.
const asked = new URLSearchParams(location.search).get("taal");
if (asked === "en" || asked === "nl") {
  for (const element of document.querySelectorAll("leer-route")) element.setAttribute("language", asked);
}
