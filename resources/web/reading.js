// The page of one result: what its HTML export holds, with ways to export and to go back.

import { resultAddress, result } from "./api.js";
import { element } from "./rows.js";

const FORMATS = [
  ["md", "Markdown"], ["txt", "Text"], ["html", "HTML"], ["pdf", "PDF"], ["docx", "Word"],
  ["srt", "SRT"], ["vtt", "VTT"], ["json", "JSON"],
];

export class ReadingPage {
  #page = document.getElementById("reading-page");

  constructor() {
    this.#page.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#s']");
      if (!link) return;
      event.preventDefault();
      this.#goTo(document.getElementById(link.hash.slice(1)));
    });
  }

  async show(id) {
    const back = element("a", "back", "All jobs");
    back.href = "#/";
    this.#page.replaceChildren(back, element("p", "secondary", "Reading…"));
    try {
      const found = await result(id);
      const said = [...found.body.children].map((child) => document.importNode(child, true));
      const title = said.find((child) => child.nodeName === "H1");
      title.id = "reading-title";
      title.tabIndex = -1;
      document.title = `${title.textContent} · SVS Desktop`;
      const facts = said.indexOf(title) + 1;
      this.#page.replaceChildren(back, ...said.slice(0, facts + 1), this.#exports(id), ...said.slice(facts + 1));
      title.focus({ preventScroll: true });
    } catch (problem) {
      const told = element("p", "problem", problem.message);
      told.setAttribute("role", "alert");
      this.#page.replaceChildren(back, told);
    }
    scrollTo(0, 0);
  }

  #exports(id) {
    const row = element("p", "exports");
    row.append(element("span", "secondary", "Export"));
    for (const [format, name] of FORMATS) {
      const link = element("a", "", name);
      link.href = resultAddress(id, format);
      link.download = "";
      row.append(link);
    }
    return row;
  }

  #goTo(spoken) {
    this.#page.querySelector(".meant")?.classList.remove("meant");
    spoken.classList.add("meant");
    spoken.tabIndex = -1;
    spoken.focus({ preventScroll: true });
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    spoken.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
  }
}
