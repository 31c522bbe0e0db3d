"use strict";

/** What the room did and said, noted of the item that is on or of one before. */
const room = (() => {
  const PATIENCE = 400; // milliseconds after a key, until it is kept
  const form = /** @type {HTMLFormElement} */ (document.getElementById("room"));
  const about = form.querySelector(".about");
  const { reaction, asked } = form.elements;
  let code = "";
  let followed = "";
  let waiting = 0;

  /** @param {string} next The code of the item that is noted of from now on. */
  function choose(next) {
    flush();
    code = next;
    const entry = told.entry(code);
    form.elements.heat.value = entry?.heat ?? "";
    reaction.value = entry?.reaction ?? "";
    asked.value = (entry?.asked ?? []).join("\n");
  }

  function render() {
    const { state, choices } = told.news;
    const on = shown.items[state.index]?.code ?? "";
    const log = told.news.log?.log ?? "";
    // what comes on is noted of, until another is chosen; after a reload, what was kept
    if (followed !== `${log} ${on}`) {
      followed = `${log} ${on}`;
      choose(on);
    }
    const item = shown.items.find((one) => one.code === code);
    const said = item ? texts.pick(item.titles, choices.language).text || item.code : "–";
    about.textContent = texts.say("noteOf", { title: said });
    for (const field of form.elements) {
      field.disabled = !told.entry(code);
    }
  }

  function changed() {
    clearTimeout(waiting);
    waiting = setTimeout(send, PATIENCE);
  }

  /** Send what is still waiting. */
  function flush() {
    if (waiting) {
      send();
    }
  }

  function send() {
    clearTimeout(waiting);
    waiting = 0;
    const questions = asked.value.split("\n").map((line) => line.trim()).filter(Boolean);
    told.ask("note", { code, heat: form.elements.heat.value,
                       reaction: reaction.value.trim(), asked: questions });
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", flush);
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("pagehide", flush);

  return { render, choose, flush };
})();
