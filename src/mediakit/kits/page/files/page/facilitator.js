"use strict";

/** The facilitator's window: it shows what the projector's tells, and asks it to act. */
(() => {
  const trouble = document.getElementById("trouble");

  function render() {
    const { choices } = told.news;
    if (texts.spoken !== choices.page) {
      texts.speak(choices.page);
      writeKeys();
    }
    document.title = `${texts.say("facilitator")} · ${shown.title}`;
    for (const part of [times, current, room, programme, wishes, logs]) {
      part.render();
    }
    warn();
  }

  /** Say what is in the way, the worst first. */
  function warn() {
    const { state, isKept } = told.news;
    const file = shown.items[state.index]?.media ?? "";
    const name = !told.isThere() ? "noProjector" : state.trouble || (isKept ? "" : "notKept");
    const said = name ? texts.say(name, { file }) : "";
    trouble.hidden = !said;
    if (trouble.textContent !== said) {
      trouble.textContent = said;
    }
  }

  function writeKeys() {
    const place = document.getElementById("keys");
    place.querySelector("table")?.remove();
    place.append(keys.table());
  }

  /** Save the log with what was typed a moment ago. */
  function save() {
    room.flush();
    if (told.isThere()) {
      document.addEventListener("toldlog", () => saving.save(told.news.log), { once: true });
      told.ask("hello");
    } else {
      saving.save(told.news.log);
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-act]");
    if (button) {
      told.ask(button.dataset.act);
    }
  });
  document.getElementById("save").addEventListener("click", save);
  document.addEventListener("told", render);
  // what is opened there would come up on the projector
  keys.listen((act) => ["facilitator", "fullScreen", "keys"].includes(act) || told.ask(act));
  setInterval(() => {
    times.render();
    warn();
  }, 1000);

  texts.fill(document);
  writeKeys();
  render();
  told.ask("hello");
})();
