"use strict";

/**
 * What was shown, skipped and stopped, and what was noted of it. It is kept by the
 * browser at every change: it outlives a reload, a crash and an empty battery.
 *
 * @typedef {object} Entry One item at one session.
 * @property {string} code
 * @property {string} excerpt
 * @property {number} start
 * @property {number} end
 * @property {"shown" | "skipped" | "stopped"} outcome
 * @property {string} began
 * @property {number} reached Milliseconds of it that the room saw.
 * @property {string} question As the room read it.
 * @property {string | null} heat
 * @property {string} reaction
 * @property {string[]} asked
 *
 * @typedef {object} Log
 * @property {string} log
 * @property {string} playlist
 * @property {string} session
 * @property {string} title
 * @property {string} began
 * @property {string} at The code of what was on last; empty at the end.
 * @property {Entry[]} entries In the order in which they came.
 */
const log = (() => {
  const PREFIX = `mediakit-log/${shown.playlist}/`;
  const NOTHING = { outcome: "stopped", reached: 0, question: "", heat: null, reaction: "" };

  /** @type {Log} */
  let current = fresh();
  let isKept = true;

  /** @returns {Log} */
  function fresh() {
    const random = crypto.getRandomValues(new Uint8Array(10));
    const id = [...random].map((one) => one.toString(16).padStart(2, "0")).join("");
    const { playlist, session, title } = shown;
    return { log: id, playlist, session, title, began: "", at: "", entries: [] };
  }

  /** Begin another log; those before stay until they are erased. */
  function begin() {
    current = fresh();
  }

  /** @param {Log} before Goes on. */
  function resume(before) {
    current = before;
  }

  /** Keep the log as it is now, if the browser lets us. */
  function keep() {
    if (!current.entries.length) {
      return;
    }
    try {
      localStorage.setItem(PREFIX + current.log, JSON.stringify(current));
      isKept = true;
    } catch {
      isKept = false; // no room, or switched off: the facilitator is told
    }
  }

  /** @returns {Log[]} those on this machine, the newest first */
  function all() {
    const found = [];
    try {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith(PREFIX)) {
          found.push(JSON.parse(localStorage.getItem(key) ?? "null"));
        }
      }
    } catch {
      isKept = false;
    }
    const sound = found.filter((one) => Array.isArray(one?.entries));
    return sound.sort((one, other) => Date.parse(other.began) - Date.parse(one.began));
  }

  /** @param {string} id Of a log that is forgotten. */
  function erase(id) {
    localStorage.removeItem(PREFIX + id);
  }

  /** @param {string} code @returns {Entry | undefined} what is noted of an item */
  function of(code) {
    return current.entries.find((entry) => entry.code === code);
  }

  /**
   * @param {{code: string, excerpt: string, start: number, end: number}} item
   * @param {Partial<Entry>} facts
   */
  function note(item, facts) {
    const now = clock.stamp(new Date());
    current.began ||= now;
    let entry = of(item.code);
    if (!entry) {
      const { code, excerpt, start, end } = item;
      entry = { code, excerpt, start, end, began: now, asked: [], ...NOTHING };
      current.entries.push(entry);
    } else if (entry.outcome === "skipped" && facts.outcome === "stopped") {
      // it is shown after all, in another place
      const others = current.entries.filter((one) => one !== entry);
      current.entries = [...others, entry];
      entry.began = now;
    }
    Object.assign(entry, facts);
    keep();
  }

  /** @param {string} code What is on now; empty at the end. */
  function mark(code) {
    current.at = code;
    keep();
  }

  return {
    begin, resume, all, erase, of, note, mark,
    /** @returns {Log} */
    get current() {
      return current;
    },
    /** @returns {boolean} whether the browser keeps what is noted */
    get isKept() {
      return isKept;
    },
  };
})();
