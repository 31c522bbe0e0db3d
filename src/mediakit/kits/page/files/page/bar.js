"use strict";

/** Buttons for hands: they come when somebody moves a mouse or touches the screen. */
const bar = (() => {
  const STAYS = 3500;
  const FAR = 60; // pixels that make a stroke of a touch
  const place = document.getElementById("bar");
  const BUTTONS = [
    ["back", "back", "⏮"], ["toggle", "keysPlay", "⏯"], ["next", "next", "⏭"],
    ["skip", "skip", "⤼"], ["stop", "stop", "⏹"], ["black", "black", "◼"],
    ["subtitle", "subtitles", "CC"], ["voice", "voice", "🗣"],
    ["quieter", "volume", "−"], ["louder", "volume", "+"],
    ["fullScreen", "fullScreen", "⛶"], ["facilitator", "facilitator", "☰"],
  ];
  let hiding = 0;
  let touched = null;

  /** @param {(act: string) => void} done Does what a button asks for. */
  function build(done) {
    const made = BUTTONS.map(([act, name, sign]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.act = act;
      button.dataset.label = name;
      button.textContent = `${sign}\ufe0e`;
      return button;
    });
    place.replaceChildren(...made);
    texts.fill(document);
    document.addEventListener("click", (event) => {
      const button = event.target.closest?.("button[data-act]");
      if (button) {
        done(button.dataset.act);
      }
    });
    strokes(done);
  }

  /** Hide the buttons, and the mouse, after a moment of rest. */
  function wake() {
    document.body.classList.add("awake");
    clearTimeout(hiding);
    hiding = setTimeout(() => document.body.classList.remove("awake"), STAYS);
  }

  /** A stroke over the screen goes on, or back. */
  function strokes(done) {
    const screen = document.getElementById("stage");
    screen.addEventListener("pointerdown", (event) => {
      touched = event.pointerType === "touch" ? { x: event.clientX, y: event.clientY } : null;
    });
    screen.addEventListener("pointerup", (event) => {
      const far = touched ? event.clientX - touched.x : 0;
      const isAcross = Math.abs(far) > FAR && Math.abs(far) > Math.abs(event.clientY - touched.y);
      if (isAcross) {
        done(far < 0 ? "next" : "back");
      }
    });
  }

  for (const name of ["pointermove", "pointerdown", "focusin"]) {
    document.addEventListener(name, wake);
  }

  return { build };
})();
