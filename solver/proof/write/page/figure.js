// The figure: drawn anew from the places of its points whenever one of them moves. Depends on numbers.js.

const SIZE = 480, MARGIN = 40, LETTER = { width: 5.5, height: 8 };

const plus = (a, b, t = 1) => ({ x: a.x + t * b.x, y: a.y + t * b.y });
const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
const unit = (v) => { const size = Math.hypot(v.x, v.y) || 1; return { x: v.x / size, y: v.y / size }; };
const r2 = (number) => number.toFixed(2);

/** Center and radius of the circle through three places, or null. */
function circleThrough(a, b, c) {
  const u = minus(b, a), v = minus(c, a);
  const area = 2 * (u.x * v.y - u.y * v.x);
  const p = u.x * u.x + u.y * u.y, q = v.x * v.x + v.y * v.y;
  if (Math.abs(area) < 1e-9 * Math.max(p, q)) return null;
  const center = { x: a.x + (v.y * p - u.y * q) / area, y: a.y + (u.x * q - v.x * p) / area };
  return { center, radius: distance(center, a) };
}

function ringOf(ring, at) {
  if (ring.center === null) return circleThrough(...ring.on.slice(0, 3).map((i) => at[i]));
  return { center: at[ring.center], radius: distance(at[ring.center], at[ring.on[0]]) };
}

/** The two of several points that are farthest apart. */
function ends(points, at) {
  let best = [points[0], points[1]];
  for (const i of points) for (const j of points) if (distance(at[i], at[j]) > distance(at[best[0]], at[best[1]]) + 1e-9) best = [i, j];
  return best;
}

/** From the figure's coordinates (y upwards) to pixels (y downwards), all of it within the margins. */
function viewOf(figure, at) {
  const extent = Math.max(...at.map((p) => Math.max(...at.map((q) => distance(p, q)))));
  const rings = figure.rings.map((r) => ringOf(r, at)).filter((r) => r && r.radius <= 1.2 * extent);
  const xs = at.map((p) => p.x), ys = at.map((p) => p.y);
  for (const { center, radius } of rings) {
    xs.push(center.x - radius, center.x + radius);
    ys.push(center.y - radius, center.y + radius);
  }
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = (SIZE - 2 * MARGIN) / (Math.max(x1 - x0, y1 - y0) || 1);
  const width = scale * (x1 - x0) + 2 * MARGIN, height = scale * (y1 - y0) + 2 * MARGIN;
  return {
    width, height, scale,
    toPixels: (p) => ({ x: MARGIN + scale * (p.x - x0), y: MARGIN + scale * (y1 - p.y) }),
    toFigure: (p) => ({ x: (p.x - MARGIN) / scale + x0, y: y1 - (p.y - MARGIN) / scale }),
  };
}

const lineTag = (a, b, style) => `<line x1="${r2(a.x)}" y1="${r2(a.y)}" x2="${r2(b.x)}" y2="${r2(b.y)}" class="${style}"/>`;
const circleTag = ({ center, radius }, style) => `<circle cx="${r2(center.x)}" cy="${r2(center.y)}" r="${r2(radius)}" class="${style}"/>`;
const brokenTag = (places, style) => `<polyline points="${places.map((p) => `${r2(p.x)},${r2(p.y)}`).join(" ")}" class="${style}"/>`;

/** The arc in an angle, the shorter way round. */
function arc([i, j, k], at, most) {
  const [a, v, b] = [at[i], at[j], at[k]];
  const radius = Math.min(most, 0.6 * distance(a, v), 0.6 * distance(b, v));
  const start = Math.atan2(a.y - v.y, a.x - v.x);
  let turn = Math.atan2(b.y - v.y, b.x - v.x) - start;
  turn -= 2 * Math.PI * Math.round(turn / (2 * Math.PI));
  const steps = Math.max(2, Math.ceil(Math.abs(turn) / 0.15));
  return Array.from({ length: steps + 1 }, (_, n) => {
    const angle = start + (turn * n) / steps;
    return { x: v.x + radius * Math.cos(angle), y: v.y + radius * Math.sin(angle) };
  });
}

/** The three corners of the square where two perpendicular segments meet, if they are seen to. */
function square(four, at) {
  const [a, b, c, d] = four.map((i) => at[i]);
  const u = minus(b, a), v = minus(d, c), cross = u.x * v.y - u.y * v.x;
  if (Math.abs(cross) < 1e-9) return null;
  const w = minus(c, a);
  const corner = plus(a, u, (w.x * v.y - w.y * v.x) / cross);
  const on = [[a, b], [c, d]].filter(([p, q]) => distance(p, corner) + distance(q, corner) < distance(p, q) + 1).length;
  if (on === 0 || (on === 1 && !at.some((p) => distance(p, corner) < 1))) return null;
  const arm = (p, q) => unit(minus(distance(p, corner) > distance(q, corner) ? p : q, corner));
  const [s, t] = [arm(a, b), arm(c, d)];
  return [plus(corner, s, 9), plus(plus(corner, s, 9), t, 9), plus(corner, t, 9)];
}

