// The numbers of a figure: how far equations are from true, and the nearest figure in which they all hold.
//
// An equation is {theory, terms, constant, period}: the sum of coefficient · quantity, plus the constant, is 0, up to a
// multiple of the period where it has one. Theories: "direction" (in units of π), "log" (of a length, or of a sine where
// a term has three points), "length", "square", "overlap" (the distance of two points). Terms: [coefficient, point, …].
// A place is {x, y}; `at` is the list of places.

const KINDS = {
  direction: { value: (v) => Math.atan2(v.y, v.x) / Math.PI, slope: (v, s) => ({ x: -v.y / (Math.PI * s), y: v.x / (Math.PI * s) }) },
  log: { value: (v) => Math.log(Math.hypot(v.x, v.y)), slope: (v, s) => ({ x: v.x / s, y: v.y / s }) },
  length: { value: (v) => Math.hypot(v.x, v.y), slope: (v, s) => ({ x: v.x / Math.sqrt(s), y: v.y / Math.sqrt(s) }) },
  square: { value: (v) => v.x * v.x + v.y * v.y, slope: (v) => ({ x: 2 * v.x, y: 2 * v.y }) },
  overlap: { value: (v) => Math.hypot(v.x, v.y), slope: (v, s) => ({ x: v.x / Math.sqrt(s), y: v.y / Math.sqrt(s) }) },
};

const minus = (a, b) => ({ x: a.x - b.x, y: a.y - b.y });

/** The logarithm of the sine of the angle at v. */
function logSine(a, v, b) {
  const p = minus(a, v), q = minus(b, v);
  return Math.log(Math.abs(p.x * q.y - p.y * q.x) / (Math.hypot(p.x, p.y) * Math.hypot(q.x, q.y)));
}

/** Σ coefficient · quantity + constant; directions are taken in [0, 1). */
function total(equation, at) {
  let sum = equation.constant;
  for (const [coefficient, ...p] of equation.terms) {
    if (p.length === 3) {
      sum += coefficient * logSine(at[p[0]], at[p[1]], at[p[2]]);
    } else {
      const value = KINDS[equation.theory].value(minus(at[p[1]], at[p[0]]));
      sum += coefficient * (equation.theory === "direction" ? value - Math.floor(value) : value);
    }
  }
  return sum;
}

/** How far an equation is from true, up to its period. */
function residual(equation, at) {
  const sum = total(equation, at);
  return equation.period ? sum - equation.period * Math.round(sum / equation.period) : sum;
}

/** The derivatives of an equation by all coordinates x₀, y₀, x₁, …; sines don't occur in premises. */
function gradient(equation, at) {
  const row = new Float64Array(2 * at.length);
  for (const [coefficient, i, j] of equation.terms) {
    const v = minus(at[j], at[i]);
    const s = v.x * v.x + v.y * v.y || 1e-30;
    const slope = KINDS[equation.theory].slope(v, s);
    row[2 * j] += coefficient * slope.x;
    row[2 * j + 1] += coefficient * slope.y;
    row[2 * i] -= coefficient * slope.x;
    row[2 * i + 1] -= coefficient * slope.y;
  }
  return row;
}

/** x with (M + ε) x = b, M symmetric and positive semidefinite: premises may say a thing twice. */
function solved(matrix, b) {
  const n = b.length;
  const most = Math.max(1e-300, ...matrix.map((row, i) => row[i]));
  const low = matrix.map((row) => Float64Array.from(row));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j] + (i === j ? 1e-10 * most : 0);
      for (let k = 0; k < j; k++) sum -= low[i][k] * low[j][k];
      low[i][j] = i === j ? Math.sqrt(Math.max(sum, 1e-14 * most)) : sum / low[j][j];
    }
  }
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= low[i][k] * x[k];
    x[i] /= low[i][i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= low[k][i] * x[k];
    x[i] /= low[i][i];
  }
  return x;
}

const worst = (equations, at) => equations.reduce((most, e) => Math.max(most, Math.abs(residual(e, at))), 0);

/**
 * The figure near `at` in which all equations hold, by Gauss–Newton; null where none is found.
 * mobility: how readily each point moves.
 */
function nearest(equations, at, mobility) {
  let now = at;
  let error = worst(equations, now);
  for (let step = 0; step < 12 && error > 1e-13; step++) {
    const rows = equations.map((e) => gradient(e, now));
    const weights = Float64Array.from({ length: 2 * at.length }, (_, k) => mobility[k >> 1]);
    const matrix = rows.map((p) => rows.map((q) => p.reduce((sum, c, k) => sum + c * q[k] * weights[k], 0)));
    const pulls = solved(matrix, equations.map((e) => -residual(e, now)));
    const move = new Float64Array(2 * at.length);
    rows.forEach((row, r) => row.forEach((c, k) => { move[k] += c * weights[k] * pulls[r]; }));
    let length = 1, next, better;
    do {
      next = now.map((p, i) => ({ x: p.x + length * move[2 * i], y: p.y + length * move[2 * i + 1] }));
      better = worst(equations, next);
      length /= 2;
    } while (!(better < error) && length > 0.05);
    if (!(better < error)) break;
    [now, error] = [next, better];
  }
  return error < 1e-8 ? now : null;
}

/** The figure with point `which` moved toward a place, step by step, all equations kept; as far as it can go. */
function dragged(equations, at, freedom, which, place) {
  const mobility = freedom.map((free, i) => (i === which ? (free === 2 ? 1e-7 : 0.3) : [1, 0.03, 1e-3][free]));
  const way = minus(place, at[which]);
  const size = Math.max(...at.map((p) => Math.hypot(p.x - at[0].x, p.y - at[0].y)), 1e-9);
  const steps = Math.min(12, Math.max(1, Math.ceil(Math.hypot(way.x, way.y) / (0.04 * size))));
  let now = at;
  for (let k = 1; k <= steps; k++) {
    const rest = minus(place, now[which]);
    const share = 1 / (steps - k + 1);
    const pushed = now.map((p, i) => (i === which ? { x: p.x + share * rest.x, y: p.y + share * rest.y } : p));
    const next = nearest(equations, pushed, mobility);
    if (next === null) return now;
    now = next;
  }
  return now;
}
