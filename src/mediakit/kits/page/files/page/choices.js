"use strict";

/** What the facilitator chose: languages, subtitles, the voice, how loud it is. */
const choices = (() => {
  const KEY = `mediakit-choices/${shown.playlist}`;
  const LOUDER = 0.1;

  /** @param {string} field @returns {string[]} languages, the kit's own first */
  function languagesOf(field) {
    const found = new Set(shown.items.flatMap((item) => Object.keys(item[field])));
    return [...shown.languages.filter((tag) => found.delete(tag)), ...found];
  }

  const possible = {
    language: languagesOf("questions"),
    subtitle: ["", ...languagesOf("subtitles")],
    voice: ["", ...languagesOf("voiceovers")],
    page: Object.keys(words),
  };
  const chosen = {
    language: possible.language[0] ?? shown.language,
    subtitle: "",
    voice: "",
    page: texts.spoken,
    volume: 1,
  };

  /** Take up what was chosen before the page was loaded again. */
  function recall() {
    try {
      const before = JSON.parse(localStorage.getItem(KEY) ?? "{}");
      for (const name of Object.keys(possible)) {
        if (possible[name].includes(before[name])) {
          chosen[name] = before[name];
        }
      }
      chosen.volume = level(before.volume ?? 1);
    } catch {
      // nothing is kept, or something else than we wrote: it is chosen again
    }
    texts.speak(chosen.page);
  }

  /** @param {unknown} value @returns {number} from 0 to 1 */
  function level(value) {
    return Math.max(0, Math.min(1, Number(value) || 0));
  }

  /** @param {string} name @param {unknown} value One that is not possible is not taken. */
  function choose(name, value) {
    if (name === "volume") {
      chosen.volume = level(value);
    } else if (possible[name]?.includes(value)) {
      chosen[name] = value;
    } else {
      return;
    }
    if (name === "page") {
      texts.speak(chosen.page);
    }
    try {
      localStorage.setItem(KEY, JSON.stringify(chosen));
    } catch {
      // it holds until the page is closed
    }
    document.dispatchEvent(new CustomEvent("chosen", { detail: name }));
  }

  /** @param {"language" | "subtitle" | "voice"} name The next possibility is taken. */
  function cycle(name) {
    const values = possible[name];
    choose(name, values[(values.indexOf(chosen[name]) + 1) % values.length]);
  }

  /** @param {number} steps Louder, or quieter where less than 0. */
  function louder(steps) {
    choose("volume", Math.round((chosen.volume + steps * LOUDER) * 10) / 10);
  }

  /** @param {string} name @param {string} tag @returns {string} what a possibility is called */
  function label(name, tag) {
    const nothing = { subtitle: "noSubtitles", voice: "originalVoice" };
    return tag ? texts.nameOf(tag) : texts.say(nothing[name]);
  }

  /** @param {HTMLSelectElement} list @param {string} name What is chosen in it. */
  function offer(list, name) {
    const options = possible[name].map((tag) => {
      const option = new Option(label(name, tag), tag, false, tag === chosen[name]);
      return option;
    });
    list.replaceChildren(...options);
    list.disabled = options.length < 2;
    list.onchange = () => choose(name, list.value);
  }

  return {
    recall, choose, cycle, louder, offer, possible,
    /** @returns {string} */
    get language() {
      return chosen.language;
    },
    /** @returns {string} */
    get subtitle() {
      return chosen.subtitle;
    },
    /** @returns {string} */
    get voice() {
      return chosen.voice;
    },
    /** @returns {number} */
    get volume() {
      return chosen.volume;
    },
    /** @returns {Record<string, string | number>} */
    get all() {
      return { ...chosen };
    },
  };
})();
