"use strict";

/** What is on the screen before the first item, and after the last. */
const opening = (() => {
  const place = document.getElementById("opening");
  const ending = document.getElementById("ending");
  const goOn = document.getElementById("go-on");
  const start = document.getElementById("start");
  const lists = { language: "language", subtitle: "subtitle", voice: "spoken",
                  page: "page-language" };

  function render() {
    const { phase } = show.state;
    place.hidden = phase !== "start";
    ending.hidden = phase !== "end";
    document.title = shown.title;
    texts.put(place.querySelector("h1"), { text: shown.title, language: "" });
    const where = [shown.place, shown.day].filter(Boolean).join(" · ");
    texts.put(place.querySelector(".where"), { text: where, language: "" });
    for (const [name, id] of Object.entries(lists)) {
      const list = /** @type {HTMLSelectElement} */ (document.getElementById(id));
      choices.offer(list, name);
      list.parentElement.hidden = list.disabled;
    }
    offerBefore();
    document.getElementById("unkept").hidden = log.isKept;
    document.getElementById("save").hidden = !log.current.entries.length;
  }

  /** Offer to go on where the last session was left, if it did not come to its end. */
  function offerBefore() {
    const before = log.all().find((one) => one.at);
    goOn.hidden = !before;
    start.textContent = texts.say(before ? "newSession" : "start");
    start.classList.toggle("big", !before);
    if (before) {
      const when = new Date(before.began);
      const said = `${clock.day(when)} ${clock.time(when)}`;
      goOn.textContent = texts.say("goOn", { when: said });
      goOn.onclick = () => {
        log.resume(before);
        show.takeUp();
      };
    }
  }

  start.addEventListener("click", () => {
    log.begin();
    show.next();
  });
  document.getElementById("save").addEventListener("click", () => {
    saving.save(log.current);
  });
  document.getElementById("again").addEventListener("click", show.again);
  start.disabled = !shown.items.length;

  document.addEventListener("changed", render);
  document.addEventListener("chosen", render);

  return { render };
})();
