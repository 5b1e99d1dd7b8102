// The two lists of jobs, the newest first.

import { Row, isActive } from "./rows.js";

export class Lists {
  #rows = new Map();
  #active = document.getElementById("active");
  #finished = document.getElementById("finished");
  #onProblem;

  constructor(onProblem) {
    this.#onProblem = onProblem;
  }

  put(job) {
    const list = isActive(job) ? this.#active : this.#finished;
    const row = this.#rows.get(job.id) ?? new Row(job, this.#onProblem);
    this.#rows.set(job.id, row);
    row.update(job);
    if (row.element.parentNode !== list) this.#place(row, list);
    this.#count();
  }

  drop(id) {
    const row = this.#rows.get(id);
    if (!row) return;
    const beside = row.element.nextElementSibling ?? row.element.previousElementSibling;
    const hadFocus = row.element.contains(document.activeElement);
    row.element.remove();
    this.#rows.delete(id);
    if (hadFocus) (beside?.querySelector("a, button") ?? document.getElementById("choose")).focus();
    this.#count();
  }

  show() {
    this.#count();
    document.getElementById("active-empty").hidden = this.#active.childElementCount > 0;
    document.getElementById("finished-empty").hidden = this.#finished.childElementCount > 0;
  }

  #place(row, list) {
    const focused = row.element.contains(document.activeElement) ? document.activeElement : null;
    const older = [...list.children].find(
      (other) => this.#rows.get(other.dataset.id).job.created_at < row.job.created_at);
    list.insertBefore(row.element, older ?? null);
    focused?.focus();
  }

  #count() {
    const waiting = [...this.#rows.values()].filter((row) => row.job.status === "queued").length;
    document.getElementById("active-count").textContent = waiting ? `${waiting} waiting` : "";
    document.getElementById("active-empty").hidden = this.#active.childElementCount > 0
      || document.getElementById("sending").childElementCount > 0;
    document.getElementById("finished-empty").hidden = this.#finished.childElementCount > 0;
  }
}
