// The page: the proof beside its figure. Depends on figure.js and numbers.js.

const data = JSON.parse(document.getElementById("porism-data").textContent);
const certificate = JSON.parse(document.getElementById("porism-certificate").textContent);
const figure = data.figure;
const svg = document.getElementById("figure");
let words = data.words[document.documentElement.lang];
const lines = [...document.querySelectorAll("[data-line]")];
const freedom = figure.points.map((p) => p.free);
const start = figure.points.map((p) => ({ x: p.x, y: p.y }));
const byNumber = new Map(data.lines.map((line) => [line.number, line]));
/** The number of the first line that speaks of an auxiliary point. */
const firstUse = figure.points.map((p, i) => p.aux ? Math.min(...data.lines.filter((l) => l.things.points.includes(i)).map((l) => l.number)) : 0);

let at = start;
let view = viewOf(figure, at);
let active = null;
const directions = [];

svg.innerHTML = '<g id="under"></g><g id="drawn"></g><g id="names"></g><g id="handles"></g>';
const layer = (name) => svg.querySelector(`#${name}`);

figure.points.forEach((point, i) => {
  const handle = document.createElementNS("http://www.w3.org/2000/svg", "g");
  handle.setAttribute("class", `handle${point.free ? " free" : ""}${point.aux ? " auxiliary" : ""}`);
  handle.setAttribute("role", point.free ? "button" : "img");
  if (point.free) handle.setAttribute("tabindex", "0");
  handle.innerHTML = `<circle r="16" class="reach"/><circle r="${point.free ? 3.6 : 2.8}" class="dot"/><title></title>`;
  handle.addEventListener("pointerdown", (event) => grab(event, i));
  handle.addEventListener("keydown", (event) => nudge(event, i));
  layer("handles").append(handle);
});

/** What the page itself says, in its language. */
function label() {
  figure.points.forEach((point, i) => {
    const word = words[point.free ? "movable" : "fixed"].replace("{}", point.name);
    const handle = layer("handles").children[i];
    handle.setAttribute("aria-label", word);
    handle.querySelector("title").textContent = word;
  });
  document.querySelectorAll("[data-word]").forEach((e) => { e.textContent = words[e.dataset.word]; });
  document.querySelectorAll("[data-label]").forEach((e) => { e.setAttribute("aria-label", words[e.dataset.label]); });
}

function render() {
  const pixels = at.map(view.toPixels);
  const shown = new Set(at.keys());
  if (active !== null) firstUse.forEach((line, i) => { if (line > active) shown.delete(i); });
  const seen = (points) => points.every((i) => shown.has(i));
  const strokes = figure.strokes.map((s) => ({ ...s, on: s.on.filter((i) => shown.has(i)) })).filter((s) => s.on.length > 1)
    .map((s) => ({ role: s.role, ends: ends(s.on, pixels).map((i) => pixels[i]) }));
  const rings = figure.rings.filter((r) => seen(r.on) && (r.center === null || shown.has(r.center)))
    .map((r) => ({ role: r.role, ring: ringOf(r, pixels) })).filter((r) => r.ring && r.ring.radius < 4 * SIZE);
  const line = active === null ? null : byNumber.get(active);
  const under = line === null ? [] : [
    ...line.rests.flatMap((n) => spoken(byNumber.get(n).things, pixels, "used")),
    ...spoken(line.things, pixels, "claimed"),
  ];
  layer("under").innerHTML = under.join("");
  layer("drawn").innerHTML = [
    ...rings.map(({ ring, role }) => circleTag(ring, `line ${role}`)),
    ...strokes.map((s) => lineTag(...s.ends, `line ${s.role}`)),
    ...marks(figure, pixels, shown),
  ].join("");
  const places = labelled(figure.points.map((p) => p.name), pixels, strokes.map((s) => s.ends), rings.map((r) => r.ring), directions);
  layer("names").innerHTML = figure.points.map((p, i) => shown.has(i) ? `<text x="${r2(places[i].x)}" y="${r2(places[i].y)}">${p.name}</text>` : "").join("");
  [...layer("handles").children].forEach((handle, i) => {
    handle.setAttribute("transform", `translate(${r2(pixels[i].x)} ${r2(pixels[i].y)})`);
    handle.style.display = shown.has(i) ? "" : "none";
  });
  svg.setAttribute("viewBox", `0 0 ${r2(view.width)} ${r2(view.height)}`);
}

// -- steps ------------------------------------------------------------------------------------------------------------

