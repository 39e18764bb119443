// The one figure of the page: of the statement while it is typed, then of its proof. It is drawn and dragged by the scripts of
// a proof's own page (proof/write/page), which are loaded before this one.

import { by, show } from "./dom.js";
import { languageNow, said } from "./words.js";
import { get } from "./server.js";

/** What those scripts say, by language.  @type {Record<string, Record<string, string>>} */
let phrases = {};
/** @type {any} */
let live = null;
/** @type {any} */
let walk = null;

export async function loadWords() { phrases = await get("words"); }
export const wordsOfFigure = () => phrases[languageNow()];

/** Shows a figure; null hides it.  @param {any} figure */
export function draw(figure) {
  walk = null;
  show("drawing", figure !== null);
  walkable(false);
  show("another", figure !== null);
  live = figure && liveFigure(by("figure"), figure, wordsOfFigure(), (moved) => { by("residuals").textContent = residualsIn(wordsOfFigure(), moved); });
  by("residuals").textContent = said("drag");
}

/** A proof's figure, walked through with the lines of its words.  @param {any} proof @param {HTMLElement} told @param {(line: number | null) => void} changed */
export function drawProof(proof, told, changed) {
  draw(proof.figure);
  walk = walkThrough(told, proof.lines, live, changed);
  walkable(true);
  show("another", false);
  return walk;
}

/** @param {boolean} isOn */
function walkable(isOn) {
  document.querySelectorAll(".walking").forEach((element) => { /** @type {HTMLElement} */ (element).hidden = !isOn; });
}

/** Highlights things in a figure that has no proof; nothing: none.  @param {any} [things] */
export function highlight(things) {
  if (live && !walk) live.show(undefined, things ? [[things, "claimed"]] : []);
}

/** The same figure with its points elsewhere.  @param {Record<string, [number, number]>} points */
export function place(points) {
  if (live && live.figure.points.every((/** @type {any} */ p) => p.id in points)) live.moveTo(live.figure.points.map((/** @type {any} */ p) => ({ x: points[p.id][0], y: points[p.id][1] })));
}

/** What a fact speaks of, by its predicate, such as `cong A B A C`.  @param {string} predicate */
export function thingsIn(predicate) {
  const [name, ...rest] = predicate.split(" ");
  const ids = live.figure.points.map((/** @type {any} */ p) => p.id);
  const points = rest.map((p) => ids.indexOf(p)).filter((i) => i >= 0);
  const pairs = points.length % 2 ? [] : points.filter((_, k) => k % 2 === 0).map((p, k) => [p, points[2 * k + 1]]);
  const isCircle = name === "cyclic", isRow = name === "coll";
  return { points, lines: isRow ? [points] : isCircle ? [] : pairs.filter(([p, q]) => p !== q), circles: isCircle ? [points] : [], corners: [] };
}

/** Names what can be dragged in the language of now. */
export function relabel() {
  if (live) live.label(wordsOfFigure());
  if (live) by("residuals").textContent = said("drag");
}

export const walkNow = () => walk;

by("next").addEventListener("click", () => walk?.step(1));
by("previous").addEventListener("click", () => walk?.step(-1));
by("all").addEventListener("click", () => walk?.show(null));
by("reset").addEventListener("click", () => live?.reset());
document.addEventListener("keydown", (event) => {
  if (walk && !(/** @type {HTMLElement} */ (event.target)).closest("dialog, #writing, button")) walk.key(event);
});
