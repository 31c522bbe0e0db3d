"use strict";

/**
 * The way between this window and the facilitator's. Browsers take two files on a stick
 * for strangers to one another: all that passes is messages, and each side takes them
 * from the other window only.
 */
const bridge = (() => {
  const ADDRESS = "page/facilitator.html";
  const NAME = `mediakit-facilitator-${shown.playlist}`;
  const LOOKS = "popup,width=980,height=760";
  // a file has no origin to name
  const target = location.protocol === "file:" ? "*" : location.origin;
  /** @type {Window | null} */
  let facilitator = null;

  /** Open the facilitator's window, or bring it to the front. */
  function open() {
    facilitator = window.open(ADDRESS, NAME, LOOKS);
    facilitator?.focus();
  }

  /** @param {object} news For the facilitator. */
  function tell(news) {
    facilitator?.postMessage(news, target);
  }

  /** @param {(act: string, value: unknown) => void} done Does what is asked for there. */
  function listen(done) {
    window.addEventListener("message", (event) => {
      const source = /** @type {Window} */ (event.source);
      // a window that we opened, before this page was loaded again perhaps
      if (source?.opener === window && typeof event.data?.act === "string") {
        facilitator = source;
        done(event.data.act, event.data.value);
      }
    });
  }

  return { open, tell, listen };
})();
