"use strict";

/** What the room hears and reads, chosen here rather than before everybody's eyes. */
const wishes = (() => {
  const place = document.getElementById("wishes");
  const NOTHING = { subtitle: "noSubtitles", voice: "originalVoice" };
  const volume = /** @type {HTMLInputElement} */ (place.querySelector("[name=volume]"));
  let before = "";

  function render() {
    const { choices, possible } = told.news;
    const now = JSON.stringify([choices, possible]);
    if (before === now) {
      return;
    }
    before = now;
    for (const list of place.querySelectorAll("select")) {
      const options = possible[list.name].map((tag) => {
        const name = tag ? texts.nameOf(tag) : texts.say(NOTHING[list.name]);
        return new Option(name, tag, false, tag === choices[list.name]);
      });
      list.replaceChildren(...options);
      list.parentElement.hidden = options.length < 2;
    }
    volume.value = String(choices.volume);
  }

  place.addEventListener("input", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const value = field === volume ? Number(field.value) : field.value;
    told.ask("choose", { name: field.name, value });
  });

  return { render };
})();
