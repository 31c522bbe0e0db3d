"use strict";

/**
 * A voice-over: a sound file that is heard instead of the film's own sound, and does
 * what the film does. Where the two come apart a little, the silent film goes slower
 * or faster until they meet, which nobody sees; the voice is left as it is.
 */
const voiceover = (() => {
  const NEAR = 0.04; // seconds that nobody notices
  const FAR = 0.4; // seconds that would take too long to catch up
  const MOST = 0.06; // of the film's speed, that nobody sees
  const PATIENCE = 2000;

  const film = /** @type {HTMLVideoElement} */ (document.getElementById("film"));
  const sound = /** @type {HTMLAudioElement} */ (document.getElementById("voice"));
  let isOn = false;

  /** @param {string} address Of the sound, or empty for the film's own. */
  function choose(address) {
    sound.pause();
    isOn = Boolean(address);
    film.muted = isOn;
    film.playbackRate = 1;
    if (isOn) {
      sound.src = address;
      if (!film.paused) {
        start();
      }
    } else {
      sound.removeAttribute("src");
    }
  }

  /** @returns {Promise<void>} until it can be heard, or has been waited for */
  function ready() {
    if (!isOn || sound.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA) {
      return Promise.resolve();
    }
    return new Promise((go) => {
      for (const name of ["canplay", "error"]) {
        sound.addEventListener(name, () => go(), { once: true });
      }
      setTimeout(go, PATIENCE);
    });
  }

  function start() {
    if (isOn && !sound.ended) {
      sound.currentTime = film.currentTime;
      sound.play().catch(() => {}); // it was stopped again, or has an error of its own
    }
  }

  /** Bring the two together. */
  function follow() {
    if (!isOn || sound.paused || film.paused) {
      return;
    }
    const ahead = film.currentTime - sound.currentTime;
    if (Math.abs(ahead) > FAR) {
      sound.currentTime = film.currentTime;
      film.playbackRate = 1;
    } else {
      const correction = Math.max(-MOST, Math.min(MOST, ahead));
      film.playbackRate = Math.abs(ahead) > NEAR ? 1 - correction : 1;
    }
  }

  film.addEventListener("playing", start);
  for (const name of ["pause", "waiting", "ended", "emptied"]) {
    film.addEventListener(name, () => sound.pause());
  }
  sound.addEventListener("error", () => {
    if (isOn) {
      choose("");
      document.dispatchEvent(new Event("voicemissing"));
    }
  });

  return { choose, ready, follow };
})();
