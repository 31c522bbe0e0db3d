"use strict";

/** All items with what became of them: any can be played, and noted of. */
const programme = (() => {
  const list = document.querySelector("#programme ol");
  let before = "";

  function render() {
    const { state, choices, log } = told.news;
    const outcomes = (log?.entries ?? []).map((one) => [one.code, one.outcome, one.heat]);
    const now = JSON.stringify([state.index, state.following, choices, outcomes]);
    if (before !== now) {
      before = now;
      const focused = document.activeElement?.id;
      list.replaceChildren(...shown.items.map((item, number) => row(item, number)));
      if (focused) {
        document.getElementById(focused)?.focus();
      }
    }
  }

  function row(item, number) {
    const { state, choices } = told.news;
    const entry = told.entry(item.code);
    const line = document.createElement("li");
    line.classList.toggle("on", number === state.index);
    line.classList.toggle("next", number === state.following);
    const title = document.createElement("span");
    texts.put(title, texts.pick(item.titles, choices.language));
    title.className = "title";
    const code = document.createElement("bdi");
    code.className = "code";
    code.textContent = item.code;
    const length = document.createElement("span");
    length.textContent = clock.length(item.duration);
    const outcome = document.createElement("span");
    outcome.className = "outcome";
    outcome.textContent = entry ? texts.say(entry.outcome) : "";
    line.append(code, title, length, outcome, ...buttons(item, number, entry));
    return line;
  }

  function buttons(item, number, entry) {
    const play = button(`play-${number}`, "playThis", () => told.ask("go", number));
    const note = button(`note-${number}`, "noteThis", () => {
      room.choose(item.code);
      room.render();
      document.querySelector("#room textarea").focus();
    });
    note.disabled = !entry;
    return [play, note];
  }

  function button(id, name, pressed) {
    const made = document.createElement("button");
    made.type = "button";
    made.id = id;
    made.textContent = texts.say(name);
    made.addEventListener("click", pressed);
    return made;
  }

  return { render };
})();
