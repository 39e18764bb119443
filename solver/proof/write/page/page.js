// The page of one proof: its words beside its figure. Depends on walk.js and what that depends on.

const data = JSON.parse(document.getElementById("porism-data").textContent);
const certificate = JSON.parse(document.getElementById("porism-certificate").textContent);
const element = (id) => document.getElementById(id);
let words = data.words[document.documentElement.lang];

const live = liveFigure(element("figure"), data.figure, words, (moved) => { element("residuals").textContent = residualsIn(words, moved); });
const walk = walkThrough(document, data.lines, live);

let style = document.querySelector(".told:not([hidden])").dataset.style;

/** In this style, in the language of now. */
function tell(next) {
  style = next;
  tellIn(document, document.documentElement.lang, style, words, element("style"));
}

window.addEventListener("beforeprint", () => document.querySelectorAll(".lines details").forEach((e) => { e.open = true; }));

tell(style);
element("style").addEventListener("click", () => tell(otherStyle(stylesIn(document, document.documentElement.lang), style)));
document.addEventListener("keydown", walk.key);
element("next").addEventListener("click", () => walk.step(1));
element("previous").addEventListener("click", () => walk.step(-1));
element("all").addEventListener("click", () => walk.show(null));
element("reset").addEventListener("click", live.reset);

element("speak").addEventListener("click", () => {
  const codes = Object.keys(data.words);
  const next = codes[(codes.indexOf(document.documentElement.lang) + 1) % codes.length];
  document.documentElement.lang = next;
  words = data.words[next];
  tell(style);
  document.querySelectorAll("[data-word]").forEach((e) => { e.textContent = words[e.dataset.word]; });
  document.querySelectorAll("[data-label]").forEach((e) => { e.setAttribute("aria-label", words[e.dataset.label]); });
  live.label(words);
});

element("check").addEventListener("click", () => {
  element("verdict").textContent = checkedInWords(words, checkedClaims(certificate, data.order, data.claims));
});
