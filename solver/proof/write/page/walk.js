// A proof's lines, walked through beside its live figure. Depends on drawing.js.

/**
 * root: has an element with data-line for each line, once in each language, and links with data-to. lines: what each speaks
 * of. changed: called with the number of the line that is shown, null where all is.
 */
function walkThrough(root, lines, live, changed = () => {}) {
  const elements = [...root.querySelectorAll("[data-line]")];
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  const numbers = lines.map((line) => line.number);
  /** The number of the first line that speaks of an auxiliary point. */
  const firstUse = live.figure.points.map((p, i) => p.aux ? Math.min(...lines.filter((l) => l.things.points.includes(i)).map((l) => l.number)) : 0);
  let active = null;
  /** The line that was unfolded to be walked to. */
  let unfolded = null;

  function show(number) {
    active = number;
    const line = number === null ? null : byNumber.get(number);
    const used = line ? line.rests : [];
    elements.forEach((element) => {
      const own = Number(element.dataset.line);
      element.classList.toggle("active", own === number);
      element.classList.toggle("used", used.includes(own));
      if (own === number) element.setAttribute("aria-current", "step"); else element.removeAttribute("aria-current");
    });
    const points = new Set([...firstUse.keys()].filter((i) => number === null || firstUse[i] <= number));
    live.show(points, line ? [...used.map((n) => [byNumber.get(n).things, "used"]), [line.things, "claimed"]] : []);
    changed(number);
  }

  /** The line of that number in the language that is shown. */
  const lineOf = (number) => elements.find((e) => Number(e.dataset.line) === Number(number) && !e.closest("[hidden]"));

  function goTo(number) {
    show(number);
    const element = lineOf(number), folded = element.querySelector("details");
    if (unfolded) unfolded.open = false;
    unfolded = folded && !folded.open ? folded : null;
    if (folded) folded.open = true;
    reveal(element);
  }

  /** Focuses a line and scrolls to it; where the figure stays above the lines, as on a phone, to below the figure. */
  function reveal(element) {
    const figure = document.querySelector(".figure"), [above, own] = [figure.getBoundingClientRect(), element.getBoundingClientRect()];
    const isAbove = getComputedStyle(figure).position === "sticky" && above.left < own.right && own.left < above.right;
    element.style.scrollMarginTop = isAbove ? `${Math.ceil(above.height) + 6}px` : "";
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }

  function step(by) {
    const here = numbers.indexOf(active);
    const first = lines.findIndex((line) => line.part === "step");
    const next = here < 0 ? (by > 0 ? first : numbers.length - 1) : here + by;
    if (next >= 0 && next < numbers.length) goTo(numbers[next]);
  }

  /** ↓ and ↑, j and k, Escape: wherever nothing is typed and no point is moved. */
  function key(event) {
    if (event.target.closest(".handle, input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown" || event.key === "j") { event.preventDefault(); step(1); }
    if (event.key === "ArrowUp" || event.key === "k") { event.preventDefault(); step(-1); }
    if (event.key === "Escape") show(null);
  }

  elements.forEach((element) => {
    const number = Number(element.dataset.line);
    element.addEventListener("mouseenter", () => show(number));
    element.addEventListener("focus", () => { if (active !== number) show(number); });
    element.addEventListener("click", (event) => { if (!event.target.closest("a")) show(number); });
  });
  root.querySelectorAll("a[data-to]").forEach((link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    reveal(lineOf(link.dataset.to));
  }));

  live.show();
  return { show, step, goTo, key, get active() { return active; } };
}

/** The styles in which the proof's sections are, in a language. */
const stylesIn = (root, language) => [...root.querySelectorAll(".told")].filter((e) => e.lang === language).map((e) => e.dataset.style);

/** Shows the section of that language and style, and puts the other style, if there is one, on a button. */
function tellIn(root, language, style, words, button) {
  const styles = stylesIn(root, language), shown = styles.includes(style) ? style : styles[0];
  root.querySelectorAll(".told").forEach((e) => { e.hidden = e.lang !== language || e.dataset.style !== shown; });
  const other = otherStyle(styles, shown);
  button.hidden = other === shown;
  button.textContent = words[`in_${other}`];
}

/** The style that a reader goes on to. */
const otherStyle = (styles, shown) => styles[(styles.indexOf(shown) + 1) % styles.length] ?? shown;

/**
 * What a certificate claims that isn't so at its coordinates, by more than rounding: their ids; and the greatest error.
 * claims: equations over the points in this order.
 */
function checkedClaims(certificate, order, claims) {
  const places = order.map((p) => { const [x, y] = certificate.coordinates[p]; return { x: Number(x), y: Number(y) }; });
  const off = claims.map((claim) => ({ id: claim.id, error: worst(claim.equations, places) }));
  const bad = off.filter((claim) => !(claim.error < 1e-7)).map((claim) => claim.id);
  return { bad, count: off.length, error: Math.max(0, ...off.map((claim) => claim.error)) };
}

function checkedInWords(words, { bad, count, error }) {
  const verdict = bad.length ? words.refuted.replace("{}", bad.join(", ")) : words.confirmed;
  return verdict.replace("{count}", count).replace("{error}", error.toExponential(1));
}
