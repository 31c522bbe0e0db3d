"use strict";

/** What is on, with all that only the facilitator may read, and what comes next. */
const current = (() => {
  const place = document.getElementById("current");
  const upcoming = document.getElementById("upcoming");
  const PHASES = { start: "phaseStart", playing: "phasePlaying", paused: "phasePaused",
                   question: "phaseQuestion", stopped: "phaseStopped", end: "phaseEnd" };
  let before = "";

  function render() {
    const { state, position, choices } = told.news;
    // before the start, what will be first is read
    const number = Math.max(0, state.index);
    const item = shown.items[number];
    const phase = texts.say(state.isBlack ? "phaseBlack" : PHASES[state.phase]);
    document.getElementById("phase").textContent = phase;
    document.getElementById("phase").dataset.phase = state.phase;
    if (!item) {
      return;
    }
    progress(item, state.index < 0 ? 0 : position);
    const now = JSON.stringify([number, state.following, choices]);
    if (before !== now) {
      before = now;
      describe(item, unshown.items[number], choices.language);
      announce(state.following, choices.language);
    }
  }

  function progress(item, position) {
    const bar = place.querySelector("progress");
    bar.value = item.duration ? Math.min(1, position / item.duration) : 0;
    const times = `${clock.length(position)} / ${clock.length(item.duration)}`;
    place.querySelector(".position span").textContent = times;
  }

  function describe(item, secret, language) {
    place.querySelector(".code").textContent = item.code;
    texts.put(place.querySelector(".title"), texts.pick(item.titles, language));
    each(place.querySelector(".questions"), "question", item.questions);
    each(place.querySelector(".notes"), "notes", secret.notes);
    careful(place.querySelector(".cautions"), secret);
    place.querySelector(".consent").textContent = secret.consent[texts.spoken];
  }

  /** Write something in every language it is there in. */
  function each(where, name, said) {
    const parts = Object.entries(said).filter(([, text]) => text).map(([tag, text]) => {
      const part = document.createElement("p");
      texts.put(part, { text, language: tag });
      const label = document.createElement("b");
      label.textContent = texts.nameOf(tag);
      const both = document.createElement("div");
      both.append(label, part);
      return both;
    });
    const heading = document.createElement("h2");
    heading.textContent = texts.say(name);
    where.replaceChildren(...(parts.length ? [heading, ...parts] : []));
  }

  function careful(where, secret) {
    const lines = secret.cautions[texts.spoken].map((text) => {
      const line = document.createElement("li");
      texts.put(line, { text, language: texts.spoken });
      return line;
    });
    const heading = document.createElement("h2");
    heading.textContent = texts.say("cautions");
    const list = document.createElement("ul");
    list.append(...lines);
    where.replaceChildren(...(lines.length ? [heading, list] : []));
  }

  function announce(number, language) {
    const item = shown.items[number];
    upcoming.hidden = number === 0; // it is what is described above
    const said = item ? texts.pick(item.titles, language).text : "";
    const title = item ? texts.say("upNext", { title: said || item.code }) : texts.say("lastOne");
    texts.put(upcoming.querySelector("h2"), { text: title, language: "" });
    upcoming.querySelector(".length").textContent = item ? clock.length(item.duration) : "";
    const picture = /** @type {HTMLImageElement} */ (upcoming.querySelector("img"));
    picture.hidden = !item?.poster;
    if (item?.poster) {
      picture.src = `../${item.poster.split("/").map(encodeURIComponent).join("/")}`;
    }
    careful(upcoming.querySelector(".cautions"), item ? unshown.items[number] : { cautions: { [texts.spoken]: [] } });
  }

  return { render };
})();
