"use strict";
// What explorables share: a state that can be linked to, controls that change it by mouse,
// touch and keyboard, a stage to draw on, and words for what it shows.
//
//   explorable("surprisal", {
//     question: "What does halving p do?",
//     state: { p: 0.125 },
//     build(x) {                     // with the page: what stands there, and keeps its place
//       const stage = x.stage({ ... });
//       x.slider("p", "probability", { along: stage, step: 0.001 });
//       return (info, facts) => {    // once, when it is first seen, with the library and the data
//         return (state) => { ... x.say("..."); };   // whenever the state changes
//       };
//     },
//     facts: "lumps",                // the data that it needs, if any: see data.go
//     shares: ["p"],                 // which lists of the state are probabilities, if any
//     mend(state) { ... },   // what an address may have got wrong that no control mends
//   });

/** fold is what unfolds below a name. */
const fold = (name, ...inside) => make("details", {}, make("summary", {}, name), inside);

/** sum adds up a list. */
const sum = (list) => list.reduce((a, b) => a + b, 0);

/** fraction writes a whole number of halves, thirds or quarters as one. */
function fraction(p) {
  const of = [1, 2, 3, 4].find((n) => Math.abs(p * n - Math.round(p * n)) < 1e-9);
  return of === 1 ? String(p) : `${Math.round(p * of)}/${of}`;
}

/** list writes such numbers in parentheses. */
const list = (p) => `(${p.map(fraction).join(", ")})`;

/** diary are the words of the book's diary. */
const diary = ["routine", "friends", "outing", "first time"];

/** quoted writes words in a sentence. */
const quoted = (words) => words.map((word) => `“${word}”`).join(" and ");

/**
 * states are those of the page's explorables, as an address has them. Each entry of the
 * history has its own: going back and reloading lead to where one was, and what there was.
 */
let states = {};
let here, isNew; // which explorable the address names, and whether one comes there for the first time

const remember = (hash) => history.replaceState({ ...history.state, ...states }, "", hash);

