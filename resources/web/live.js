// Keeps the page's jobs up to date: by events, and by asking while there are none.

import { eventsAddress, listJobs } from "./api.js";

const ELSEWHERE_S = 30;

export class Live extends EventTarget {
  jobs = new Map();
  state = "connecting";
  #interval;
  #isElsewhere = false;
  #source = null;
  #timer = null;
  #lastEvent = "";

  constructor(intervalS) {
    super();
    this.#interval = intervalS;
  }

  // How often to ask while no events come.
  set intervalS(seconds) {
    this.#interval = seconds;
    if (this.#timer) this.#askLater();
  }

  get intervalS() {
    return this.#interval;
  }

  // Whether something else than the jobs is looked at.
  set isElsewhere(value) {
    this.#isElsewhere = value;
    if (this.#timer) this.#askLater();
  }

  async start() {
    if (await this.#ask()) this.#listen();
    else this.#askLater();
  }

  // A job that was just sent; by now events may have told more of it than this answer.
  add(job) {
    if (!this.jobs.has(job.id)) this.put(job);
  }

  put(job) {
    const before = this.jobs.get(job.id);
    this.jobs.set(job.id, { ...before, ...job });
    this.#tell("changed", { job: this.jobs.get(job.id), before });
  }

  drop(id) {
    if (this.jobs.delete(id)) this.#tell("removed", { id });
  }

  async #ask() {
    try {
      const list = await listJobs();
      this.#lastEvent = list.last_event;
      const ids = new Set(list.jobs.map((job) => job.id));
      for (const id of [...this.jobs.keys()]) if (!ids.has(id)) this.drop(id);
      for (const job of list.jobs.toReversed()) this.put(job);
      this.#tell("asked", {});
      if (this.state !== "live") this.#become("asking");
      return true;
    } catch (problem) {
      this.#become(problem.status === 401 ? "closed" : "away");
      return false;
    }
  }

  #listen() {
    this.#source?.close();
    const source = this.#source = new EventSource(eventsAddress(this.#lastEvent));
    source.onopen = () => {
      clearTimeout(this.#timer);
      this.#timer = null;
      this.#become("live");
    };
    source.onerror = () => {
      // The browser tries again by itself, unless it was refused: then asking finds out why.
      if (this.state === "live") this.#become("away");
      if (!this.#timer) this.#askLater();
    };
    source.addEventListener("job", (event) => this.put(JSON.parse(event.data)));
    source.addEventListener("progress", (event) => this.put(JSON.parse(event.data)));
    source.addEventListener("removed", (event) => this.drop(JSON.parse(event.data).id));
    source.addEventListener("reset", () => this.#ask());
  }

  #askLater() {
    clearTimeout(this.#timer);
    const seconds = this.#isElsewhere || document.hidden ? ELSEWHERE_S : this.#interval;
    this.#timer = setTimeout(async () => {
      this.#timer = null;
      const answered = await this.#ask();
      if (this.state === "closed" || this.state === "live") return;
      if (answered && this.#source?.readyState !== EventSource.CONNECTING) this.#listen();
      this.#askLater();
    }, 1000 * seconds);
  }

  #become(state) {
    if (state === this.state) return;
    this.state = state;
    this.#tell("state", { state });
  }

  #tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }
}
