"use strict";

/** The logs that this machine keeps: each can be saved, and erased from it. */
const logs = (() => {
  const list = document.querySelector("#logs ul");
  let before = "";

  function render() {
    const { log, logs: kept, state } = told.news;
    const isOver = state.phase === "start" || state.phase === "end";
    const now = JSON.stringify([texts.spoken, kept, isOver]);
    if (before !== now) {
      before = now;
      // what is written still is not erased
      list.replaceChildren(...kept.map((one) => row(one, isOver || one.log !== log?.log)));
    }
    document.getElementById("save").disabled = !log?.entries.length;
  }

  function row(log, mayErase) {
    const line = document.createElement("li");
    const when = new Date(log.began);
    const said = `${clock.day(when)} ${clock.time(when)}`;
    line.append(texts.say("logLine", { when: said, count: log.entries.length }), " ");
    const save = button("save", () => saving.save(log));
    const erase = button("erase", () => {
      if (erase.dataset.asked) {
        told.ask("erase", log.log);
      } else {
        erase.dataset.asked = "yes";
        erase.textContent = texts.say("reallyErase");
      }
    });
    erase.disabled = !mayErase;
    line.append(save, " ", erase);
    return line;
  }

  function button(name, pressed) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = texts.say(name);
    made.addEventListener("click", pressed);
    return made;
  }

  return { render };
})();
