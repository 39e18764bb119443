// The page: what is typed is read and drawn at once; the rest is asked for.

import { by, button, made, show } from "./dom.js";
import { loadSigns, printed } from "./printed.js";
import { fromServer, inWords, languageNow, learn, said, speak } from "./words.js";
import { Refused, Unreachable, call, get, introduce, readFigure, start, whenLost } from "./server.js";
import * as address from "./address.js";
import * as canvas from "./canvas.js";
import * as editor from "./editor.js";
import * as library from "./library.js";
import * as outcome from "./outcome.js";

/** Milliseconds without a keystroke after which the text is read. */
const PAUSE = 120;
/** @type {Record<string, string[]>} */
const EXAMPLES = {
  en: [
    "Let $H$ be the orthocenter of an acute triangle $ABC$ with circumcircle $\\omega$. The line $AH$ meets $\\omega$ again at $D$. Prove that $BH = BD$.",
    "Let $I$ be the incenter of triangle $ABC$. The line $AI$ meets the circumcircle of $ABC$ again at $M$. Prove that $MB = MI$.",
    "In triangle $ABC$, $AB = 13$, $BC = 14$ and $CA = 15$. Find the area of the triangle.",
  ],
  zh: [
    "ABCD是平行四边形，E是BC的中点，直线AE与BD交于F。求证：BD = 3BF。",
    "I是△ABC的内心，直线AI与△ABC的外接圆交于另一点M。求证：MB = MI。",
    "在△ABC中，AB = 13，BC = 14，CA = 15。求△ABC的面积。",
  ],
};

/** What the address says beside the statement. */
let run = "", style = "", step = /** @type {number | null} */ (null);
let reading = new AbortController();
let isSeen = false;
/** Whether the statement asks what can be said instead of something to prove. */
let asksWhat = false;
/** Which of its figures is drawn. */
let seed = 0;

// -- the statement ------------------------------------------------------------------------------------------------------

/** @type {any} */
let pausing = null;

function typed() {
  by("reading").open = true;
  isSeen = false;
  run = "";
  step = null;
  seed = 0;
  outcome.clear();
  by("own-outcome").replaceChildren();
  sayTried = () => {};
  remember();
  reading.abort();
  clearTimeout(pausing);
  pausing = setTimeout(see, PAUSE);
}

/** Reads the text as it is now, and draws its figure. */
async function see() {
  const statement = editor.text();
  library.forgetAlike();
  for (const id of ["welcome", "examples"]) show(id, !statement.trim());
  by("problems-of-text").replaceChildren();
  if (!statement.trim()) {
    sayReading = () => {};
    status("", () => "");
    unsee();
    canvas.draw(null);
    return;
  }
  reading.abort();
  reading = new AbortController();
  const began = performance.now();
  const slow = setTimeout(() => status("", () => said("reading")), 400);
  try {
    const seen = await call("see_statement", { statement, seed }, reading.signal);
    showSeen(seen, performance.now() - began);
  } catch (error) {
    if (error instanceof Refused) showUnread(error.failure);
    else if (!(error instanceof Unreachable) && !(error instanceof DOMException)) throw error;
  } finally {
    clearTimeout(slow);
  }
}

/** What is said of the reading, in the language of now, and what the reading is. */
let sayStatus = () => {}, sayReading = () => {};

/** @param {string} style @param {() => string} text */
function status(style, text) {
  sayStatus = () => { by("status").textContent = text(); };
  by("status").className = style;
  sayStatus();
}

/** @param {any} seen @param {number} took milliseconds */
function showSeen(seen, took) {
  isSeen = true;
  asksWhat = seen.read.goals.some((/** @type {string} */ goal) => goal.startsWith("what can be said"));
  editor.mark([], "");
  const truth = () => seen.failure ? said("noFigure", fromServer(seen.failure.message)) : seen.goal_holds ? said("holds") : said("fails", fromServer(seen.message));
  status(seen.failure ? "wrong" : seen.goal_holds ? "right" : "doubt", () => `${truth()} ${said("readIn", Math.round(took))}`);
  sayReading = () => { if (seen.failure) listProblems(seen.failure); listSentences(seen); };
  sayReading();
  show("reading", true);
  for (const id of ["own", "alike"]) show(id, true);
  canvas.draw(seen.figure);
}

