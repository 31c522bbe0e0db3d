"use strict";

/**
 * What the projector's window told us last, and what we ask of it. "told" on the
 * document says that it told something, "toldlog" that the log was in it.
 */
const told = (() => {
  const SILENCE = 3000;
  const projector = /** @type {Window | null} */ (window.opener);
  // a file has no origin to name
  const target = location.protocol === "file:" ? "*" : location.origin;
  const news = {
    state: { phase: "start", index: -1, following: 0, isBlack: false, since: Date.now(), trouble: "" },
    position: 0,
    choices: { language: shown.language, subtitle: "", voice: "", page: texts.spoken, volume: 1 },
    possible: { language: [], subtitle: [""], voice: [""], page: Object.keys(words) },
    log: null,
    logs: [],
    isKept: true,
  };
  let heard = 0;

  /** @param {string} act @param {unknown} [value] */
  function ask(act, value) {
    if (projector && !projector.closed) {
      projector.postMessage({ act, value }, target);
    }
  }

  window.addEventListener("message", (event) => {
    if (event.source === projector && typeof event.data === "object") {
      heard = Date.now();
      Object.assign(news, event.data);
      document.dispatchEvent(new Event("told"));
      if (event.data.log) {
        document.dispatchEvent(new Event("toldlog"));
      }
    }
  });

  // until somebody answers: the other window may be loading again
  setInterval(() => {
    if (!isThere() || !news.log) {
      ask("hello");
    }
  }, 1000);

  /** @returns {boolean} whether the other window speaks to us */
  function isThere() {
    return projector !== null && !projector.closed && Date.now() - heard < SILENCE;
  }

  return {
    ask, news, isThere,
    /** @param {string} code @returns {object | undefined} what is in the log of an item */
    entry: (code) => news.log?.entries.find((one) => one.code === code),
  };
})();
