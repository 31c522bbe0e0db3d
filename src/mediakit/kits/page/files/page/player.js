"use strict";

/**
 * What plays an item: the film, or the sound, with its voice-over and its subtitles.
 *
 * It tells the document what happens: "moved" again and again while it plays, "ended",
 * "playfailed", "playblocked" where the browser waits for a person.
 */
const player = (() => {
  const TICK = 100; // subtitles are that many milliseconds late at most
  const LAST = 100; // milliseconds that a file may be shorter than it says
  const film = /** @type {HTMLVideoElement} */ (document.getElementById("film"));
  const sound = /** @type {HTMLAudioElement} */ (document.getElementById("voice"));
  let item = null;
  let ticking = 0;

  /** @param {string} path In the kit's folder. @returns {string} */
  function address(path) {
    return path.split("/").map(encodeURIComponent).join("/");
  }

  /** @param {object} next What is played next. @param {number} [at] Milliseconds. */
  function load(next, at = 0) {
    item = next;
    if (item.poster) {
      film.poster = address(item.poster);
    } else {
      film.removeAttribute("poster");
    }
    film.src = address(item.media);
    if (at) {
      film.currentTime = at / 1000;
    }
    speak();
    write();
  }

  /** Take the voice that was chosen, if this item has it. */
  function speak() {
    const file = item?.voiceovers[choices.voice];
    voiceover.choose(file ? address(file) : "");
  }

  /** Take the subtitles that were chosen, if this item has them. */
  function write() {
    subtitles.choose(item?.subtitles[choices.subtitle], choices.subtitle);
    subtitles.show(now());
  }

  async function play() {
    try {
      await voiceover.ready();
      await film.play();
    } catch (error) {
      if (error.name === "NotAllowedError") {
        document.dispatchEvent(new Event("playblocked"));
      } // else another thing was asked for meanwhile, or the film has an error of its own
    }
  }

  function pause() {
    film.pause();
  }

  /** @param {number} milliseconds */
  function seek(milliseconds) {
    film.currentTime = milliseconds / 1000;
  }

  /** @param {number} level From 0 to 1. */
  function setVolume(level) {
    film.volume = level;
    sound.volume = level;
  }

  /** @returns {number} milliseconds from the beginning */
  function now() {
    return Math.round(film.currentTime * 1000);
  }

  function tick() {
    voiceover.follow();
    subtitles.show(now());
    document.dispatchEvent(new Event("moved"));
  }

  film.addEventListener("playing", () => {
    clearInterval(ticking);
    ticking = setInterval(tick, TICK);
  });
  for (const name of ["pause", "ended", "emptied"]) {
    film.addEventListener(name, () => clearInterval(ticking));
  }
  film.addEventListener("seeked", () => subtitles.show(now()));
  film.addEventListener("ended", () => {
    subtitles.show(-1);
    document.dispatchEvent(new Event("ended"));
  });
  film.addEventListener("error", () => document.dispatchEvent(new Event("playfailed")));

  return {
    address, load, speak, write, play, pause, seek, setVolume, now,
    /** @returns {boolean} whether nothing of it is left to play */
    get isAtEnd() {
      return film.ended || (item !== null && now() >= item.duration - LAST);
    },
  };
})();