/** @param {any} seen */
function listSentences(seen) {
  by("sentences").replaceChildren(...seen.read.sentences.map((/** @type {any} */ sentence, /** @type {number} */ k) => {
    const item = made("li", "", [made("q", "", [printed(sentence.text)]), made("span", "said", [printed(sentence.words.map(inWords).join(said("between")))])], { tabindex: "0" });
    const look = () => { editor.mark([sentence.place], "looked"); canvas.highlight(seen.things[k]); };
    const leave = () => { editor.mark([], ""); canvas.highlight(); };
    for (const event of ["mouseenter", "focus"]) item.addEventListener(event, look);
    for (const event of ["mouseleave", "blur"]) item.addEventListener(event, leave);
    return item;
  }));
  const notes = seen.read.notes.map((/** @type {string} */ note) => made("span", "quiet", [` ${fromServer(note)}${said("period")}`]));
  by("goals").replaceChildren(made("strong", "", [seen.read.goals.map(inWords).join(said("between"))]), ...notes);
}

function unsee() {
  isSeen = false;
  show("reading", false);
  for (const id of ["own", "alike"]) show(id, false);
}

/** What isn't understood, under its words and in a list; the last figure stays.  @param {any} failure */
function showUnread(failure) {
  unsee();
  status("wrong", () => failure.passages.length ? said("notUnderstood") : fromServer(failure.message));
  sayReading = () => listProblems(failure);
  sayReading();
}

/** @param {any} failure */
function listProblems(failure) {
  const places = failure.passages.length ? failure.passages : failure.place ? [failure.place] : [];
  editor.mark(places, "wrong");
  const items = places.map((/** @type {any} */ place) => {
    const words = editor.wordsAt(place).replace(/\s+/g, " ").trim();
    return words ? made("li", "", [button(words.length > 60 ? `${words.slice(0, 58)}…` : words, () => editor.select(place), "passage")]) : null;
  });
  if (failure.hint) items.push(made("li", "quiet advice", [fromServer(failure.hint)]));
  by("problems-of-text").replaceChildren(...items.filter(Boolean));
}

// -- what is asked for --------------------------------------------------------------------------------------------------

const seconds = () => Number(by("seconds").value);

/** Everything that was typed is read before it is asked about. */
async function settled() {
  clearTimeout(pausing);
  if (!isSeen) await see();
  return isSeen;
}

async function prove() {
  if (!await settled()) return;
  if (asksWhat) {
    await explore();
    return;
  }
  run = "prove";
  remember();
  const last = await outcome.run("prove", { statement: editor.text(), seconds: seconds() }, "proving");
  if (last?.state !== "done") return;
  by("reading").open = false;
  await outcome.showProved(last, step);
}

async function explore() {
  if (!await settled()) return;
  run = "explore";
  remember();
  const last = await outcome.run("explore", { statement: editor.text(), seconds: Math.min(seconds(), 60) }, "exploring");
  if (last?.state === "done") outcome.showFacts(last.answer);
}

async function check() {
  if (!await settled()) return;
  const last = await outcome.run("check_statement", { statement: editor.text(), seconds: Math.min(seconds(), 30) }, "checking");
  if (last?.state === "done") outcome.showChecked(last.answer);
}

/** @param {Event} event */
async function tryPoints(event) {
  event.preventDefault();
  const points = by("points").value.trim();
  if (!points) return;
  by("own-outcome").textContent = `${said("trying")} …`;
  try {
    const last = await start("try_points", { statement: editor.text(), points }, () => {});
    showTried(last);
  } catch (error) {
    if (error instanceof Refused) showTried({ failure: error.failure });
  }
}

/** Says again what came of one's own points. */
let sayTried = () => {};

