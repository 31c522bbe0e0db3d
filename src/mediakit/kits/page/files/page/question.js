"use strict";

/** The question after an item: as large as it fits, for the back of a room. */
const question = (() => {
  const LARGEST = 11; // hundredths of the shorter side of the screen
  const COMFORTABLE = 5.5;
  const SMALLEST = 3.4;
  const STEP = 0.3;
  const place = document.getElementById("question");
  const about = place.querySelector(".about");
  const text = place.querySelector(".text");
  const COLOUR = /^#[0-9a-f]{6}$/i;

  /** @param {object} item @param {string} language */
  function show(item, language) {
    const said = texts.pick(item.questions, language);
    texts.put(text, said);
    text.hidden = !said.text;
    about.replaceChildren(...chips(item, language));
    about.hidden = !about.children.length;
    place.hidden = !said.text;
    fit();
  }

  /** @param {object} item @param {string} language @returns {HTMLElement[]} its code and its themes */
  function chips(item, language) {
    const code = document.createElement("bdi");
    code.className = "code";
    code.textContent = item.code;
    return [code, ...item.themes.map((theme) => chip(theme, language))];
  }

  function chip(theme, language) {
    const one = document.createElement("bdi");
    one.className = "theme";
    const { text: name, language: tag } = texts.pick(theme.labels, language);
    texts.put(one, { text: `${theme.icon} ${name}`.trim(), language: tag });
    if (COLOUR.test(theme.colour)) {
      one.style.borderColor = theme.colour;
    }
    return one;
  }

  /** Write it smaller until it fits: a part of the screen first, then most of it. */
  function fit() {
    if (place.hidden) {
      return;
    }
    const all = place.parentElement.clientHeight;
    for (let size = LARGEST; size >= SMALLEST; size -= STEP) {
      text.style.fontSize = `${size}vmin`;
      const room = size > COMFORTABLE ? all * 0.6 : all * 0.96;
      if (place.scrollHeight <= room) {
        return;
      }
    }
    // what is longer than the screen is scrolled
  }

  function hide() {
    place.hidden = true;
  }

  window.addEventListener("resize", fit);

  return { show, hide };
})();
