// The page's state in its address, after #, which no server is sent: a link that holds the statement.

/** @returns {{statement: string, language: string, run: string, style: string, step: number | null}} */
export function read() {
  const said = new URLSearchParams(location.hash.slice(1));
  const step = Number(said.get("step"));
  return {
    statement: said.get("statement") ?? "",
    language: said.get("language") ?? (navigator.language.startsWith("zh") ? "zh" : "en"),
    run: said.get("run") ?? "",
    style: said.get("style") ?? "",
    step: Number.isInteger(step) && step > 0 ? step : null,
  };
}

/** What isn't empty.  @param {Record<string, string | number | null>} state */
export function write(state) {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) if (value) said.set(name, String(value));
  const hash = said.size ? `#${said}` : location.pathname;
  if (location.hash !== hash) history.replaceState(null, "", hash);
}