/** @param {any} last */
function showTried(last) {
  sayTried = () => showTried(last);
  if (!last.answer) {
    const failure = last.failure ?? { message: said("lostJob"), hint: "" };
    by("own-outcome").replaceChildren(made("p", "wrong", [fromServer(failure.message)]), made("p", "quiet", [fromServer(failure.hint)]));
    return;
  }
  const { alone, goal_follows: follows, new_facts: facts, statement } = last.answer;
  const news = facts.length ? [made("p", "", [said("newFacts")]), made("ul", "", facts.map(outcome.factItem))] : [made("p", "quiet", [said("noNews")])];
  const line = made("p", follows ? "right" : "", [said(alone ? "followsAlone" : follows ? "follows" : "followsNot")]);
  by("own-outcome").replaceChildren(line, ...news, made("div", "tools", [button(said("takeStatement"), () => editor.write(statement))]));
}

// -- around it ------------------------------------------------------------------------------------------------------------

function remember() {
  address.write({ statement: editor.text(), run, step, style, language: languageNow() === "en" ? null : languageNow() });
}

async function share() {
  remember();
  try {
    await navigator.clipboard.writeText(location.href);
    by("share").textContent = said("copied");
  } catch {
    by("share").textContent = said("copyThis");
  }
  setTimeout(() => { by("share").textContent = said("share"); }, 2000);
}

async function openFile() {
  const [file] = by("file").files;
  by("file").value = "";
  if (!file) return;
  try {
    const { statement, notes } = await readFigure(file);
    editor.write(statement);
    if (notes.length) by("own-outcome").textContent = said("fileNotes", notes.map(fromServer).join(said("between")));
  } catch (error) {
    if (!(error instanceof Refused)) return;
    status("wrong", () => `${fromServer(error.failure.message)}${said("period")} ${said("hint", fromServer(error.failure.hint))}`);
  }
}

/** What the address says.  @param {boolean} isFirst */
async function follow(isFirst) {
  const state = address.read();
  speak(state.language);
  canvas.relabel();
  if (!isFirst && state.statement === editor.text()) return;
  editor.write(state.statement);
  [run, step, style] = [state.run, state.step, state.style];
  outcome.tell(style);
  remember(); // the address keeps what is to be done while the statement is being read
  clearTimeout(pausing);
  await see();
  if (state.run === "prove") await prove();
  else if (state.run === "explore") await explore();
}

function exampleCards() {
  by("example-cards").replaceChildren(...EXAMPLES[languageNow()].map((statement) => button(printed(statement), () => editor.write(statement), "example")));
}

async function begin() {
  canvas.draw(null);
  editor.whenTyped(typed);
  by("prove").addEventListener("click", prove);
  by("explore").addEventListener("click", explore);
  by("check").addEventListener("click", check);
  by("share").addEventListener("click", share);
  by("another").addEventListener("click", () => { seed += 1; see(); });
  by("find-alike").addEventListener("click", () => library.findAlike(editor.text(), seconds()));
  by("own-form").addEventListener("submit", tryPoints);
  by("open-file").addEventListener("click", () => by("file").click());
  by("file").addEventListener("change", openFile);
  by("home").addEventListener("click", (/** @type {Event} */ event) => { event.preventDefault(); editor.write(""); by("statement").focus(); });
  by("speak").addEventListener("click", () => {
    speak(languageNow() === "en" ? "zh" : "en");
    canvas.relabel();
    exampleCards();
    sayStatus();
    sayReading();
    sayTried();
    library.forgetAlike();
    outcome.relabel();
    remember();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); prove(); } });
  window.addEventListener("hashchange", () => follow(false));
  whenLost((isGone, isNew) => {
    show("lost", isGone || isNew);
    by("lost").textContent = said(isGone ? "lost" : "back");
    if (isGone) return;
    if (isNew) outcome.forgotten();
    setTimeout(() => show("lost", false), 4000);
    if (!isSeen) see();
  });
  speak(address.read().language);
  const server = await introduce();
  await Promise.all([canvas.loadWords(), loadSigns(), get("messages").then(learn)]);
  exampleCards();
  by("version").textContent = `porism ${server.version}`;
  outcome.belongTo({
    forms: server.forms,
    changed: (line) => { step = line; remember(); },
    styled: (chosen) => { style = chosen; remember(); },
    add: (lines) => { editor.write(`${editor.text().trimEnd()}\n${lines.join("\n")}`); prove(); },
    again: prove,
  });
  library.giveTo((statement) => editor.write(statement), server.keeps_history);
  await follow(true);
  by("statement").focus();
}

window.addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof Unreachable) event.preventDefault();
});
begin();
