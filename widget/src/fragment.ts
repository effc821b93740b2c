const CODE = /^#leerroute=([\w-]{4,20})$/;

/** The code of a QR in the page's address. It is taken out at once: it must not stay in the history or be shared. */
export function takeCode(): string | null {
  const code = CODE.exec(location.hash)?.[1] ?? null;
  if (code) history.replaceState(history.state, "", location.pathname + location.search);
  return code;
}

/** Where this page stands, for a QR code: without what comes after ? or #, which could tell about a person. */
export function pageAddress(): string {
  return location.origin + location.pathname;
}