/** Strokes across a segment, away from points. */
function ticks([i, j], count, at) {
  const [a, b] = [at[i], at[j]], way = minus(b, a), along = unit(way);
  const spots = [0.5, 0.42, 0.58, 0.34, 0.66].map((t) => plus(a, way, t));
  const middle = spots.find((p) => at.every((q) => distance(p, q) > 14)) || spots[0];
  return Array.from({ length: count }, (_, n) => {
    const p = plus(middle, along, 4 * (n - (count - 1) / 2)), across = { x: -along.y, y: along.x };
    return [plus(p, across, -5), plus(p, across, 5)];
  });
}

function marks(figure, at, shown) {
  const parts = [];
  const seen = (points) => points.every((i) => shown.has(i));
  figure.right.filter(seen).forEach((four) => { const s = square(four, at); if (s) parts.push(brokenTag(s, "mark")); });
  figure.equal.filter((g) => g.every((s) => seen(s) && distance(at[s[0]], at[s[1]]) > 24)).slice(0, 4)
    .forEach((group, n) => group.forEach((s) => ticks(s, n + 1, at).forEach((t) => parts.push(brokenTag(t, "mark")))));
  figure.arcs.filter((g) => g.every(seen)).slice(0, 4).forEach((group, n) => group.forEach((corner) => {
    for (let k = 0; k <= n; k++) parts.push(brokenTag(arc(corner, at, 20 + 3.5 * k), "mark"));
  }));
  figure.goalArcs.filter(seen).forEach((corner) => parts.push(brokenTag(arc(corner, at, 28), "mark goal")));
  return parts;
}

/** What a step speaks of, drawn over the figure. */
function spoken(things, at, style) {
  const parts = [];
  things.circles.forEach((on) => { const c = circleThrough(...on.slice(0, 3).map((i) => at[i])); if (c) parts.push(circleTag(c, style)); });
  things.lines.forEach((row) => parts.push(lineTag(...ends(row, at).map((i) => at[i]), style)));
  things.corners.forEach((corner) => parts.push(brokenTag(arc(corner, at, 26), `${style} corner`)));
  things.points.forEach((i) => parts.push(circleTag({ center: at[i], radius: 6 }, `${style} spot`)));
  return parts;
}

/** Pixels from a place to a segment. */
function toSegment(p, [a, b]) {
  const way = minus(b, a), square = way.x * way.x + way.y * way.y || 1;
  const t = Math.min(1, Math.max(0, ((p.x - a.x) * way.x + (p.y - a.y) * way.y) / square));
  return distance(p, plus(a, way, t));
}

/** The middle of each name, where there is room; a name stays in the direction where it was while that is good enough. */
function labelled(names, at, segments, circles, before) {
  const taken = [];
  return names.map((name, i) => {
    const room = (p) => {
      const half = { x: LETTER.width * name.length, y: LETTER.height };
      let least = 9;
      for (const [dx, dy] of [[0, 0], [-1, -1], [1, -1], [-1, 1], [1, 1], [0, -1], [0, 1], [-1, 0], [1, 0]]) {
        const spot = { x: p.x + dx * half.x, y: p.y + dy * half.y };
        at.forEach((q, j) => { if (j !== i) least = Math.min(least, distance(spot, q) - 4); });
        segments.forEach((s) => { least = Math.min(least, toSegment(spot, s)); });
        circles.forEach((c) => { least = Math.min(least, Math.abs(distance(spot, c.center) - c.radius)); });
      }
      taken.forEach((t) => { least = Math.min(least, Math.max(Math.abs(t.x - p.x) - half.x - t.half, Math.abs(t.y - p.y) - 2 * LETTER.height)); });
      return least;
    };
    const place = ({ turn, far }) => ({ x: at[i].x + (far + LETTER.width * (name.length - 1)) * Math.cos(turn), y: at[i].y + far * Math.sin(turn) });
    let best = before[i] || null;
    let most = best ? room(place(best)) + 2 : -Infinity;
    if (most < 6) {
      for (const far of [15, 21]) {
        for (let k = 0; k < 16; k++) {
          const choice = { turn: -Math.PI / 4 + ((k % 2 ? -1 : 1) * Math.ceil(k / 2) * Math.PI) / 8, far };
          const here = room(place(choice));
          if (here > most + 0.01) [best, most] = [choice, here];
        }
      }
    }
    before[i] = best;
    const p = place(best);
    taken.push({ ...p, half: LETTER.width * name.length });
    return p;
  });
}
