// What came of a call: its progress while it runs, the verdict, the proof, other figures, facts, and files to take away.

import { by, button, made, show } from "./dom.js";
import { fromServer, inWords, languageNow, said } from "./words.js";
import { get, start } from "./server.js";
import * as canvas from "./canvas.js";
import * as server from "./server.js";

/** @type {any} */
let job = null;
/** Which run this is: what an earlier one still has to say isn't listened to. */
let turn = 0;
let seconds = 60;
let began = 0;
/** @type {any} */
let ticking = null;
/** The proofs shown, one a goal.  @type {any[]} */
let goals = [];
/** Shows the outcome once more, in another language. */
let again = () => {};

/**
 * forms: of files, by name, with their suffixes. changed: the line that is shown. styled: how it is told. add: puts a condition into the statement and
 * proves it. again: the same once more.
 * @type {{forms: Record<string, string>, changed: (line: number | null) => void, styled: (style: string) => void, add: (lines: string[]) => void, again: () => void}}
 */
const owner = { forms: {}, changed: () => {}, styled: () => {}, add: () => {}, again: () => {} };
/** @param {Partial<typeof owner>} given */
export function belongTo(given) { Object.assign(owner, given); }

/** Nothing, as before a call. */
export function clear() {
  turn += 1;
  if (job && !isOver(job)) server.remove(`jobs/${job.id}`).catch(() => {});
  job = null;
  goals = [];
  again = () => {};
  clearInterval(ticking);
  for (const id of ["running", "after-proof", "outcome", "style"]) show(id, false);
  for (const id of ["verdict", "choices", "goals-tabs", "told", "facts", "depths", "tried", "verified"]) by(id).replaceChildren();
}

/** @param {any} seen */
const isOver = (seen) => !["waiting", "running"].includes(seen.state);

/**
 * Starts a call and shows what comes of it. Resolves with the job when it is over; null where another one has begun meanwhile.
 * @param {string} name @param {any} asked @param {string} doing
 */
export async function run(name, asked, doing) {
  clear();
  const own = turn;
  seconds = asked.seconds;
  began = performance.now();
  show("outcome", true);
  show("running", true);
  by("doing").textContent = `${said(doing)} …`;
  by("elapsed").style.width = "0";
  ticking = setInterval(() => { by("elapsed").style.width = `${Math.min(100, (performance.now() - began) / seconds / 10)}%`; }, 100);
  try {
    const last = await start(name, asked, (seen) => { if (own === turn) follow(seen, doing); });
    if (own !== turn) return null;
    finish(last);
    return last;
  } catch (error) {
    if (own !== turn) return null;
    finish({ state: error instanceof server.Refused ? "failed" : "lost", failure: error instanceof server.Refused ? error.failure : null });
    return null;
  }
}

/** @param {any} seen @param {string} doing */
function follow(seen, doing) {
  job = seen;
  by("doing").textContent = `${said(seen.state === "waiting" ? "waiting" : doing)} …`;
  const progress = seen.progress;
  if (!progress) return;
  const count = (/** @type {number} */ number) => number.toLocaleString(languageNow());
  by("tried").textContent = said("tried", { count: count(progress.trials), rate: count(Math.round(progress.trials / Math.max(progress.seconds, 0.1))) });
  const most = Math.max(...progress.by_depth, progress.one_point, 1);
  by("depths").replaceChildren(...progress.by_depth.map((/** @type {number} */ tried, /** @type {number} */ k) => {
    const bar = made("span", "bar");
    bar.style.width = `${Math.max(1, (100 * Math.log1p(tried)) / Math.log1p(most))}%`;
    const number = k === 0 && progress.one_point ? said("of", { "": count(tried), total: count(progress.one_point) }) : count(tried);
    return made("div", "depth", [made("span", "", [k === 0 ? said("depthOne") : said("depth", k + 1)]), made("span", "bars", [bar]), made("span", "count", [number])]);
  }));
}

/** @param {any} last */
function finish(last) {
  job = last;
  clearInterval(ticking);
  show("running", false);
  if (last.state === "lost") verdict("failed", said("lostJob"), "", [button(said("again"), () => owner.again())]);
  else if (last.state === "stopped") verdict("stopped", "");
  else if (last.state === "failed") verdict(last.failure.kind === "timeout" ? "timeout" : "failed", last.failure.message, last.failure.hint);
}

/** What a statement's verdict is, without what the command line would do next.  @param {any} answer */
function reasonOf({ status, reason }) {
  const why = reason.replace(new RegExp(`^${status}: `), "");
  return status === "depends" ? why.replace(/; (?!.*; ).*$/s, "") : why;
}

