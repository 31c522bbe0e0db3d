"use strict";

/**
 * The course of a session: an item plays, stops on its last picture, its question is
 * read, and nothing goes on before somebody asks for it.
 *
 * @typedef {"start" | "playing" | "paused" | "question" | "stopped" | "end"} Phase
 */
const show = (() => {
  const BEGINNING = 3000; // milliseconds within which "back" means the item before
  const ENDING = 0.05; // of an item, not missed when somebody goes on early
  const NOTING = 2000; // milliseconds that a crash may forget
  const items = shown.items;

  /** @type {Phase} */
  let phase = "start";
  let index = -1;
  let following = 0;
  let isBlack = false;
  let goesOn = false; // once the screen is not black any more
  let since = Date.now();
  let noted = 0;
  let trouble = "";

  /** @param {Phase} next @param {string} [why] What is in its way. */
  function enter(next, why = "") {
    phase = next;
    trouble = why;
    since = Date.now();
    isBlack = false;
    log.mark(next === "end" ? "" : (items[index]?.code ?? ""));
    tell();
  }

  function tell() {
    document.dispatchEvent(new Event("changed"));
  }

  /** @param {number} number Of the item that is played. @param {number} [at] */
  function play(number, at = 0) {
    if (!items[number]) {
      return;
    }
    index = number;
    following = number + 1;
    const before = log.of(items[index].code);
    const facts = before?.outcome === "shown" ? {} : { outcome: "stopped" };
    log.note(items[index], facts);
    enter("playing");
    player.load(items[index], at);
    player.play();
  }

  /** Remember how far the room saw it. */
  function reached() {
    const entry = log.of(items[index].code);
    const now = player.now();
    const isOver = player.isAtEnd || now >= items[index].duration * (1 - ENDING);
    const outcome = isOver || entry.outcome === "shown" ? "shown" : "stopped";
    log.note(items[index], { outcome, reached: Math.max(now, entry.reached) });
  }

  /** Stop on the picture there is, and read the question. */
  function ask() {
    player.pause();
    reached();
    const { text } = texts.pick(items[index].questions, choices.language);
    log.note(items[index], { question: text });
    enter("question");
  }

  const isOn = () => phase === "playing" || phase === "paused";

  function next() {
    if (isOn()) {
      ask();
    } else if (following < items.length) {
      play(following);
    } else if (phase !== "end") {
      enter("end");
    }
  }

  function back() {
    if (phase === "question" || phase === "stopped") {
      play(index);
    } else if (isOn() && (player.now() > BEGINNING || index === 0)) {
      play(index);
    } else if (index > 0 || phase === "end") {
      index = phase === "end" ? items.length - 1 : index - 1;
      following = index + 1;
      player.load(items[index], items[index].duration);
      enter("question");
    }
  }

  function skip() {
    if (isOn()) {
      stop();
    } else if (following < items.length) {
      const item = items[following];
      log.note(item, log.of(item.code) ? {} : { outcome: "skipped" });
      following += 1;
      tell();
    }
  }

  /** The picture goes. */
  function stop() {
    if (isOn()) {
      player.pause();
      reached();
    }
    if (phase !== "start" && phase !== "end") {
      enter("stopped");
    }
  }

  function toggle() {
    if (phase === "playing") {
      player.pause();
      enter("paused");
    } else if (phase === "start") {
      next();
    } else if (phase !== "end" && !player.isAtEnd) {
      resume();
    }
  }

  /** Go on where it was left. */
  function resume() {
    enter("playing");
    player.play();
  }

  function black() {
    const wasPlaying = phase === "playing";
    if (!isBlack && wasPlaying) {
      player.pause();
      enter("paused");
    }
    const goes = isBlack && goesOn;
    isBlack = !isBlack;
    goesOn = isBlack && wasPlaying;
    if (goes && phase === "paused") {
      resume();
    }
    tell();
  }

  /** @param {unknown} number Of the item to play now. */
  function go(number) {
    if (Number.isInteger(number)) {
      if (isOn()) {
        reached();
      }
      play(Number(number));
    }
  }

  /** End the session, whatever is left. */
  function finish() {
    if (isOn()) {
      player.pause();
      reached();
    }
    enter("end");
  }

  /** Take up the session that is in the log. */
  function takeUp() {
    index = items.findIndex((item) => item.code === log.current.at);
    following = index + 1;
    if (index < 0) {
      enter("start");
    } else {
      const entry = log.of(items[index].code);
      const isShown = entry?.outcome === "shown";
      player.load(items[index], isShown ? items[index].duration : (entry?.reached ?? 0));
      enter(isShown ? "question" : "stopped");
    }
  }

  /** Begin another session. */
  function again() {
    log.begin();
    index = -1;
    following = 0;
    phase = "start";
    tell();
  }

  document.addEventListener("ended", () => isOn() && ask());
  document.addEventListener("moved", () => {
    // what dies now has seen so much
    if (isOn() && Math.abs(player.now() - noted) > NOTING) {
      noted = player.now();
      reached();
    }
  });
  document.addEventListener("playfailed", () => {
    if (phase === "playing") {
      reached();
      const entry = log.of(items[index].code);
      if (!entry.reached) {
        log.note(items[index], { outcome: "skipped" }); // nobody saw any of it
      }
      enter("stopped", "failed");
    }
  });
  document.addEventListener("playblocked", () => {
    enter("paused", "blocked");
  });
  document.addEventListener("voicemissing", () => {
    trouble = "voiceMissing";
    tell();
  });

  return {
    next, back, skip, stop, toggle, black, go, finish, takeUp, again,
    get state() {
      return { phase, index, following, isBlack, since, trouble };
    },
  };
})();
