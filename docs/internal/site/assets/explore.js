"use strict";
// What explorables share: a state that can be linked to, controls that change it by mouse,
// touch and keyboard, a stage to draw on, and words for what it shows.
//
//   explorable("surprisal", {
//     question: "What does halving p do?",
//     state: { p: 0.125 },
//     facts: "lumps",              // the data that it needs, if any: see data.go
//     shares: ["p"],               // which lists of the state are probabilities, if any
//   }, (x) => {                    // with the page: what stands there, and keeps its place
//     const stage = x.stage({ ... });
//     x.slider("p", "probability", { along: stage, step: 0.001 });
//     x.mend = (state) => { ... }; // what an address may have got wrong that no control mends
//     return (info, facts) => {    // once, when it is first seen, with the library and the data
//       return (state) => { ... x.say(x.text`...`); }; // whenever the state changes
//     };
//   });

/** fold is what unfolds below a name. */
const fold = (name, ...inside) => make("details", {}, make("summary", {}, name), inside);

/** sum adds up a list. */
const sum = (list) => list.reduce((a, b) => a + b, 0);

/** diary are the words of the book's diary. */
const diary = ["routine", "friends", "outing", "first time"];

/** Explorable is one of them on its page. */
class Explorable extends Words {
  constructor(section, name, { question, state, shares = [], facts: needs }, build) {
    super();
    Object.assign(this, { section, name, defaults: state, shares, needs });
    this.state = { ...state };
    this.mends = []; // what controls do to a state that comes from an address
    this.shown = []; // what is to follow a change of the state beside what is drawn
    this.stages = [];
    this.query = ""; // the state, as an address has it, when it last settled
    this.bench = make("div", { class: "bench" });
    this.words = make("p", { class: "words" }); // the first sentences, in sight of all controls
    this.more = make("p", { class: "more" }); // the others
    this.live = make("p", { role: "status", class: "unseen" });
    this.group();
    this.add(make("p", { class: "task" }, flow(question)));
    this.ready = build(this);
    this.group();
    this.anew("Reset", () => this.defaults);
    this.lay();
    new ResizeObserver(() => requestAnimationFrame(() => this.fit())).observe(this.bench);
    const begin = ([{ isIntersecting }]) => isIntersecting && this.begin();
    new IntersectionObserver(begin, { rootMargin: "300px" }).observe(section);
    addEventListener("hashchange", () => this.arrive(true));
    this.arrive(performance.getEntriesByType("navigation")[0].type === "navigate");
  }

  /** lay puts the parts where they belong: what is drawn and said above all controls. */
  lay() {
    this.seen = make("div", { class: "seen" }, this.drawn ?? "", this.words);
    this.bench.querySelector("fieldset, label, .keys, .buttons").before(this.seen);
    const parts = [...this.bench.children];
    const last = parts.findLastIndex((part) => part.matches(".slider") || part === this.bench.row);
    const played = parts.slice(0, last + 1);
    this.bench.prepend(make("div", {}, played), this.more, this.live);
    const figures = [...this.section.querySelectorAll(".still")];
    this.section.append(this.bench, ...figures.map((still) => fold("The book’s figure", still)));
  }

  /** begin begins to draw, once. */
  begin() { return this.began ??= this.start(); }

  async start() {
    const parts = Promise.all([library(), this.needs && load(this.needs)]);
    const [info, facts] = await parts.catch((failed) => { // and the page stays as without scripts
      this.bench.nextSibling?.toggleAttribute("open");
      this.bench.remove();
      throw failed;
    });
    this.info = info;
    this.draw = this.ready(info, facts);
    this.redraw();
    this.heard = this.said;
    this.section.dataset.ready = "yes";
  }

  /** fit makes the stages as wide as the page allows. */
  fit() {
    const width = this.bench.clientWidth, others = this.stages.length - 1;
    if (width === this.width) return;
    this.width = width;
    this.words.style.minHeight = "";
    for (const stage of this.stages) stage.resize(stage.svg.getBoundingClientRect().width, others);
    this.redraw();
  }