/** The headline.  @param {string} status @param {string} message @param {string} [hint] @param {Node[]} [more] */
function verdict(status, message, hint = "", more = []) {
  show("outcome", true);
  const parts = [made("strong", "", [said(status)]), made("span", "", [fromServer(message)]), ...(hint ? [made("p", "quiet", [said("hint", fromServer(hint))])] : []), ...more];
  by("verdict").replaceChildren(made("div", `verdict ${status}`, parts));
}

/** The outcome of `prove`.  @param {any} last @param {number | null} line the line to begin with */
export async function showProved(last, line) {
  const { answer } = last;
  const own = turn;
  again = () => { showProved(last, canvas.walkNow()?.active ?? null).catch(forgotten); };
  const took = last.seconds.toFixed(1);
  const all = answer.goals;
  if (answer.status === "proved") {
    const text = all.length === 1 ? said("provedIn", { steps: all[0].steps, seconds: took }) : said("provedAll", { seconds: took });
    const found = all.filter((/** @type {any} */ g) => g.answer).map((/** @type {any} */ g) => made("p", "answer", [said("answer", g.answer)]));
    const notes = all.flatMap((/** @type {any} */ g) => [g.note, ...g.hypotheses]).filter(Boolean).map((/** @type {string} */ n) => made("p", "quiet", [fromServer(n)]));
    verdict("proved", text, "", [...found, ...notes]);
  } else {
    verdict(answer.status, reasonOf(answer));
  }
  goals = await Promise.all(all.map((/** @type {any} */ _, /** @type {number} */ k) => get(`jobs/${last.id}/goals/${k}`)));
  if (own !== turn) return;
  if (goals.length > 1) {
    by("goals-tabs").replaceChildren(...all.map((/** @type {any} */ goal, /** @type {number} */ k) =>
      button(`${said("goal", k + 1)}${said("colon")}${inWords(goal.goal.replace(/^prove /, ""))}`, () => showGoal(all, k, null), "tab")));
  }
  showGoal(all, Math.max(0, goals.findIndex((goal) => !goal.proof && goal.figures.length)), line);
  const hasProof = goals.some((goal) => goal.proof);
  show("after-proof", hasProof);
  downloads();
}

/** @param {any[]} all @param {number} k @param {number | null} line */
function showGoal(all, k, line) {
  [...by("goals-tabs").children].forEach((tab, i) => tab.setAttribute("aria-pressed", String(i === k)));
  const { proof, figures } = goals[k];
  by("told").replaceChildren();
  show("style", false);
  by("choices").replaceChildren();
  by("verified").textContent = "";
  show("verify", Boolean(proof));
  if (proof) {
    by("told").innerHTML = proof.told;
    tell(style);
    const walk = canvas.drawProof(proof, by("told"), owner.changed);
    by("verify").onclick = () => { by("verified").textContent = checkedInWords(canvas.wordsOfFigure(), checkedClaims(proof.certificate, proof.order, proof.claims)); };
    if (line !== null && proof.lines.some((/** @type {any} */ l) => l.number === line)) walk.show(line);
  } else if (figures.length) {
    canvas.draw(figures[0]);
    if (all[k].configurations.length > 1 && figures.length > 1) choices(all[k].configurations, (n) => canvas.draw(figures[n]));
    else by("told").replaceChildren(made("p", "", [said("counterexample")]));
  }
}

/** The kinds of figures on which a goal depends, to look at and to choose.  @param {any[]} configurations @param {(k: number) => void} look */
function choices(configurations, look) {
  const cards = configurations.map((one, k) => {
    const where = one.condition.length ? said("where", one.condition.map(inWords).join(said("comma"))) : said("otherwise");
    const card = button("", () => choose(k), "choice");
    card.append(made("strong", "", [where]), made("span", one.holds ? "holds" : "fails", [said(one.holds ? "itHolds" : "itFails")]));
    return card;
  });
  const prove = configurations.map((one) =>
    one.holds && one.condition.length ? button(said("addCondition", one.condition.map(inWords).join(said("comma"))), () => owner.add(one.condition)) : null);
  const choose = (/** @type {number} */ k) => {
    cards.forEach((card, i) => card.setAttribute("aria-pressed", String(i === k)));
    look(k);
  };
  by("choices").replaceChildren(made("h2", "", [said("configurations")]), made("div", "cards", cards), made("div", "tools", prove.filter((b) => b !== null)));
  choose(0);
}

