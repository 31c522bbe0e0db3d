"use strict";

/**
 * What people read: the page's own words, and what the programme wrote in several
 * languages. Everything is put on the page as text, whatever it looks like.
 *
 * @typedef {Record<string, string>} ByLanguage By BCP 47 tag.
 * @typedef {{text: string, language: string}} Said
 */
const texts = (() => {
  let spoken = first([shown.language, ...shown.languages, navigator.language]);

  /** @param {string[]} tags @returns {string} the first that the page has words for */
  function first(tags) {
    const languages = tags.map((tag) => tag.split("-")[0].toLowerCase());
    return languages.find((language) => language in words) ?? "en";
  }

  /** @param {string} tag The language that the page speaks from now on. */
  function speak(tag) {
    spoken = first([tag]);
    fill(document);
  }

  /**
   * @param {string} name Of one of the page's own texts.
   * @param {Record<string, string | number>} [values]
   * @returns {string}
   */
  function say(name, values = {}) {
    return words[spoken][name].replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  }

  /**
   * @param {ByLanguage} said
   * @param {string} wished
   * @returns {Said} in the language wished, or else the kit's, or else any
   */
  function pick(said, wished) {
    const tags = [wished, shown.language, ...Object.keys(said)];
    const language = tags.find((tag) => said[tag]) ?? "";
    return { text: said[language] ?? "", language };
  }

  /** @param {HTMLElement} element @param {Said} said Put there, written from its side. */
  function put(element, said) {
    element.textContent = said.text;
    element.dir = "auto";
    if (said.language) {
      element.lang = said.language;
    }
  }

  /** @param {string} tag @returns {string} what a language is called */
  function nameOf(tag) {
    const ours = words[spoken][`language-${tag}`];
    if (ours) {
      return ours;
    }
    try {
      const name = new Intl.DisplayNames([spoken], { type: "language" }).of(tag) ?? tag;
      return name === tag ? tag : name.charAt(0).toLocaleUpperCase(spoken) + name.slice(1);
    } catch {
      return tag; // an older browser, or no language it knows
    }
  }

  /** @param {ParentNode} root Where the page's own words are put. */
  function fill(root) {
    document.documentElement.lang = spoken;
    for (const element of root.querySelectorAll("[data-say]")) {
      element.textContent = say(element.dataset.say);
    }
    for (const element of root.querySelectorAll("[data-label]")) {
      element.setAttribute("aria-label", say(element.dataset.label));
      element.title = element.tagName === "BUTTON" ? say(element.dataset.label) : "";
    }
  }

  return {
    speak,
    say,
    pick,
    put,
    nameOf,
    fill,
    /** @returns {string} the language that the page speaks */
    get spoken() {
      return spoken;
    },
  };
})();
