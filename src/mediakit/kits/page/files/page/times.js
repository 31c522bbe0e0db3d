"use strict";

/** The clock, and how much time is gone and left. */
const times = (() => {
  const put = (id, text) => (document.getElementById(id).textContent = text);

  function render() {
    const { state, log } = told.news;
    const now = new Date();
    put("clock", clock.time(now));
    put("elapsed", log?.began ? clock.length(now.getTime() - Date.parse(log.began)) : "–");
    put("left", clock.length(left()));
    const item = shown.items[state.index];
    const isTalk = state.phase === "question";
    document.getElementById("talking").hidden = !isTalk;
    if (isTalk) {
      const gone = clock.length(now.getTime() - state.since);
      put("talk", item.pause ? `${gone} / ${clock.length(item.pause)}` : gone);
    }
  }

  /** @returns {number} milliseconds until all that is left is shown and talked about */
  function left() {
    const { state, position } = told.news;
    const item = shown.items[state.index];
    const isOn = state.phase === "playing" || state.phase === "paused";
    let sum = 0;
    if (isOn) {
      sum += Math.max(0, item.duration - position) + item.pause;
    } else if (state.phase === "question") {
      sum += Math.max(0, item.pause - (Date.now() - state.since));
    }
    const rest = state.phase === "end" ? [] : shown.items.slice(state.following);
    return rest.reduce((all, one) => all + one.duration + one.pause, sum);
  }

  return { render };
})();