/** The outcome of `check_statement`.  @param {any} checked */
export function showChecked(checked) {
  again = () => showChecked(checked);
  const remarks = checked.remarks.map((/** @type {any} */ r) => made("p", "quiet", [fromServer(r.message)]));
  verdict(checked.verdict, checked.message, checked.hint, remarks);
  const goal = checked.goals.find((/** @type {any} */ g) => g.verdict === checked.verdict);
  if (!goal) return;
  if (goal.configurations.length > 1) choices(goal.configurations, (k) => canvas.place(goal.configurations[k].points));
  else canvas.place(goal.counterexample);
}

/** The outcome of `explore`.  @param {any} found */
export function showFacts(found) {
  again = () => showFacts(found);
  const count = found.facts.length;
  by("verdict").replaceChildren(made("p", "", [count ? said("facts", count) : said("noFacts"), found.is_complete ? "" : ` ${said("notAll")}`]));
  by("facts").replaceChildren(...found.facts.map((/** @type {any} */ fact) => factItem(fact)));
}

/** @param {any} fact */
export function factItem(fact) {
  const steps = fact.steps ? [made("span", "quiet", [said("steps", fact.steps)])] : [];
  const item = made("li", "fact", [made("span", "", [inWords(fact.words)]), ...steps], { tabindex: "0" });
  const look = () => canvas.highlight(canvas.thingsIn(fact.predicate));
  item.addEventListener("mouseenter", look);
  item.addEventListener("focus", look);
  item.addEventListener("mouseleave", () => canvas.highlight());
  return item;
}

/** Files of the figure alone; how forms are called that have one name in all languages.  @type {Record<string, string>} */
const FORM_NAMES = { markdown: "Markdown", latex: "LaTeX", tikz: "TikZ", svg: "SVG", geogebra: "GeoGebra" };
const FIGURES = ["svg", "tikz", "geogebra"];

function downloads() {
  if (!job || !goals.some((goal) => goal.proof)) return;
  const picture = button("PNG", takePicture);
  picture.title = ".png";
  const links = (/** @type {string[]} */ forms) => forms.map((form) => {
    const suffix = owner.forms[form], name = FORM_NAMES[form] ?? said(form);
    return made("a", "button", [name], { href: `api/jobs/${job.id}/files/${form}?language=${languageNow()}&style=${style}`, download: `proof${suffix}`, title: suffix });
  });
  const figures = FIGURES.filter((form) => form in owner.forms), others = Object.keys(owner.forms).filter((form) => !figures.includes(form));
  by("downloads").replaceChildren(
    made("span", "", [said("theProof")]), made("span", "tools", links(others)),
    made("span", "", [said("theFigure")]), made("span", "tools", [...links(figures), picture]));
}

/** How many pixels of the picture a unit of the figure is. */
const SHARPNESS = 3;

/** The figure as a PNG, drawn here from the server's SVG. */
async function takePicture() {
  const image = new Image();
  try {
    const answer = await fetch(`api/jobs/${job.id}/files/svg`);
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await answer.text())}`;
    await image.decode();
  } catch {
    by("verified").textContent = said("pictureFailed");
    return;
  }
  const paper = document.createElement("canvas");
  [paper.width, paper.height] = [SHARPNESS * image.width, SHARPNESS * image.height];
  const context = paper.getContext("2d");
  if (!context) return;
  context.fillStyle = "white";
  context.fillRect(0, 0, paper.width, paper.height);
  context.drawImage(image, 0, 0, paper.width, paper.height);
  made("a", "", [], { href: paper.toDataURL("image/png"), download: "figure.png" }).click();
}

/** The server has forgotten what it had proved. */
export function forgotten() {
  if (!job || !goals.some((goal) => goal.proof)) return;
  by("downloads").replaceChildren(made("span", "quiet", [said("lostProof")]), button(said("again"), () => owner.again()));
}

/** In the language of now. */
export function relabel() { again(); }

/** How proofs are told: in which style. */
let style = "olympiad";

/** @param {string} next */
export function tell(next) {
  style = next || "olympiad";
  if (goals.some((goal) => goal.proof)) tellIn(by("told"), languageNow(), style, canvas.wordsOfFigure(), by("style"));
  downloads();
}

by("style").addEventListener("click", () => {
  tell(otherStyle(stylesIn(by("told"), languageNow()), style));
  owner.styled(style === "olympiad" ? "" : style);
});

by("stop").addEventListener("click", () => { if (job) server.remove(`jobs/${job.id}`).catch(() => {}); });