/** look takes the states of an entry. One that is new has those before, and that of its address. */
function look() {
  isNew = history.state === null;
  if (!isNew) states = { ...history.state };
  const [, name, asked] = location.hash.match(/^#explore-([^?]*)\??(.*)/) ?? [];
  here = name;
  if (isNew && here) states[here] = asked;
  remember();
}
look();
addEventListener("popstate", look);

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

/** Explorable is one of them on its page. */
class Explorable {
  constructor(section, name, { question, state, build, mend, shares = [], facts: needs }) {
    Object.assign(this, { section, name, defaults: state, mend, shares, needs });
    this.state = { ...state };
    this.mends = []; // what controls do to a state that comes from an address
    this.shown = []; // what is to follow a change of the state beside what is drawn
    this.apart = {}; // of probabilities, those by which the others last stood to each other
    this.stages = [];
    this.query = ""; // the state when it last settled
    this.bench = make("div", { class: "bench" });
    this.words = make("p", { class: "words" }); // the first sentences, in sight of all controls
    this.more = make("p", { class: "more" }); // the others
    this.live = make("p", { role: "status", class: "unseen" });
    this.group();
    this.add(make("p", { class: "task" }, question));
    this.ready = build(this);
    this.group();
    this.anew("Reset", () => this.defaults);
    this.lay();
    this.keepsPlace();
    addEventListener("popstate", () => this.arrive());
    this.arrive();
  }

  /** lay puts the parts where they belong: what is drawn and said above all controls. */
  lay() {
    this.seen = make("div", { class: "seen" }, this.drawn ?? "", this.words);
    this.bench.querySelector("fieldset, label, .keys, .buttons").before(this.seen);
    const parts = [...this.bench.children], played = parts.slice(0, parts.indexOf(this.bench.row) + 1);
    this.bench.prepend(make("div", {}, played), this.more, this.live);
    const figures = [...this.section.querySelectorAll(".still")];
    this.section.append(this.bench, ...figures.map((still) => fold("The book’s figure", still)));
  }

  /** keepsPlace keeps in sight what is read or typed, whatever grows. */
  keepsPlace() {
    const uncover = (input) => // where a keyboard is, from under what is seen
      this.bench.querySelector(`${input}:focus-visible`)?.scrollIntoView({ block: "nearest" });
    this.bench.addEventListener("input", () => uncover("input"));
    addEventListener("resize", () => uncover("input:not([type=range])"));
    this.fit();
    const high = `${location.pathname} ${this.name} ${innerWidth}`;
    this.bench.style.minHeight = kept(high); // as high as it grows, so that a reload comes back to where one was
    addEventListener("pagehide", () => keep(high, `${this.bench.offsetHeight}px`));
    new ResizeObserver(() => requestAnimationFrame(() => this.fit() && this.redraw())).observe(this.bench);
    new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && this.begin(), { rootMargin: "300px" })
      .observe(this.section);
  }

  /** begin begins to draw, once. Where the library does not come, the page stays as without scripts. */
  begin() { return this.began ??= this.start(); }

  async start() {
    const [info, facts] = await Promise.all([library(), this.needs && load(this.needs)]).catch((failed) => {
      this.bench.nextSibling?.toggleAttribute("open");
      this.bench.remove();
      throw failed;
    });
    this.info = info;
    this.draw = this.ready(info, facts);
    const bottom = () => this.section.getBoundingClientRect().bottom, before = bottom();
    this.redraw();
    this.bench.style.minHeight = "";
    if (before < 72) scrollBy(0, bottom() - before); // what is read below keeps its place, in any browser
    this.heard = this.said;
    this.section.dataset.ready = "yes";
  }

  /** fit makes the stages as wide as the page allows, and says whether that is news. */
  fit() {
    const width = this.bench.clientWidth, others = this.stages.length - 1;
    if (width === 0 || width === this.width) return false;
    this.width = width;
    this.words.style.minHeight = "";
    for (const stage of this.stages) stage.resize(stage.svg.getBoundingClientRect().width, others);
    return true;
  }

  /** set changes the state, draws it in the next frame, and settles a little after the last change. */
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
    const written = (sentences) => sentences.join("").replaceAll(/e-(?=\d)/g, "e-\u2060"); // no line ends in a number
    this.words.textContent = written(this.first);
    this.more.textContent = written(this.others);
    this.words.style.minHeight = `${this.words.offsetHeight}px`; // what stands below keeps its place
    if (!this.bench.matches(":has(svg:active)")) { // nothing slides under a finger
      this.seen.style.setProperty("--high", `${this.seen.offsetHeight}px`);
    }
  }

  /**
   * settle speaks, for a while: all to who pressed a button, to who chose all that is news, and
   * else what is news of the first sentences.
   */
  settle() {
    const heeded = this.chosen ? [...this.first, ...this.others] : this.first;
    const news = heeded.filter((sentence) => !this.heard.includes(sentence)).join("").trim();
    const all = this.pressed || this.last && this.heard !== this.said;
    this.live.replaceChildren(all ? this.said : news); // also the same once more
    this.later = setTimeout(() => { this.live.textContent = ""; }, 5000);
    Object.assign(this, { heard: this.said, pressed: false, chosen: false });
    this.write();
  }

  /** write writes the address of the state in the place of the last: going back leads to where one came from. */
  write() {
    const written = (value) => [value].flat()
      .map((v) => (typeof v === "number" ? Number(v.toPrecision(12)) : v)).join();
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(this.defaults)) {
      if (written(this.state[key]) !== written(value)) query.set(key, written(this.state[key]));
    }
    const now = String(query).replaceAll("%2C", ",");
    if (this.query === now) return;
    this.query = states[this.name] = now;
    remember(`#explore-${this.name}?${now}`.replace(/\?$/, ""));
  }

  /**
   * arrive takes the state that an entry of the history has. It comes into view, if the address
   * is this one's and new, and leads the focus there, unless that is where it was.
   */
  arrive() {
    const isHere = here === this.name, query = states[this.name] ?? "";
    if (isHere && isNew) this.section.scrollIntoView({ behavior: "instant" });
    if (!isHere && query === this.query) return;
    this.query = query;
    const leads = isHere && !(comesBack && !this.began);
    this.begin().then(() => this.read(leads));
  }

  /** read takes the state from an address. A list may grow if it is empty at first. */
  read(leads) {
    const state = { ...this.defaults };
    for (const [key, value] of new URLSearchParams(this.query)) {
      if (!(key in state)) continue;
      const like = this.defaults[key], numbers = value.split(",").map(Number);
      const fits = like.length === 0 || numbers.length === [like].flat().length;
      if (typeof like === "string") state[key] = value;
      else if (fits && numbers.every(Number.isFinite)) state[key] = Array.isArray(like) ? numbers : numbers[0];
    }
    if ("seed" in state) state.seed = clamp(Math.round(state.seed), 1, 1e9);
    for (const mend of this.mends) mend(state);
    for (const key of this.shares) this.share(key, state);
    this.mend?.(state);
    Object.assign(this.state, state);
    clearTimeout(this.later);
    this.redraw();
    const inSight = isInSight(this.section);
    if (leads && inSight && !this.section.contains(document.activeElement)) lead(this.section);
    const led = inSight && this.heard !== this.said;
    this.live.textContent = led ? this.words.textContent : ""; // who went back hears where it led
    this.heard = this.said;
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

  /**
   * give sets one of the probabilities p. The others give way in proportion, as they last
   * stood to each other while any was above 0.
   */
  give(key, i, v) {
    const p = this.state[key], others = (q) => sum(q.toSpliced(i, 1));
    if (!this.apart[key] || others(p) > 0) this.apart[key] = p;
    const apart = this.apart[key], rest = others(apart);
    const way = (x) => (rest > 0 ? apart[x] / rest : 1 / (p.length - 1));
    this.given = i;
    this.set({ [key]: p.map((_, x) => (x === i ? v : (1 - v) * way(x))) });
  }

  /**
   * say is what the explorable shows, in words; so many first sentences are spoken where they
   * change, or all if they are the last.
   */
  say(words, spoken = 1, last = false) {
    const said = words.trim(), sentences = said.match(/.+?[.?!](?= |$)/g);
    const first = sentences.slice(0, spoken), others = sentences.slice(spoken);
    Object.assign(this, { said, last, first, others });
  }

  /** number prints a number as the book does. */
  number(x) { return this.info.number(x); }

  /** count prints a number of things, as in "1 coin" and "1.75 coins". */
  count(x, one, more = `${one}s`) { return `${this.number(x)} ${this.number(x) === "1" ? one : more}`; }

  /** bits prints a number of bits, as in "1 bit" and "1.75 bits". */
  bits(x) { return this.count(x, "bit"); }

  /** percent prints a share in per cent. */
  percent(share) { return `${this.number(100 * share)}\u00a0%`; }

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

  /** touched lets a finger that came down on a control, and then scrolls the page, change nothing. */
  touched(control) {
    let before;
    control.addEventListener("pointerdown", () => { before = { ...this.state }; });
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
      const value = at(state, key), typed = typeof value === "number" ? Number(input.value) : input.value;
      if (typed !== value) input.value = value;
    });
    return this.add(make("label", { class: kind }, make("span", {}, label), input, beside));
  }

  /**
   * slider is for a number, beside which it stands in its unit. Its pointer is also that of a
   * stage along whose axis it is; of says what the label has to follow. A number is typed if
   * that is the type.
   */
  slider(key, label, { along, min = along?.x.min, max = along?.x.max, step, unit = "", of, type = "range" }) {
    const isTyped = type === "number", shown = make("output", { "aria-live": "off" }, isTyped ? unit : "");
    const input = this.touched(make("input", {
      type, min, max, step, inputmode: isTyped && "numeric", "aria-label": of ? `${of} of ${label}` : label,
      "aria-valuetext": !isTyped && `${at(this.defaults, key)}${unit}`,
    }));
    if (!isTyped) {
      this.shown.push((state) => {
        shown.textContent = this.number(at(state, key)) + unit;
        input.setAttribute("aria-valuetext", shown.textContent);
      });
    }
    along?.onPoint((v) => this.change(key, onStep(v, step)), "sideways");
    const sound = (v) => clamp(step === 1 ? Math.round(v) : Number(v), min, max);
    return this.control("slider", key, label, input, sound, shown);
  }

  /** sliders are a group with one for each word of the diary, which is also that of its bar on a stage. */
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
    const input = make("input", { type: "text", maxlength, autocomplete: "off", spellcheck: "false" });
    this.control("field", key, label, input, (text) => text.slice(0, maxlength));
  }

  /**
   * letters adds a row of letters, and returns what fills it with them: each with numbers
   * below, rounded, as far as there are any, and tinted the more the higher the first is, up
   * to 9. Names say whose numbers they are.
   */
  letters() {
    const row = this.add(make("div", { class: "letters" }));
    const column = (attributes, letter, below) =>
      make("span", { "aria-hidden": "true", ...attributes }, make("b", {}, letter), below.map((text) => make("i", {}, text)));
    return (letters, names = []) => {
      const cell = ([letter, ...numbers]) => {
        const [first] = numbers, box = column({}, letter, numbers.map((v) => (v === undefined ? "\u00a0" : `${Math.round(v)}`)));
        box.style.setProperty("--told", Math.min(9, first ?? 0) / 9);
        if (first === undefined) return box;
        const heard = names.flatMap((name, i) => (numbers[i] === undefined ? [] : `${name} ${this.number(numbers[i])}`));
        const spoken = `${letter === "_" ? "space" : letter}: ${heard.join(", ")}`;
        return make("div", { role: "listitem" }, make("span", { class: "unseen" }, spoken), box);
      };
      const cells = letters.map(cell);
      row.role = cells.some((box) => box.role) ? "list" : null;
      row.replaceChildren(names.length ? column({ class: "legend" }, "\u00a0", names) : "", ...cells);
    };
  }

  /**
   * table adds one of a name and so many columns, and returns what puts rows of texts into it,
   * each named by its first.
   */
  table(label, ...names) {
    const row = (tag, scope, [name, ...cells]) => make("tr", {},
      name === "" ? make("td") : make("th", { scope }, name),
      cells.map((cell) => make(tag, { scope: tag === "th" && scope }, cell)));
    const body = make("tbody");
    const table = make("table", { "aria-label": label }, make("thead", {}, row("th", "col", names)), body);
    this.add(make("div", { class: "wide" }, table));
    return (rows) => {
      body.replaceChildren(...rows.map((cells) => row("td", "row", cells)));
      table.hidden = rows.length === 0;
    };
  }

  /** button is one that keeps the focus, and does no more than have the words spoken, while it is aria-disabled. */
  button(label, press) {
    this.place.row ??= this.add(make("div", { class: "buttons" }));
    const button = make("button", {
      type: "button", onclick: () => this.begin().then(() => {
        if (button.ariaDisabled !== "true") press();
        this.pressed = true;
        this.set({});
      }),
    }, label);
    this.place.row.append(button);
    return button;
  }

  /** anew is a button that begins anew, from what changes gives. Back undoes it. */
  anew(label, changes) {
    this.button(label, () => {
      const changed = Object.entries(changes()).filter(([key, value]) => String(this.state[key]) !== String(value));
      if (changed.length === 0) return;
      this.write();
      history.pushState(history.state, "");
      this.set(Object.fromEntries(changed));
      this.write();
    });
  }

  /** another is a button for another game. */
  another(label) { this.anew(label, () => ({ ...this.defaults, seed: this.state.seed + 1 })); }
}

/** onStep is the step of a control that is next to a number. */
const onStep = (v, step) => Number((Math.round(v / step) * step).toFixed(6));

/** explorable brings the section of that name to life, if the page has one. */
function explorable(name, options) {
  const section = document.querySelector(`[data-explore="${name}"]`);
  if (section) new Explorable(section, name, options);
}
