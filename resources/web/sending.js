// Videos that are dropped or chosen, sent to the program one after another.

import { send } from "./api.js";
import { element } from "./rows.js";

export class Sender {
  #waiting = [];
  #isSending = false;
  #list = document.getElementById("sending");
  #onSent;
  #onProblem;

  constructor(onSent, onProblem) {
    this.#onSent = onSent;
    this.#onProblem = onProblem;
    const input = document.getElementById("files");
    document.getElementById("choose").addEventListener("click", () => input.click());
    input.addEventListener("change", () => {
      this.add([...input.files]);
      input.value = "";
    });
    this.#takeDrops();
  }

  add(files) {
    for (const file of files) this.#waiting.push({ file, row: this.#row(file) });
    if (!this.#isSending) this.#sendAll();
  }

  async #sendAll() {
    this.#isSending = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      const { file, row } = next;
      if (!row.item.isConnected) continue;
      const sent = send(file, (part) => row.show(part));
      row.abort = () => sent.abort();
      try {
        const job = await sent.done;
        row.item.remove();
        this.#onSent(job);
      } catch (problem) {
        row.item.remove();
        if (problem.message) this.#onProblem(problem, file.name);
      }
    }
    this.#isSending = false;
  }

  #row(file) {
    const item = element("li", "job");
    const words = element("div", "words");
    const status = element("p", "status", "Waiting to be sent");
    const fill = element("div", "fill");
    const track = element("div", "track whole");
    track.append(fill);
    const cancel = element("button", "button quiet", "Cancel");
    cancel.type = "button";
    cancel.setAttribute("aria-label", `Cancel: ${file.name}`);
    words.append(element("p", "title", file.name), status, track);
    const actions = element("div", "actions");
    actions.append(cancel);
    item.append(element("div", "picture"), words, actions);
    this.#list.append(item);
    document.getElementById("active-empty").hidden = true;
    const row = {
      item,
      abort: () => {},
      show: (part) => {
        status.textContent = `Sending  ·  ${Math.floor(100 * part)} %`;
        fill.style.width = `${100 * part}%`;
      },
    };
    cancel.addEventListener("click", () => {
      item.remove();
      row.abort();
    });
    return row;
  }

  #takeDrops() {
    const veil = document.getElementById("veil");
    let depth = 0;
    const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
    addEventListener("dragenter", (event) => {
      if (hasFiles(event)) veil.hidden = ++depth === 0;
    });
    addEventListener("dragleave", (event) => {
      if (hasFiles(event)) veil.hidden = --depth <= 0;
    });
    addEventListener("dragover", (event) => {
      if (hasFiles(event)) event.preventDefault();
    });
    addEventListener("drop", (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      veil.hidden = true;
      const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
      if (items.some((item) => item.webkitGetAsEntry?.()?.isDirectory)) {
        this.#onProblem(new Error("A folder cannot be sent: choose the videos in it."));
      } else {
        this.add([...event.dataTransfer.files]);
      }
    });
  }
}
