"use strict";

/**
 * Subtitles. Browsers load no WebVTT beside a page from a stick, so the page carries
 * the files as texts, and writes what they say by itself.
 *
 * @typedef {{start: number, end: number, text: string}} Cue Times in milliseconds.
 */
const subtitles = (() => {
  const TIMES = /^(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})\s+-->\s+(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})/;
  const ENTITIES = { amp: "&", lt: "<", gt: ">", nbsp: "\u00a0", lrm: "\u200e", rlm: "\u200f" };
  const place = document.getElementById("subtitles");

  /** @type {Cue[]} */
  let current = [];

  /** @param {string[]} parts Hours, minutes, seconds, thousandths. */
  function milliseconds([hours, minutes, seconds, rest]) {
    return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest);
  }

  /** @param {string} text Of a cue. @returns {string} without what WebVTT marks in it */
  function plain(text) {
    return text
      .replace(/<[^>]*>/g, "")
      .replace(/&(\w+);/g, (entity, name) => ENTITIES[name] ?? entity);
  }

  /** @param {string} vtt A WebVTT file. @returns {Cue[]} */
  function parse(vtt) {
    const found = [];
    for (const block of vtt.replace(/\r\n?/g, "\n").split(/\n{2,}/)) {
      const lines = block.split("\n");
      const at = lines.findIndex((line) => TIMES.test(line));
      if (at >= 0) {
        const times = TIMES.exec(lines[at]).slice(1);
        found.push({
          start: milliseconds(times.slice(0, 4)),
          end: milliseconds(times.slice(4)),
          text: plain(lines.slice(at + 1).join("\n")),
        });
      }
    }
    return found;
  }

  /** @param {string | undefined} file The file to show from now on, if any. @param {string} language */
  function choose(file, language) {
    // they are loaded last
    current = file && typeof cues === "object" ? parse(cues[file] ?? "") : [];
    place.lang = language;
    show(-1);
  }

  /** @param {number} now Milliseconds from the beginning; less than 0 shows nothing. */
  function show(now) {
    const said = current.filter((cue) => cue.start <= now && now < cue.end);
    const text = said.map((cue) => cue.text).join("\n");
    if (place.textContent !== text) {
      place.textContent = text;
    }
    place.hidden = !text;
  }

  return { parse, choose, show };
})();
