"use strict";

/** What the room sees at each moment of the show. */
const stage = (() => {
  const TITLE_STAYS = 4000;
  const film = document.getElementById("film");
  const still = /** @type {HTMLImageElement} */ (document.getElementById("still"));
  const plain = document.getElementById("plain");
  const title = document.getElementById("title");
  const trouble = document.getElementById("trouble");
  const blackness = document.getElementById("black");
  let titleOf = -1;
  let waiting = 0;

  function render() {
    const { phase, index, isBlack } = show.state;
    const item = shown.items[index];
    const isOn = phase === "playing" || phase === "paused";
    document.body.dataset.phase = phase;
    blackness.hidden = !isBlack;
    film.hidden = !item?.hasPictures || !(isOn || phase === "question");
    picture(item, phase);
    sound(item, isOn || phase === "question");
    name(item, isOn);
    if (phase === "question") {
      question.show(item, choices.language);
    } else {
      question.hide();
    }
    warn();
  }

  /** Show the last picture by itself: some players go black at the end. */
  function picture(item, phase) {
    const isEnd = phase === "question" && player.isAtEnd;
    still.hidden = !(isEnd && item?.still);
    if (!still.hidden) {
      const address = player.address(item.still);
      if (still.getAttribute("src") !== address) {
        still.src = address;
      }
    }
  }

  /** What has no picture shows its name. */
  function sound(item, isOn) {
    plain.hidden = !isOn || Boolean(item?.hasPictures);
    if (!plain.hidden) {
      const said = texts.pick(item.titles, choices.language);
      texts.put(plain.querySelector(".title"), said);
      const icon = item.themes.find((theme) => theme.icon)?.icon;
      plain.querySelector(".mark").textContent = icon ?? "♪";
    }
  }

  /** Say for a moment what begins. */
  function name(item, isOn) {
    const { index } = show.state;
    if (!isOn) {
      titleOf = -1;
      title.hidden = true;
    } else if (titleOf !== index) {
      titleOf = index;
      const said = texts.pick(item.titles, choices.language);
      texts.put(title, said);
      title.hidden = !said.text || !item.hasPictures;
      clearTimeout(waiting);
      waiting = setTimeout(() => (title.hidden = true), TITLE_STAYS);
    }
  }

  function warn() {
    const said = { failed: "cannotPlay", blocked: "touchToGoOn" }[show.state.trouble];
    trouble.hidden = !said;
    trouble.textContent = said ? texts.say(said) : "";
  }

  document.addEventListener("changed", render);
  document.addEventListener("chosen", render);

  return { render };
})();
