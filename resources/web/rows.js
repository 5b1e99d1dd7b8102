// A job as a row: made once, then kept up to date, so that the focus stays where it is.

import { command, pictureAddress, removeJob } from "./api.js";
import { shortStageName, statusLine } from "./words.js";

const COMMANDS = [
  { name: "pause", text: "Pause", when: (job) => ["queued", "running"].includes(job.status) && !job.external },
  { name: "resume", text: "Resume", when: (job) => job.status === "paused" },
  { name: "cancel", text: "Cancel", when: (job) => isActive(job) },
  { name: "retry", text: "Try again", when: (job) => ["failed", "cancelled"].includes(job.status) },
  { name: "remove", text: "Remove", when: (job) => ["failed", "cancelled"].includes(job.status) },
];

export function isActive(job) {
  return ["queued", "running", "paused"].includes(job.status);
}

export function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

export class Row {
  constructor(job, onProblem) {
    this.id = job.id;
    this.element = element("li", "job");
    this.element.dataset.id = job.id;
    this.picture = element("div", "picture");
    this.title = element("p", "title");
    this.status = element("p", "status");
    this.remedy = element("p", "remedy secondary");
    this.bar = new StageBar(job);
    this.words = element("div", "words");
    this.words.append(this.title, this.status, this.remedy, this.bar.element);
    this.actions = element("div", "actions");
    this.buttons = COMMANDS.map((c) => this.#button(c, onProblem));
    this.element.append(this.picture, this.words, this.actions);
    this.update(job);
  }

  update(job) {
    this.job = job;
    this.element.dataset.status = job.status;
    this.#name(job);
    this.status.textContent = statusLine(job);
    this.remedy.textContent = job.status === "failed" && job.error ? job.error.remedy : "";
    this.remedy.hidden = !this.remedy.textContent;
    this.bar.update(job);
    COMMANDS.forEach((c, number) => this.#show(this.buttons[number], c.when(job)));
    if (job.has_picture && !this.picture.firstChild) this.#loadPicture();
  }

  #name(job) {
    const text = job.status === "finished" ? job.title || job.name : job.name;
    if (job.status === "finished" && this.title.firstChild?.nodeName !== "A") {
      const link = element("a");
      link.href = `#/jobs/${job.id}`;
      this.title.replaceChildren(link);
    }
    (this.title.querySelector("a") ?? this.title).textContent = text;
    this.title.title = job.name;
  }

  #button({ name, text }, onProblem) {
    const button = element("button", "button quiet", text);
    button.type = "button";
    button.addEventListener("click", async () => {
      button.disabled = true;
      try {
        await (name === "remove" ? removeJob(this.id) : command(this.id, name));
      } catch (problem) {
        onProblem(problem);
      }
      button.disabled = false;
    });
    return button;
  }

  #show(button, wanted) {
    button.setAttribute("aria-label", `${button.textContent}: ${this.job.name}`);
    if (wanted === button.isConnected && button.parentNode === this.actions) return;
    const hadFocus = document.activeElement === button;
    if (wanted) {
      const later = this.buttons?.slice(this.buttons.indexOf(button) + 1) ?? [];
      this.actions.insertBefore(button, later.find((b) => b.parentNode === this.actions) ?? null);
    } else {
      button.remove();
      if (hadFocus) this.actions.querySelector("button")?.focus();
    }
  }

  #loadPicture() {
    const image = element("img");
    image.alt = "";
    image.addEventListener("error", () => image.remove());
    image.src = pictureAddress(this.id);
    this.picture.append(image);
  }
}

// Three stages, each as wide as its weight, and what they are called.
class StageBar {
  constructor(job) {
    this.element = element("div", "stages");
    this.track = element("div", "track");
    this.track.setAttribute("role", "progressbar");
    this.track.setAttribute("aria-valuemin", "0");
    this.track.setAttribute("aria-valuemax", "100");
    this.names = element("div", "names");
    this.names.setAttribute("aria-hidden", "true");
    this.parts = job.stages.map(({ stage, weight }) => {
      const part = element("div", "part");
      const fill = part.appendChild(element("div", "fill"));
      const name = element("span", "", shortStageName(stage));
      name.append(element("span", "weight", ` ${weight} %`));
      part.style.flexGrow = name.style.flexGrow = weight;
      this.track.append(part);
      this.names.append(name);
      return { stage, fill, name };
    });
    this.element.append(this.track, this.names);
  }

  update(job) {
    this.element.hidden = !["running", "paused"].includes(job.status);
    this.track.setAttribute("aria-label", job.name);
    this.track.setAttribute("aria-valuenow", String(Math.floor(job.overall)));
    this.track.setAttribute("aria-valuetext", statusLine(job));
    job.stages.forEach(({ fraction }, number) => {
      const { stage, fill, name } = this.parts[number];
      fill.style.width = `${100 * fraction}%`;
      name.classList.toggle("now", stage === job.stage);
    });
  }
}
