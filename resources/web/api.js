// What the page asks of the program.

const JOBS = "/api/admin/jobs";

export class Problem extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status;
  }
}

async function ask(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { credentials: "same-origin", ...options });
  } catch {
    throw new Problem(0, "The program does not answer.");
  }
  if (!answer.ok) {
    const told = await answer.json().catch(() => ({}));
    throw new Problem(answer.status, told.detail ?? `The answer was ${answer.status}.`);
  }
  return answer;
}

export async function listJobs() {
  return (await ask(`${JOBS}?limit=500`)).json();
}

export async function command(id, name) {
  return (await ask(`${JOBS}/${id}/${name}`, { method: "POST" })).json();
}

export async function removeJob(id) {
  await ask(`${JOBS}/${id}`, { method: "DELETE" });
}

export async function result(id) {
  const text = await (await ask(`${JOBS}/${id}/result?format=html`)).text();
  // The export brings its own style, for a page of its own; here this page's holds.
  return new DOMParser().parseFromString(text.replace(/<style>[^]*?<\/style>/, ""), "text/html");
}

export function resultAddress(id, format) {
  return `${JOBS}/${id}/result?format=${format}`;
}

export function pictureAddress(id) {
  return `${JOBS}/${id}/picture`;
}

export function eventsAddress(after) {
  return `/api/admin/events?after=${encodeURIComponent(after)}`;
}

// Sends a file; XMLHttpRequest, for fetch does not tell how much of it is sent.
export function send(file, onPart) {
  const request = new XMLHttpRequest();
  const done = new Promise((resolve, reject) => {
    request.upload.onprogress = (event) => onPart(event.total ? event.loaded / event.total : 0);
    request.onload = () => {
      const told = JSON.parse(request.responseText || "{}");
      if (request.status === 201) resolve(told);
      else reject(new Problem(request.status, told.detail ?? "The video was not taken."));
    };
    request.onerror = () => reject(new Problem(0, "The program does not answer."));
    request.onabort = () => reject(new Problem(0, ""));
  });
  request.open("POST", `${JOBS}?name=${encodeURIComponent(file.name)}`);
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.send(file);
  return { done, abort: () => request.abort() };
}
