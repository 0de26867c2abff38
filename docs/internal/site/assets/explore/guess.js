"use strict";
// Shannon's game: guess a text letter by letter, as two models do.
explorable("guess", {
  question: `You know words, and pairs of letters do not.
    How many bits a letter does that save you? Where do long contexts still beat you?`,
  facts: "letters",
  state: { seed: 1, typed: "" },
}, (x) => {
  const guessable = "_abcdefghijklmnopqrstuvwxyz", longest = 5; // letters of a context
  const enough = 10; // letters, to say what their guesses hold
  const inSight = x.drawn = make("p", { class: "known", "aria-hidden": "true" });
  const type = (letters) => {
    x.heard = ""; // what came of it is spoken, be it the same once more
    x.set({ typed: x.state.typed + letters });
  };
  let taken = ""; // of a word that a keyboard is still composing
  const take = ({ target, isComposing }) => {
    const letters = target.value.toLowerCase().replaceAll(" ", "_");
    if (letters.startsWith(taken)) type(letters.slice(taken.length));
    taken = isComposing ? letters : (target.value = "");
  };
  x.add(make("label", { class: "field" },
    make("span", {}, "type letters, or press them; ? gives one away"),
    make("input", {
      type: "text", name: "letters", autocomplete: "off", autocapitalize: "off",
      spellcheck: "false", oninput: take, oncompositionend: take,
    })));
  const spoken = (letter) => letter.replace("_", "space");
  const keys = [...guessable].map((letter) => make("button", {
    type: "button", tabindex: -1, onclick: () => type(letter), "aria-label": spoken(letter),
  }, letter));
  x.add(make("div", { class: "keys", role: "group", "aria-label": "letters" }, keys));
  const give = x.button("Give it away", () => type("?"));
  x.another("Another sentence");
  const found = x.letters();
  const fill = x.table("The players", "player", "at once", "guesses", "their H", "by forecasts");

  const read = (text) => text.replaceAll("_", " ").trim();
  /** behind says behind what a letter stands: the last two words, and a space that ends them. */
  const behind = (known) => {
    if (known === "") return "";
    const words = read(known).split(" ").slice(-2).join(" ");
    return ` after “${words}”${known.endsWith("_") ? " and a space" : ""}`;
  };
  /**
   * play counts the guesses for each letter of a text, and what those tell that were given
   * away, and says what came of the last.
   */
  const play = (text, typed) => {
    const guesses = [];
    let tried = "", asked = 0;
    let last = `A sentence is hidden, ${text.length} letters with the spaces, ` +
      "of which the last is one";
    const after = () => behind(text.slice(0, guesses.length));
    const find = (n, how) => {
      const letter = spoken(text[guesses.length]);
      guesses.push(n);
      tried = "";
      last = `${letter}, ${how}; the next is${after()}`;
    };
    for (const letter of typed) {
      if (guesses.length === text.length) break;
      if (letter === "?") {
        asked += x.info.surprisal(1 / (guessable.length - tried.length));
        find(guessable.length, "given away");
      } else if (letter === text[guesses.length]) {
        find(tried.length + 1, `guess ${tried.length + 1}`);
      } else if (tried.includes(letter)) {
        last = `${spoken(letter)} was tried already and does not count`;
      } else if (guessable.includes(letter)) {
        tried += letter;
        last = `Not ${[...tried].map(spoken).join(", ")}${after()}`;
      } else last = `“${letter}” does not count: only a to z and the space do`;
    }
    return { guesses, tried, asked, last };
  };

  return (info, { languages, newton, hidden }) => {
    const english = languages.find((l) => l.name === "English");
    const models = { pairs: info.pairs(english.pairs, english.times, guessable.length) };
    const reading = info.reading(newton, longest);
    /** readOn counts Newton's letters, some at a time so that the page stays awake. */
    const readOn = () => {
      if (info.readOn(reading, 1000) > 0) return setTimeout(readOn);
      models.contexts = info.contexts(reading);
      x.redraw();
    };
    setTimeout(readOn);

    return ({ seed, typed }) => {
      const text = hidden[seed % hidden.length]; // 1 is not the one that the chapter gives away
      const { guesses, tried, asked, last } = play(text, typed), n = guesses.length;
      const known = text.slice(0, n), over = n === text.length;
      const left = guessable.length - tried.length;
      const players = [{ name: "you", guesses, forecasts: "–" }];
      for (const [name, m] of n ? Object.entries(models) : []) {
        players.push({
          name, guesses: info.guesses(m, known, guessable), forecasts: info.cost(m, known) / n,
        });
      }
      const entropy = ({ guesses }) => info.entropy(info.normalize(
        [...guessable].map((_, i) => guesses.filter((g) => g === i + 1).length)));
      const [yours, ...others] = n ? players.map(entropy) : [];
      const [you, pairs, contexts] = [yours + asked / n, ...others];
      inSight.textContent = known.padEnd(text.length, "·");
      found([...known].map((c, i) => [c, ...[0, 1, 2].map((p) => players[p]?.guesses[i])]),
        ["you", "pairs", "contexts"]);
      fill(n === 0 ? [] : players.map(({ name, guesses, forecasts }, i) => [
        name, `${guesses.filter((g) => g === 1).length} of ${n}`, sum(guesses) / n,
        n < enough ? "–" : [you, pairs, contexts][i], forecasts,
      ]));
      keys.forEach((key, i) => { key.ariaDisabled = over || tried.includes(guessable[i]); });
      give.ariaDisabled = over;
      x.chosen = over; // and all is spoken, but else what came of the last letter alone
      const newtons = contexts === undefined ? ""
        : x.text`, for contexts in Newton's text ${contexts}`;
      const means = asked ? ", what was given away included"
        : ": who guesses as you do could read the text from them";
      const sofar = n < enough ? "" : x.text`The numbers of your guesses hold ${x.bits(you)}
        a letter${means}. For the pairs of English it is ${pairs}${newtons}.`;
      if (over) {
        return x.say(`It was: ${read(text)}.`, x.text`${sofar} Below each letter stands how many
          guesses it took. So short a text tells too little; with a hundred letters known
          Shannon's readers came to 0.6 to 1.3 bits.`);
      }
      const away = !tried ? "" : x.text`${x.count(left, "letter is", "letters are")} left for the
        next, and to give it away costs ${x.bits(info.surprisal(1 / left))}.`;
      x.say(`${last}.`, x.text`${n || "None"} of ${text.length} ${n > 1 ? "are" : "is"}
        found${n ? `: “${read(known)}”` : ""}. ${away} ${sofar}`);
    };
  };
});
