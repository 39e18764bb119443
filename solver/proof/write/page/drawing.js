// A figure in an <svg>, drawn from the places of its points and dragged by them. Depends on figure.js and numbers.js.

/**
 * The figure, live: `at` are its points' places now. words: how handles are called ("movable", "fixed", with {} for the
 * name). moved: called with the live figure when a reader has moved a point.
 */
function liveFigure(svg, figure, words, moved = () => {}) {
  const freedom = figure.points.map((p) => p.free);
  const start = figure.points.map((p) => ({ x: p.x, y: p.y }));
  const directions = [];
  let view = viewOf(figure, start);
  let shown = new Set(start.keys());
  let under = [];

  svg.innerHTML = '<g id="under"></g><g id="drawn"></g><g id="names"></g><g id="handles"></g>';
  const layer = (name) => svg.querySelector(`#${name}`);
  const live = { figure, start, at: start, show, label, moveTo, reset: () => moveTo(start) };

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

  /** Names the handles in a language. */
  function label(words) {
    figure.points.forEach((point, i) => {
      const word = words[point.free ? "movable" : "fixed"].replace("{}", point.name);
      const handle = layer("handles").children[i];
      handle.setAttribute("aria-label", word);
      handle.querySelector("title").textContent = word;
    });
  }

  /** Draws these points only, over what is spoken of: pairs of things and their style. */
  function show(points = new Set(start.keys()), spokenOf = []) {
    shown = points;
    under = spokenOf;
    render();
  }

  function render() {
    const pixels = live.at.map(view.toPixels);
    const seen = (points) => points.every((i) => shown.has(i));
    const strokes = figure.strokes.map((s) => ({ ...s, on: s.on.filter((i) => shown.has(i)) })).filter((s) => s.on.length > 1)
      .map((s) => ({ role: s.role, ends: ends(s.on, pixels).map((i) => pixels[i]) }));
    const rings = figure.rings.filter((r) => seen(r.on) && (r.center === null || shown.has(r.center)))
      .map((r) => ({ role: r.role, ring: ringOf(r, pixels) })).filter((r) => r.ring && r.ring.radius < 4 * SIZE);
    layer("under").innerHTML = under.flatMap(([things, style]) => spoken(things, pixels, style)).join("");
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

  /** Other places for all points: a figure of another kind, or the first one. */
  function moveTo(places) {
    view = viewOf(figure, places);
    become(places);
  }

  function become(places) {
    live.at = places;
    render();
    moved(live);
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
    const move = (now) => become(dragged(figure.premises, live.at, freedom, i, placeOf(now)));
    const end = () => {
      handle.removeEventListener("pointermove", move);
      view = viewOf(figure, live.at);
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
    const size = 8 / view.scale, { x, y } = live.at[i];
    become(dragged(figure.premises, live.at, freedom, i, { x: x + size * way[0], y: y + size * way[1] }));
  }

  label(words);
  render();
  return live;
}

/** How far what is given, and what is to be proved, are from true in a live figure, in words. */
function residualsIn(words, { figure, at }) {
  const off = (equations) => worst(equations, at).toExponential(0);
  return words.residuals.replace("{premises}", off(figure.premises)).replace("{goal}", off(figure.goal));
}
