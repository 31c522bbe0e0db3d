"use strict";

/**
 * Keys, and the buttons of presenter remotes, which send keys: page up and down, F5,
 * Escape, a full stop. The same in both windows.
 */
const keys = (() => {
  const ACTS = {
    PageDown: "next", ArrowRight: "next", Enter: "next", n: "next",
    PageUp: "back", ArrowLeft: "back", Backspace: "back", p: "back",
    " ": "toggle", MediaPlayPause: "toggle", F5: "begin", Escape: "stop",
    s: "skip", b: "black", ".": "black",
    c: "subtitle", v: "voice", l: "language",
    ArrowUp: "louder", "+": "louder", ArrowDown: "quieter", "-": "quieter",
    f: "fullScreen", o: "facilitator", "?": "keys", h: "keys",
  };
  /** What the table of keys says, in its order. */
  const TABLE = [
    ["keysNext", "PageDown  →  Enter  N"],
    ["keysBack", "PageUp  ←  P"],
    ["keysPlay", ""],
    ["start", "F5"],
    ["keysStop", "Esc"],
    ["skip", "S"],
    ["black", "B  ."],
    ["subtitles", "C"],
    ["voice", "V"],
    ["questionLanguage", "L"],
    ["keysVolume", "↑  ↓"],
    ["fullScreen", "F"],
    ["facilitator", "O"],
  ];
  const PRESSES = new Set(["Enter", " "]);

  /** @param {KeyboardEvent} event @returns {string | undefined} what is asked for */
  function act(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
      return undefined;
    }
    if (document.querySelector("dialog[open]")) {
      return undefined; // Escape closes it
    }
    const target = /** @type {HTMLElement} */ (event.target);
    const isPressed = PRESSES.has(event.key) && target.closest?.("button, summary");
    if (isPressed || target.closest?.("input, textarea, select")) {
      return undefined;
    }
    return ACTS[event.key] ?? ACTS[event.key.toLowerCase()];
  }

  /** @param {(act: string) => void} done Does what a key asks for. */
  function listen(done) {
    window.addEventListener("keydown", (event) => {
      const wanted = act(event);
      if (wanted) {
        event.preventDefault(); // F5 would load the page again
        if (!event.repeat || wanted === "louder" || wanted === "quieter") {
          done(wanted);
        }
      }
    });
  }

  /** @returns {HTMLTableElement} what each key does */
  function table() {
    const made = document.createElement("table");
    for (const [name, typed] of TABLE) {
      const row = made.insertRow();
      const keys = document.createElement("th");
      keys.scope = "row";
      keys.textContent = typed || texts.say("spaceBar");
      row.append(keys);
      row.insertCell().textContent = texts.say(name);
    }
    return made;
  }

  return { listen, table };
})();
