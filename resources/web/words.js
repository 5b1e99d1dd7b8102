// How the page says what the program measures.

const STAGES = { extract: "Extracting audio", transcribe: "Transcribing", summarize: "Summarising" };
const SHORT = { extract: "Audio", transcribe: "Transcript", summarize: "Summary" };
const BETWEEN = "  ·  ";

export function stageName(stage) {
  return STAGES[stage] ?? "Starting";
}

export function shortStageName(stage) {
  return SHORT[stage];
}

export function clock(seconds) {
  const whole = Math.floor(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (number) => String(number).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

export function timeLeft(seconds) {
  if (seconds === null) return "";
  if (seconds < 5) return "a few seconds left";
  if (seconds < 56) return `about ${Math.ceil(seconds / 5) * 5} s left`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `about ${minutes} min left`;
  return `about ${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
}

export function moment(text) {
  return new Date(text).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}

export function statusLine(job) {
  const length = job.duration_s ? clock(job.duration_s) : "";
  const outside = job.external ? "done by another program" : "";
  switch (job.status) {
    case "queued": return joined("Waiting", length, outside);
    case "running": return joined(
      stageName(job.stage), `${Math.floor(job.overall)} %`,
      job.speed ? `${job.speed >= 10 ? Math.round(job.speed) : job.speed.toFixed(1)}×` : "",
      timeLeft(job.eta_s), outside);
    case "paused": return joined("Paused", `${Math.floor(job.overall)} %`, length);
    case "finished": return joined(job.name, length, job.ended_at ? moment(job.ended_at) : "");
    case "cancelled": return joined("Cancelled", length);
    default: return job.error ? job.error.sentence : "Failed";
  }
}

function joined(...parts) {
  return parts.filter(Boolean).join(BETWEEN);
}
