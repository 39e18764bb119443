// The collection and the history, each in a dialog; what is chosen becomes the statement.

import { by, button, made } from "./dom.js";
import { printed } from "./printed.js";
import { fromServer, languageNow, said } from "./words.js";
import { Refused, call, get, remove } from "./server.js";

/** @type {(statement: string) => void} */
let take = () => {};
let keepsHistory = true;

/** @param {(statement: string) => void} taker @param {boolean} keeps whether this server keeps a history */
export function giveTo(taker, keeps) {
  take = taker;
  keepsHistory = keeps;
}

const AT_ONCE = 60;
const MOST_ALIKE = 5;

async function search() {
  const words = by("words").value.split(/\s+/).filter(Boolean).slice(0, 20);
  const found = await call("search_problems", { words, suite: by("suite").value, count: AT_ONCE });
  const shown = found.problems.length;
  by("found").textContent = shown < found.total ? said("firstOf", { count: shown, total: found.total }) : said("found", found.total);
  by("hits").replaceChildren(...found.problems.map(known));
}

/** @param {string} title @param {string} statement @param {string} about */
function hit(title, statement, about) {
  const chosen = button("", () => {
    document.querySelectorAll("dialog").forEach((dialog) => dialog.close());
    take(statement);
  }, "hit");
  chosen.append(made("strong", "", [title]), made("span", "quiet", [about]), made("span", "text", [printed(statement)]));
  return made("li", "", [chosen]);
}

/** Which search for problems like this one is the latest. */
let alike = 0;

/** Problems whose figures are like a statement's.  @param {string} statement @param {number} seconds */
export async function findAlike(statement, seconds) {
  forgetAlike();
  const own = alike;
  by("alike-found").textContent = `${said("looking")} …`;
  try {
    const found = await call("similar_problems", { statement, count: MOST_ALIKE, seconds: Math.min(seconds, 60) });
    if (own !== alike) return;
    by("alike-found").textContent = found.problems.length ? "" : said("noneAlike");
    by("alike-hits").replaceChildren(...found.problems.map(known));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (own === alike) by("alike-found").textContent = fromServer(error.message);
  }
}

/** Nothing, as before one asks. */
export function forgetAlike() {
  alike += 1;
  by("alike-found").textContent = "";
  by("alike-hits").replaceChildren();
}

/** A problem that is known, to be taken.  @param {any} problem */
function known(problem) {
  const about = [problem.source, problem.year, problem.tags.join(", ")].filter(Boolean).join(" · ");
  const [own, other] = languageNow() === "zh" ? [problem.chinese, problem.english] : [problem.english, problem.chinese];
  return hit(problem.title || problem.name, own || other || problem.statement, about);
}

async function showHistory() {
  const entries = await get("history");
  const empty = keepsHistory ? "nothingYet" : "notKept";
  by("entries").replaceChildren(...(entries.length ? entries.map((/** @type {any} */ entry) => {
    const when = new Date(entry.at).toLocaleString(document.documentElement.lang);
    return hit(`${said(entry.status === "done" ? "explore" : entry.status)}`, entry.statement, `${when} · ${entry.seconds.toFixed(1)} s`);
  }) : [made("li", "quiet", [said(empty)])]));
}

async function listSuites() {
  if (by("suite").children.length) return;
  const suites = await get("suites");
  by("suite").replaceChildren(made("option", "", [said("allSuites")], { value: "" }), ...suites.map((/** @type {string} */ name) => made("option", "", [name], { value: name })));
}

/** @type {any} */
let waiting = null;
by("words").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 120); });
by("suite").addEventListener("change", search);
by("search").addEventListener("submit", (/** @type {Event} */ event) => { event.preventDefault(); search(); });
by("open-problems").addEventListener("click", async () => { by("problems").showModal(); await listSuites(); await search(); });
by("open-history").addEventListener("click", async () => { by("history").showModal(); await showHistory(); });
by("forget").addEventListener("click", async () => { await remove("history"); await showHistory(); });
document.querySelectorAll("[data-close]").forEach((element) => element.addEventListener("click", () => by(/** @type {HTMLElement} */ (element).dataset.close ?? "").close()));
document.querySelectorAll("dialog").forEach((dialog) => dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); }));
