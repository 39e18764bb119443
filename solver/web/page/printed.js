// Statements as papers show them, without the signs of LaTeX: as solver/proof/write/printed.py does, from its tables.

import { get } from "./server.js";

const GREEK = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho final sigma tau upsilon phi chi psi omega".split(" ");
const STYLES = /\\(?:overline|overrightarrow|mathrm|mathbf|text|textbf|textit|emph|widehat|operatorname)\s*\{([^{}]*)\}/g;
const FRACTION = /\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, ROOT = /\\sqrt\s*\{([^{}]*)\}/g;
const JOINED = /\S\s*([-+−/·]|\\(cdot|times|pm)\b)\s*\S/;
const BEFORE_POINTS = ["angle", "measuredangle", "triangle", "odot"];

/** @type {{signs: Record<string, string>, low: [string, string], high: [string, string]}} */
const known = { signs: {}, low: ["", ""], high: ["", ""] };

export async function loadSigns() { Object.assign(known, await get("signs")); }

/** @param {string} text @param {[string, string]} places */
const moved = (text, [from, to]) => [...text].map((c) => [...to][[...from].indexOf(c)] ?? c).join("");

/** A part of a fraction, or of a root.  @param {string} part */
const one = (part) => JOINED.test(part) ? `(${part.trim()})` : part;

/** @param {string} name */
function sign(name) {
  if (name in known.signs) return known.signs[name];
  const letter = GREEK.indexOf(name.replace(/^var/, "").toLowerCase());
  return letter < 0 ? name : String.fromCharCode((name[0] < "a" ? 0x391 : 0x3b1) + letter);
}

/** @param {string} text */
export function printed(text) {
  text = text.replace(/\^\{?\s*\\circ\s*\}?/g, "°").replace(STYLES, "$1").replace(/\\([dt]?frac)\s*(\d)\s*(\d)/g, "\\$1{$2}{$3}");
  for (let inner = ""; inner !== text;) {
    inner = text;
    text = text.replace(FRACTION, (_, over, under) => `${one(over)}/${one(under)}`).replace(ROOT, (_, root) => `√${one(root)}`);
  }
  return text.replace(/\\[,;:! ]|~/g, " ")
    .replace(/\\([A-Za-z]+)(\s?)/g, (_, name, gap) => sign(name) + (BEFORE_POINTS.includes(name) ? "" : gap))
    .replace(/_(?:\{([0-9]+|[aeijkmnopstx])\}|([0-9]+)|([aeijkmnopstx])(?![A-Za-z]))/g, (_, ...found) => moved(found.slice(0, 3).find(Boolean), known.low))
    .replace(/\^\{?([0-9]+|[n'])\}?/g, (_, high) => moved(high, known.high))
    .replace(/[${}]/g, "").replace(/ +([,.;])/g, "$1").replaceAll("!=", "≠").trim();
}
