// The statement's text: marks lie under the words that they belong to, in a copy of the text behind the field.

/** @typedef {{line: number, column: number, length: number}} Place */

/** @type {HTMLTextAreaElement} */
const field = /** @type {any} */ (document.getElementById("statement"));
const marks = /** @type {HTMLElement} */ (document.getElementById("marks"));
/** @type {{from: number, to: number, style: string}[]} */
let shown = [];

/** Where a place begins and ends in the text, in units of JavaScript's strings.  @param {Place} place */
function range(place) {
  const lines = field.value.split("\n");
  const before = lines.slice(0, place.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const from = before + units(lines[place.line - 1] ?? "", place.column - 1);
  return { from, to: from + units(field.value.slice(from), Math.max(1, place.length)) };
}

/** Characters may be two units long.  @param {string} text @param {number} count */
const units = (text, count) => [...text].slice(0, count).join("").length;

/** Marks these places; they don't overlap.  @param {Place[]} places @param {string} style */
export function mark(places, style) {
  shown = places.map((place) => ({ ...range(place), style })).sort((a, b) => a.from - b.from);
  draw();
}

function draw() {
  marks.replaceChildren();
  let at = 0;
  for (const { from, to, style } of shown) {
    if (from < at) continue;
    const marked = document.createElement("mark");
    marked.className = style;
    marked.textContent = field.value.slice(from, to);
    marks.append(field.value.slice(at, from), marked);
    at = to;
  }
  marks.append(`${field.value.slice(at)}\n`);
  field.style.height = `${marks.offsetHeight}px`;
}

/** The words of a place.  @param {Place} place */
export function wordsAt(place) {
  const { from, to } = range(place);
  return field.value.slice(from, to);
}

/** Moves the reader to a place.  @param {Place} place */
export function select(place) {
  const { from, to } = range(place);
  field.focus();
  field.setSelectionRange(from, to);
}

/** Another text, as if it had been typed.  @param {string} text */
export function write(text) {
  field.value = text;
  field.dispatchEvent(new Event("input"));
}

export const text = () => field.value;

/** Calls this when the text changes.  @param {() => void} changed */
export function whenTyped(changed) {
  field.addEventListener("input", () => {
    shown = [];
    draw();
    changed();
  });
  new ResizeObserver(draw).observe(marks);
}