  /** set changes the state, draws it in the next frame, and settles a little after the last. */
  set(changes) {
    Object.assign(this.state, changes);
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.redraw();
      clearTimeout(this.later);
      this.later = setTimeout(() => this.begin().then(() => this.settle()), 400);
    });
  }

  redraw() {
    if (!this.draw) return;
    this.draw(this.state);
    for (const follow of this.shown) follow(this.state);
    this.words.textContent = this.first;
    this.more.textContent = this.said.slice(this.first.length);
    this.words.style.minHeight = `${this.words.offsetHeight}px`; // what is below keeps its place
    this.seen.style.setProperty("--high", `${this.seen.offsetHeight}px`);
  }

  /**
   * settle speaks what is news of the first sentences, or of all where something was chosen, as
   * by a button or from a list, and writes a new state into the address, in the place of the last.
   */
  settle() {
    const sentences = (text) => text.match(/\S.*?[.?!](?= |$)/g) ?? [], heard = sentences(this.heard);
    const news = sentences(this.chosen ? this.said : this.first)
      .filter((sentence) => !heard.includes(sentence)).join(" ");
    speak(this.live, news || (this.chosen ? this.first : ""));
    Object.assign(this, { heard: this.said, chosen: false });
    const query = queryOf(this.state, this.defaults);
    if (query === this.query) return;
    this.query = query;
    history.replaceState(null, "", `#explore-${this.name}?${query}`.replace(/\?$/, ""));
  }

  /**
   * arrive takes the state that the address has, if it is of this one, which comes into view
   * and has the focus where a link leads to it.
   */
  async arrive(isLed) {
    const [, name, query] = location.hash.match(/^#explore-([^?]*)\??(.*)/) ?? [];
    if (name !== this.name) return;
    if (isLed) this.section.scrollIntoView({ behavior: "instant" });
    await this.begin();
    const state = stateOf(query, this.defaults);
    if ("seed" in state) state.seed = clamp(Math.round(state.seed), 1, 1e9);
    for (const mend of this.mends) mend(state);
    for (const key of this.shares) this.share(key, state);
    this.mend?.(state);
    Object.assign(this.state, state);
    this.query = queryOf(state, this.defaults);
    this.redraw();
    this.heard = this.said;
    if (isLed) lead(this.section);
  }

  /** share makes probabilities of a list of the state. */
  share(key, state) {
    const weights = state[key].map((px) => Math.max(px, 0));
    state[key] = sum(weights) > 0 ? this.info.normalize(weights) : this.defaults[key];
  }

  /** change sets a value of the state by its key; where it is a share, the others give way. */
  change(key, value) {
    const [name, place] = key.split(".");
    if (this.shares.includes(name)) this.give(name, Number(place), value);
    else this.set(put(this.state, key, value));
  }

  /** give sets one of the probabilities p. The others give way in proportion, or alike. */
  give(key, i, v) {
    const p = this.state[key], rest = sum(p.toSpliced(i, 1));
    const way = (px) => (rest > 0 ? px / rest : 1 / (p.length - 1));
    this.given = i;
    this.set({ [key]: p.map((px, x) => (x === i ? v : (1 - v) * way(px))) });
  }

  /**
   * say is what the explorable shows, in words: what is in sight of all controls, and spoken
   * where it changes, and what else there is to say.
   */
  say(first, more = "") { Object.assign(this, { first, said: `${first} ${more}`.trim() }); }

  /** group gathers what is added next under a name; without one, it ends the last group. */
  group(name) {
    this.place = name === undefined ? this.bench : make("fieldset", {}, make("legend", {}, name));
    if (name !== undefined) this.bench.append(this.place);
  }

  add(...elements) { this.place.append(...elements); return elements[0]; }

  /** stage adds something to draw on, beside the others where there is room. */
  stage(options) {
    const stage = new Stage(options);
    this.stages.push(stage);
    this.drawn ??= this.add(make("div", { class: "stages" }));
    this.drawn.append(this.touched(stage.svg));
    return stage;
  }

  /** touched lets a finger on a control that scrolls the page, or zooms it, change nothing. */
  touched(control) {
    let before;
    control.addEventListener("pointerdown", ({ isPrimary }) => {
      if (isPrimary) before = { ...this.state };
    });
    control.addEventListener("pointercancel", () => this.set(before));
    return control;
  }

  /**
   * control adds an input for a value of the state, with its label and what stands beside it.
   * It follows the state; sound makes a value of what is typed, or of what an address says.
   */
  control(kind, key, label, input, sound, ...beside) {
    input.name = key;
    input.value = at(this.defaults, key);
    input.addEventListener("input", () => this.change(key, sound(input.value)));
    this.mends.push((state) => Object.assign(state, put(state, key, sound(at(state, key)))));
    this.shown.push((state) => {
      const value = at(state, key);
      if (sound(input.value) !== value) input.value = value; // and else what is typed stays
    });
    input.addEventListener("change", () => { input.value = at(this.state, key); });
    return this.add(make("label", { class: kind }, make("span", {}, label), input, beside));
  }

  /**
   * slider is for a number, beside which it stands in its unit. Its pointer is also that of a
   * stage along whose axis it is; of says what the label has to follow. A number is typed if
   * that is the type.
   */
  slider(key, label, { along, step, unit = "", of, type = "range", ...ends }) {
    const { min, max } = along?.x ?? ends, isTyped = type === "number";
    const shown = make("output", { "aria-live": "off" }, isTyped ? unit : "");
    const input = this.touched(make("input", {
      type, min, max, step, "aria-label": of ? `${of} of ${label}` : label,
    }));
    if (!isTyped) {
      this.shown.push((state) => {
        shown.textContent = input.ariaValueText = this.number(at(state, key)) + unit;
      });
    }
    along?.onPoint((v) => this.change(key, onStep(v, step)), "sideways");
    if (isTyped) input.addEventListener("focus", () => input.select());
    const sound = (v) => clamp(step === 1 ? Math.round(v) : Number(v), min, max);
    return this.control("slider", key, label, input, sound, shown);
  }

  /** sliders are a group of one for each word of the diary, with the pointer of its bar. */
  sliders(key, name, { bars, ...options }) {
    this.group(name);
    diary.forEach((word, i) => this.slider(`${key}.${i}`, word, options));
    this.group();
    bars?.onPoint((_x, y, from) => {
      const held = Math.min(Math.floor(from.x), diary.length - 1);
      this.change(`${key}.${held}`, onStep(y, options.step));
    });
  }

  /** choice is for a text that is one of several. It returns what adds more. */
  choice(key, label, names) {
    const select = make("select", { oninput: () => { this.chosen = true; } });
    const more = (names) => select.append(...names.map((name) => make("option", {}, name)));
    const isOne = (name) => [...select.options].some(({ value }) => value === name);
    more(names);
    this.control("choice", key, label, select, (name) => (isOne(name) ? name : this.defaults[key]));
    return more;
  }

  /** field is for a text that is typed. */
  field(key, label, maxlength) {
    const off = { autocomplete: "off", spellcheck: "false" };
    const input = make("input", { type: "text", maxlength, ...off });
    this.control("field", key, label, input, (text) => text.slice(0, maxlength));
  }

  /**
   * letters adds a row of letters, and returns what fills it with them: each with numbers
   * below, rounded, as far as there are any, and tinted the more the higher the first is, up
   * to 9. Names say whose numbers they are.
   */
  letters() {
    const row = this.add(make("div", { class: "letters" }));
    const column = (letter, below, kind) => make("span", { "aria-hidden": "true", class: kind },
      make("b", {}, letter), below.map((text) => make("i", {}, text)));
    return (letters, names = []) => {
      const cell = ([letter, ...numbers]) => {
        const below = numbers.map((v) => (v === undefined ? "\u00a0" : Math.round(v)));
        const box = column(letter, below);
        box.style.setProperty("--told", Math.min(9, numbers[0] ?? 0) / 9);
        if (numbers[0] === undefined) return box;
        const known = names.filter((_, i) => numbers[i] !== undefined);
        const heard = names.length === 1 ? this.text`${numbers[0]} ${names[0]}`
          : known.map((name, i) => this.text`${name} ${numbers[i]}`).join(", ");
        const spoken = `${letter === "_" ? "space" : letter}: ${heard}`;
        return make("div", { role: "listitem" }, make("span", { class: "unseen" }, spoken), box);
      };
      const cells = letters.map(cell);
      row.role = cells.some((box) => box.role) ? "list" : null;
      row.replaceChildren(names.length ? column("\u00a0", names, "legend") : "", ...cells);
    };
  }

  /**
   * table adds one of a name and so many columns, and returns what puts rows of texts and
   * numbers into it, each named by its first.
   */
  table(label, ...names) {
    const row = (tag, scope, [name, ...cells]) => make("tr", {},
      name === "" ? make("td") : make("th", { scope }, name),
      cells.map((cell) => make(tag, { scope: tag === "th" && scope }, this.printed(cell))));
    const body = make("tbody");
    const head = make("thead", {}, row("th", "col", names));
    const table = make("table", { "aria-label": label }, head, body);
    this.add(make("div", { class: "wide" }, table));
    return (rows) => {
      body.replaceChildren(...rows.map((cells) => row("td", "row", cells)));
      table.hidden = rows.length === 0;
    };
  }

  /** button is one that keeps the focus while it is aria-disabled, and only has words spoken. */
  button(label, press) {
    this.place.row ??= this.add(make("div", { class: "buttons" }));
    const button = make("button", {
      type: "button", onclick: () => this.begin().then(() => {
        if (button.ariaDisabled !== "true") press();
        this.chosen = true;
        this.set({});
      }),
    }, label);
    this.place.row.append(button);
    return button;
  }

  /** anew is a button that begins anew, from what changes gives. */
  anew(label, changes) {
    this.button(label, () => {
      this.given = undefined;
      this.set(changes());
    });
  }

  /** another is a button for another game. */
  another(label) { this.anew(label, () => ({ ...this.defaults, seed: this.state.seed + 1 })); }
}

