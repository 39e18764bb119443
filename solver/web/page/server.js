// The server: calls, jobs that are watched, and what happens when it doesn't answer.

/** @typedef {{kind: string, message: string, hint: string, place?: object, passages: object[]}} Failure */

/** An answer that is a refusal: what, where, and what to write instead. */
export class Refused extends Error {
  /** @param {Failure} failure */
  constructor(failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** The server can't be reached. */
export class Unreachable extends Error {}

/** Called with true when the server is gone, with false when it is there again.  @type {(isGone: boolean, isNew: boolean) => void} */
let tell = () => {};
let instance = "";
let isGone = false;

/** @param {(isGone: boolean, isNew: boolean) => void} listener */
export function whenLost(listener) { tell = listener; }

/**
 * @param {string} path @param {RequestInit} [options]
 * @returns {Promise<any>}
 */
async function request(path, options = {}) {
  let response, body;
  try {
    response = await fetch(path, options);
    body = await response.text(); // a call may be given up while its answer is on the way
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    lose();
    throw new Unreachable();
  }
  const answer = parsed(body);
  if (!response.ok || answer === null) throw new Refused(answer?.error ?? defect(response));
  return answer;
}

/** The JSON of a body; null where it is none, as from something between the page and its server.  @param {string} body */
function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** @param {Response} response @returns {Failure} */
const defect = (response) => ({ kind: "defect", message: `${response.status} ${response.statusText}`, hint: "", passages: [] });

/** A call of the JSON interface.  @param {string} name @param {object} asked @param {AbortSignal} [signal] */
export const call = (name, asked, signal) =>
  request(`api/${name}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(asked), signal });
/** @param {string} path */
export const get = (path) => request(`api/${path}`);
/** @param {string} path */
export const remove = (path) => request(`api/${path}`, { method: "DELETE" });
/** @param {Blob} file */
export const readFigure = (file) =>
  request("api/geogebra", { method: "POST", headers: { "Content-Type": "application/vnd.geogebra.file" }, body: file });

/** Which server this is. */
export async function introduce() {
  const server = await get("server");
  instance = server.instance;
  return server;
}

function lose() {
  if (isGone) return;
  isGone = true;
  tell(true, false);
  const look = setInterval(async () => {
    try {
      const server = await (await fetch("api/server")).json();
      clearInterval(look);
      isGone = false;
      const isNew = server.instance !== instance;
      instance = server.instance;
      tell(false, isNew);
    } catch { /* not yet */ }
  }, 700);
}

/**
 * Starts a job and follows it: `seen` is called with it whenever it has changed. Resolves when it is over; where the server
 * was lost meanwhile, with the job in the state "lost".
 * @param {string} name @param {object} asked @param {(job: any) => void} seen
 */
export async function start(name, asked, seen) {
  const job = await call(`jobs/${name}`, asked);
  seen(job);
  return new Promise((resolve) => {
    const events = new EventSource(`api/jobs/${job.id}/events`);
    const end = (/** @type {any} */ last) => { events.close(); resolve(last); };
    events.addEventListener("job", (event) => {
      const now = JSON.parse(event.data);
      seen(now);
      if (["done", "failed", "stopped"].includes(now.state)) end(now);
    });
    events.addEventListener("error", () => {
      get(`jobs/${job.id}`).catch(() => end({ ...job, state: "lost" }));
    });
  });
}
