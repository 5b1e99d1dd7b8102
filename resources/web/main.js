// The jobs page: puts its parts together.

import { Lists } from "./lists.js";
import { Live } from "./live.js";
import { ReadingPage } from "./reading.js";
import { Sender } from "./sending.js";

const INTERVAL = "interval";
const STATES = {
  connecting: () => "Connecting",
  live: () => "Live",
  asking: (live) => `Asking every ${live.intervalS} s`,
  away: () => "The program does not answer",
  closed: () => "This page needs a new link",
};
const ENDS = { finished: "is summarised", failed: "has failed", cancelled: "is cancelled" };

const byId = (id) => document.getElementById(id);
const live = new Live(Number(localStorage.getItem(INTERVAL)) || 3);
const lists = new Lists((problem) => tell(problem));
const reading = new ReadingPage();
new Sender((job) => live.add(job), tell);

function tell(problem, name = "") {
  byId("problem").textContent = (name ? `“${name}”: ` : "") + problem.message;
  byId("problem").hidden = false;
}

function showState() {
  byId("connection").dataset.state = live.state;
  byId("connection-words").textContent = STATES[live.state](live);
}

function route() {
  const id = location.hash.match(/^#\/jobs\/([\w-]+)$/)?.[1];
  byId("list-page").hidden = Boolean(id);
  byId("reading-page").hidden = !id;
  live.isElsewhere = Boolean(id);
  if (id) {
    reading.show(id);
  } else {
    document.title = "Jobs · SVS Desktop";
    byId("reading-page").replaceChildren();
  }
}

live.addEventListener("changed", ({ detail: { job, before } }) => {
  lists.put(job);
  if (before && before.status !== job.status && job.status in ENDS) {
    byId("announcements").textContent = `${job.name} ${ENDS[job.status]}.`;
  }
});
live.addEventListener("removed", ({ detail: { id } }) => lists.drop(id));
live.addEventListener("asked", () => lists.show());
live.addEventListener("state", showState);

byId("interval").value = String(live.intervalS);
byId("interval").addEventListener("change", (event) => {
  live.intervalS = Number(event.target.value);
  localStorage.setItem(INTERVAL, event.target.value);
  showState();
});
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("main").focus();
});
addEventListener("hashchange", route);
route();
showState();
live.start();
