"use strict";

/** A log saved as the file that `mediakit screening import` reads. */
const saving = (() => {
  const FORMAT = "mediakit-screening-log";
  const VERSION = 1;
  const STAYS = 60_000; // milliseconds within which the browser has saved it

  /** @param {object} log */
  function save(log) {
    const file = new Blob([text(log)], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = nameOf(log);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), STAYS);
  }

  /** @returns {string} without where the page was, which only concerns the page */
  function text({ at, ...facts }) {
    return JSON.stringify({ format: FORMAT, version: VERSION, ...facts }, null, 1);
  }

  function nameOf(log) {
    const when = log.began.slice(0, 16).replace("T", "-").replace(":", "");
    return `mediakit-log-${log.playlist}-${when}.json`;
  }

  return { save };
})();
