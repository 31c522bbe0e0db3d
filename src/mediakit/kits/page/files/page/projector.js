"use strict";

/** The window for the room: what was asked for, wherever, is done here. */
(() => {
  const HEATS = ["calm", "lively", "tense", "walked-out"];
  const LONGEST = 10_000;
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("keys"));

  /** @type {Record<string, (value?: any) => void>} */
  const acts = {
    next: show.next,
    back: show.back,
    toggle: show.toggle,
    skip: show.skip,
    stop: show.stop,
    black: show.black,
    go: show.go,
    finish: show.finish,
    begin: () => show.state.phase === "start" && show.next(),
    louder: () => choices.louder(1),
    quieter: () => choices.louder(-1),
    language: () => choices.cycle("language"),
    subtitle: () => choices.cycle("subtitle"),
    voice: () => choices.cycle("voice"),
    choose: (wish) => choices.choose(wish?.name, wish?.value),
    facilitator: bridge.open,
    fullScreen,
    keys: help,
    hello: tell,
    note,
    erase,
  };

  /** @param {string} name @param {unknown} [value] */
  function act(name, value) {
    if (Object.hasOwn(acts, name)) {
      acts[name](value);
    }
  }

  function fullScreen() {
    if (document.fullscreenElement) {
      document.exitFullscreen();
    } else {
      document.documentElement.requestFullscreen?.().catch(() => {}); // only a person may
    }
  }

  function help() {
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = texts.say("close");
    close.addEventListener("click", () => dialog.close());
    dialog.replaceChildren(keys.table(), close);
    dialog.showModal();
  }

  /** Keep what the facilitator noted of an item that was on. */
  function note(said) {
    const item = shown.items.find((one) => one.code === said?.code);
    if (item && log.of(item.code)) {
      const heat = HEATS.includes(said.heat) ? said.heat : null;
      const asked = [said.asked].flat().map((one) => String(one ?? "").slice(0, LONGEST));
      const reaction = String(said.reaction ?? "").slice(0, LONGEST);
      log.note(item, { heat, reaction, asked: asked.filter(Boolean) });
      tell();
    }
  }

  /** Forget a log, and what is on the screen if it is the one that has just ended. */
  function erase(id) {
    log.erase(String(id));
    if (id === log.current.log) {
      show.again();
    }
    tell();
  }

  /** Tell the facilitator how far it is. */
  function tick() {
    bridge.tell({ state: show.state, position: player.now() });
  }

  /** Tell the facilitator everything. */
  function tell() {
    bridge.tell({
      state: show.state,
      position: player.now(),
      choices: choices.all,
      possible: choices.possible,
      log: log.current,
      logs: log.all(),
      isKept: log.isKept,
    });
  }

  /** Keep the screen from going dark while people talk. */
  async function stayAwake() {
    if (document.visibilityState === "visible") {
      await navigator.wakeLock?.request("screen").catch(() => {}); // on battery, perhaps
    }
  }

  document.addEventListener("chosen", (event) => {
    const renew = { volume: () => player.setVolume(choices.volume), voice: player.speak,
                    subtitle: player.write };
    renew[/** @type {CustomEvent} */ (event).detail]?.();
    tell();
  });
  document.addEventListener("changed", tell);
  document.addEventListener("visibilitychange", stayAwake);
  document.addEventListener("fullscreenchange", () => {
    // Escape leaves the full screen, and the browser keeps that key to itself
    if (!document.fullscreenElement && show.state.phase === "playing") {
      show.stop();
    }
  });
  document.getElementById("stage").addEventListener("click", () => {
    if (show.state.trouble === "blocked") {
      show.toggle();
    }
  });
  setInterval(tick, 500);

  choices.recall();
  player.setVolume(choices.volume);
  bar.build(act);
  keys.listen(act);
  bridge.listen(act);
  opening.render();
  stayAwake();
  performance.mark("ready");
  document.addEventListener("DOMContentLoaded", () => {
    player.write();
    requestAnimationFrame(() => setTimeout(prepare)); // once all this is to be seen
  });

  /** Let the first item be read, and no other: a stick is slow. */
  function prepare() {
    if (show.state.phase === "start" && shown.items.length) {
      player.load(shown.items[0]);
    }
  }
})();