function show(number) {
  active = number;
  const used = number === null ? [] : byNumber.get(number).rests;
  lines.forEach((element) => {
    const own = Number(element.dataset.line);
    element.classList.toggle("active", own === number);
    element.classList.toggle("used", used.includes(own));
    if (own === number) element.setAttribute("aria-current", "step"); else element.removeAttribute("aria-current");
  });
  render();
}

/** The line of that number in the language that is shown. */
const lineOf = (number) => lines.find((e) => Number(e.dataset.line) === Number(number) && !e.closest("[hidden]"));

function step(by) {
  const numbers = data.lines.map((line) => line.number);
  const here = numbers.indexOf(active);
  const first = data.lines.findIndex((line) => line.part === "step");
  const next = here < 0 ? (by > 0 ? first : numbers.length - 1) : here + by;
  if (next < 0 || next >= numbers.length) return;
  show(numbers[next]);
  const element = lineOf(active);
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

lines.forEach((element) => {
  const number = Number(element.dataset.line);
  element.addEventListener("mouseenter", () => show(number));
  element.addEventListener("focus", () => { if (active !== number) show(number); });
  element.addEventListener("click", (event) => { if (!event.target.closest("a")) show(number); });
});
document.querySelectorAll("a[data-to]").forEach((link) => link.addEventListener("click", (event) => {
  event.preventDefault();
  const target = lineOf(link.dataset.to);
  target.focus();
  target.scrollIntoView({ block: "nearest" });
}));
document.addEventListener("keydown", (event) => {
  if (event.target.closest(".handle") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "ArrowDown" || event.key === "j") { event.preventDefault(); step(1); }
  if (event.key === "ArrowUp" || event.key === "k") { event.preventDefault(); step(-1); }
  if (event.key === "Escape") show(null);
});
document.getElementById("speak").addEventListener("click", () => {
  const codes = Object.keys(data.words);
  const next = codes[(codes.indexOf(document.documentElement.lang) + 1) % codes.length];
  document.documentElement.lang = next;
  words = data.words[next];
  document.querySelectorAll(".told").forEach((e) => { e.hidden = e.lang !== next; });
  label();
});
document.getElementById("next").addEventListener("click", () => step(1));
document.getElementById("previous").addEventListener("click", () => step(-1));
document.getElementById("all").addEventListener("click", () => show(null));

// -- dragging ---------------------------------------------------------------------------------------------------------

function moved(places) {
  at = places;
  render();
  const off = (equations) => worst(equations, at).toExponential(0);
  document.getElementById("residuals").textContent = words.residuals.replace("{premises}", off(figure.premises)).replace("{goal}", off(figure.goal));
}

function placeOf(event) {
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  return view.toFigure(point);
}

function grab(event, i) {
  if (!freedom[i]) return;
  event.preventDefault();
  const handle = layer("handles").children[i];
  handle.setPointerCapture(event.pointerId);
  const move = (now) => moved(dragged(figure.premises, at, freedom, i, placeOf(now)));
  const end = () => {
    handle.removeEventListener("pointermove", move);
    view = viewOf(figure, at);
    render();
  };
  handle.addEventListener("pointermove", move);
  handle.addEventListener("pointerup", end, { once: true });
  handle.addEventListener("pointercancel", end, { once: true });
}

function nudge(event, i) {
  const way = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
  if (!way || !freedom[i]) return;
  event.preventDefault();
  const size = 8 / view.scale;
  moved(dragged(figure.premises, at, freedom, i, { x: at[i].x + size * way[0], y: at[i].y + size * way[1] }));
}

document.getElementById("reset").addEventListener("click", () => {
  view = viewOf(figure, start);
  moved(start);
});

// -- the certificate --------------------------------------------------------------------------------------------------

/** Every claim at the certificate's coordinates; what is off by more than rounding is listed. */
document.getElementById("check").addEventListener("click", () => {
  const places = data.order.map((p) => { const [x, y] = certificate.coordinates[p]; return { x: Number(x), y: Number(y) }; });
  const off = data.claims.map((claim) => ({ id: claim.id, error: worst(claim.equations, places) }));
  const bad = off.filter((claim) => !(claim.error < 1e-7));
  const most = Math.max(0, ...off.map((claim) => claim.error)).toExponential(1);
  const verdict = bad.length ? words.refuted.replace("{}", bad.map((claim) => claim.id).join(", ")) : words.confirmed;
  document.getElementById("verdict").textContent = verdict.replace("{count}", off.length).replace("{error}", most);
});

label();
render();