/** at is a value of a state by its key, which is "p.2" for one of a list. */
function at(state, key) {
  const [name, place] = key.split(".");
  return place === undefined ? state[name] : state[name][place];
}

/** put is what changes in a state with a value. */
function put(state, key, value) {
  const [name, place] = key.split(".");
  return { [name]: place === undefined ? value : state[name].with(place, value) };
}

/** queryOf is what an address has of a state: what is not as at first. */
function queryOf(state, defaults) {
  const written = (value) => [value].flat()
    .map((v) => (typeof v === "number" ? Number(v.toPrecision(12)) : v)).join();
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(defaults)) {
    if (written(state[key]) !== written(value)) query.set(key, written(state[key]));
  }
  return String(query).replaceAll("%2C", ",");
}

/** stateOf is the state of such a query. A list may grow if it is empty at first. */
function stateOf(query, defaults) {
  const state = { ...defaults };
  for (const [key, value] of new URLSearchParams(query)) {
    if (!(key in state)) continue;
    const like = defaults[key], numbers = value.split(",").map(Number);
    const fits = like.length === 0 || numbers.length === [like].flat().length;
    if (typeof like === "string") state[key] = value;
    else if (fits && numbers.every(Number.isFinite)) {
      state[key] = Array.isArray(like) ? numbers : numbers[0];
    }
  }
  return state;
}

/** onStep is the step of a control that is next to a number. */
const onStep = (v, step) => Number((Math.round(v / step) * step).toFixed(6));

/** explorable brings the section of that name to life, if the page has one. */
function explorable(name, options, build) {
  const section = document.querySelector(`[data-explore="${name}"]`);
  if (section) new Explorable(section, name, options, build);
}
