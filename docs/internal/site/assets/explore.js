"use strict";
// What explorables share: a state that can be linked to, controls that change it by mouse,
// touch and keyboard, a stage to draw on, and words for what it shows.
//
//   explorable("surprisal", {
//     question: "What does halving p do?",
//     state: { p: 0.125 },
//     build(x) {                     // with the page: what stands there, and keeps its place
//       x.slider("p", "probability", { min: 0, max: 1, step: 0.001 });
//       const stage = x.stage({ ... });
//       return (info, facts) => {    // once, when it is first seen, with the library and the data
//         return (state) => { ... x.say("..."); };   // whenever the state changes
//       };
//     },
//     facts: "lumps",                // the data that it needs, if any: see data.go
//     shares: ["p"],                 // which lists of the state are probabilities, if any
//     mend(state) { ... },   // what an address may have got wrong, if anything
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

/** clamp is the nearest to a number from min to max. */
const clamp = (v, min, max) => Math.min(Math.max(v, min), max);

/** states are those of the page's explorables that are not as at first, as an address has them. */
const states = { ...history.state };

/**
 * look sees whether an entry of the history is new, and gives it the states: going back and
 * reloading lead to where one was, and what there was.
 */
let isNew;
const look = () => {
  isNew = history.state === null;
  if (isNew) remember();
};
const remember = (hash) => history.replaceState({ ...history.state, ...states }, "", hash);
look();
addEventListener("popstate", look);

/**
 * Stage is an SVG with axes, or bare: across(x) and up(y) are where a point of theirs lies
 * on it, in pixels of the page, so that letters are as large on any screen.
 */
class Stage {
  static made = 0;

  constructor({ label, x, y, bare, height = 300, low, left = bare ? 1 : 40, right = bare ? 1 : 14, top = bare ? 1 : 28, below = bare ? 1 : 44 }) {
    Object.assign(this, { x, y, bare, high: height, low, left, right, top, below });
    this.frame = `frame-${Stage.made++}`;
    this.layer = make("svg:g");
    this.svg = make("svg:svg", { role: "img", "aria-label": label });
    this.resize(480);
  }

  /** resize fits it to a width; on a phone it is low, as low as it says or as so many others beside it ask, and on one that is turned lower. */
  resize(width, others = 0) {
    const is = (media) => matchMedia(media).matches;
    this.width = Math.min(width, 560);
    this.height = is("(max-height: 24rem)") ? 135
      : is("(max-width: 34rem)") ? this.low ?? Math.min(0.75 * this.high, others ? 130 : 200) : this.high;
    this.svg.setAttribute("viewBox", `0 0 ${this.width} ${this.height}`);
    this.svg.replaceChildren(this.bare ? "" : this.axes(), this.layer);
  }

  across(x) {
    return this.left + (x - this.x.min) / (this.x.max - this.x.min) * (this.width - this.left - this.right);
  }

  up(y) {
    return this.height - this.below - (y - this.y.min) / (this.y.max - this.y.min) * (this.height - this.top - this.below);
  }

  axes() {
    const bottom = this.height - this.below, end = this.width - this.right;
    const ticks = [];
    for (const x of this.x.ticks ?? []) {
      ticks.push(make("svg:text", { x: this.across(x), y: bottom + 17, class: "tick middle" }, String(x).replace("-", "−")));
    }
    for (const y of this.y.ticks ?? []) {
      ticks.push(make("svg:line", { x1: this.left, x2: end, y1: this.up(y), y2: this.up(y), class: "grid" }));
      ticks.push(make("svg:text", { x: this.left - 7, y: this.up(y) + 4, class: "tick end" }, String(y).replace("-", "−")));
    }
    return make("svg:g", {}, ticks,
      make("svg:path", { d: `M${this.left} ${this.top}V${bottom}H${end}`, class: "axis" }),
      make("svg:text", { x: end, y: this.height - 6, class: "name end" }, this.x.label ?? ""),
      make("svg:text", { x: 2, y: 13, class: "name" }, this.y.label ?? ""));
  }

  /** show replaces what is drawn. */
  show(...elements) { this.layer.replaceChildren(...elements.flat(Infinity)); }

  /** inside cuts off what lies outside of the axes. */
  inside(...elements) {
    const frame = this.bar(this.x.min, this.y.min, this.x.max, this.y.max);
    return [make("svg:clipPath", { id: this.frame }, frame),
      make("svg:g", { "clip-path": `url(#${this.frame})` }, elements.flat(Infinity))];
  }

  /** curve is a line through points, which breaks where one is not finite. */
  curve(points, kind = "c1") {
    let d = "", pen = "M";
    for (const [x, y] of points) {
      if (Number.isFinite(x) && Number.isFinite(y)) {
        d += `${pen}${this.across(x).toFixed(1)} ${this.up(y).toFixed(1)}`;
        pen = "L";
      } else pen = "M";
    }
    return make("svg:path", { d, class: `curve ${kind}` });
  }

  /** bar is an area from (x0, y0) to (x1, y1) of the axes. */
  bar(x0, y0, x1, y1, kind = "c1") {
    const left = Math.min(this.across(x0), this.across(x1)), top = Math.min(this.up(y0), this.up(y1));
    return make("svg:rect", {
      x: left, y: top, class: `bar ${kind}`,
      width: Math.abs(this.across(x1) - this.across(x0)), height: Math.abs(this.up(y1) - this.up(y0)),
    });
  }

  /** block is a bar with its name in it, as far as there is room. */
  block(x0, y0, x1, y1, name, kind = "c1") {
    const wide = this.across(x1) - this.across(x0), high = this.up(y0) - this.up(y1);
    const long = 6.2 * name.length, x = (this.across(x0) + this.across(x1)) / 2, y = this.up(y0) - 9;
    let text = "";
    if (wide > long && high > 18) text = make("svg:text", { x, y, class: "middle" }, name);
    else if (wide > 16 && high > long) text = make("svg:text", { x, y, transform: `rotate(-90 ${x} ${y}) translate(-4 4)` }, name);
    return [this.bar(x0, y0, x1, y1, kind), text];
  }

  dot(x, y, kind = "c2", r = 6) {
    return make("svg:circle", { cx: this.across(x), cy: this.up(y), r, class: `dot ${kind}` });
  }

  /** handle is a dot that a finger can take hold of, up and down as well. */
  handle(x, y, kind, r) { return [this.dot(x, y, kind, r), this.dot(x, y, "hold", 14)]; }

  line(x0, y0, x1, y1, kind = "") {
    return make("svg:line", {
      x1: this.across(x0), y1: this.up(y0), x2: this.across(x1), y2: this.up(y1), class: `rule ${kind}`,
    });
  }

  text(x, y, words, { align = "middle", dx = 0, dy = 0, kind = "" } = {}) {
    return make("svg:text", { x: this.across(x) + dx, y: this.up(y) + dy, class: `${align} ${kind}` }, words);
  }

  /**
   * onPoint calls move with a point of the axes wherever the pointer is held down, and
   * whether it has just come down.
   */
  onPoint(move, level = false) {
    this.svg.classList.add(level ? "sideways" : "movable");
    const between = (at, from, to, { min, max }) => clamp(min + (at - from) / (to - from) * (max - min), min, max);
    const at = ({ type, pointerId, clientX, clientY }) => {
      const down = type === "pointerdown", box = this.svg.getBoundingClientRect();
      if (down) this.svg.setPointerCapture(pointerId);
      if (!this.svg.hasPointerCapture(pointerId)) return;
      const x = (clientX - box.left) * this.width / box.width;
      const y = (clientY - box.top) * this.height / box.height;
      move(between(x, this.left, this.width - this.right, this.x),
        between(y, this.height - this.below, this.top, this.y), down);
    };
    this.svg.addEventListener("pointerdown", at);
    this.svg.addEventListener("pointermove", at);
  }
}

/** Explorable is one of them on its page. */
class Explorable {
  constructor(section, name, { question, state, build, mend, shares = [], facts: needs }) {
    Object.assign(this, { section, name, defaults: state, needs });
    this.state = { ...state };
    this.shown = []; // what is to follow a change of the state beside what is drawn
    this.mends = [(state) => mend?.(state), ...shares.map((key) => (state) => this.share(key, state))]; // what to do to a state that comes from an address
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
    this.seen = make("div", { class: "seen" }, this.drawn ?? "", this.words);
    this.bench.querySelector("fieldset, label, .keys, .buttons").before(this.seen);
    const parts = [...this.bench.children], played = parts.splice(0, parts.indexOf(this.bench.row) + 1);
    this.bench.prepend(make("div", {}, played), this.more, this.live);
    const uncover = (keys, controls) => ({ key, target }) => { // it comes from under what is seen
      if (target.matches(controls) && (!key || keys.test(key))) target.scrollIntoView({ block: "nearest" });
    };
    const uncoverField = uncover(/./, "input:not([type=range])");
    this.bench.addEventListener("keydown", uncover(/^(Arrow|Page|Home|End)/, "[type=range]"));
    this.bench.addEventListener("input", uncoverField);
    addEventListener("resize", () => { // as where a keyboard goes
      if (this.bench.contains(document.activeElement)) uncoverField({ target: document.activeElement });
    });
    section.append(this.bench, ...[...section.querySelectorAll(".still")].map((still) => fold("The book’s figure", still)));
    this.fit();
    const high = `${location.pathname} ${name} ${innerWidth}`;
    this.bench.style.minHeight = kept(high); // as high as it grows, so that a reload comes back to where one was
    addEventListener("pagehide", () => keep(high, `${this.bench.offsetHeight}px`));
    new ResizeObserver(() => requestAnimationFrame(() => this.fit() && this.redraw())).observe(this.bench);
    new IntersectionObserver(([entry]) => { if (entry.isIntersecting) this.begin(); }, { rootMargin: "300px" }).observe(section);
    addEventListener("popstate", () => this.arrive());
    this.arrive();
  }

  /** begin begins to draw, once. Where the library does not come, the page stays as without scripts. */
  begin() { return this.began ??= this.start(); }

  async start() {
    const [info, facts] = await Promise.all([library(), this.needs && load(this.needs)])
      .catch((failed) => { this.bench.nextSibling?.toggleAttribute("open"); this.bench.remove(); throw failed; });
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
    const width = this.bench.clientWidth;
    if (width === 0 || width === this.width) return false;
    this.width = width;
    this.words.style.minHeight = "";
    for (const stage of this.stages) stage.resize(stage.svg.getBoundingClientRect().width, this.stages.length - 1);
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
    if (!this.bench.matches(":has(svg:active)")) this.seen.style.setProperty("--high", `${this.seen.offsetHeight}px`); // nothing slides under a finger
  }

  /**
   * settle speaks, for a while: all to who pressed a button, to who chose all that is news, and
   * else what is news of the first sentences.
   */
  settle() {
    const heeded = this.chosen ? [...this.first, ...this.others] : this.first;
    const news = heeded.filter((sentence) => !this.heard.includes(sentence)).join("").trim();
    this.live.replaceChildren(this.pressed || this.last && this.heard !== this.said ? this.said : news); // also the same once more
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
   * arrive takes the state from the address, if it is this one's, and comes into view, unless
   * one has been there; else, or then, it takes the state that there was.
   */
  arrive() {
    const [place, asked = ""] = location.hash.split("?"), isHere = place === `#explore-${this.name}`;
    if (isHere && isNew) {
      this.section.scrollIntoView({ behavior: "instant" });
      states[this.name] = asked;
      remember();
    }
    const query = history.state[this.name] ?? "";
    if (!isHere && query === this.query) return;
    this.query = states[this.name] = query;
    const leads = isHere && !(comesBack && !this.began); // else the focus is where it was
    this.begin().then(() => this.read(leads));
  }

  /** read takes the state from an address. A list may grow if it is empty at first. */
  read(leads) {
    const state = { ...this.defaults };
    for (const [key, value] of new URLSearchParams(this.query)) {
      if (!(key in state)) continue;
      const like = this.defaults[key];
      const numbers = value.split(",").map(Number);
      if (typeof like === "string") state[key] = value;
      else if ((like.length === 0 || numbers.length === [like].flat().length) && numbers.every(Number.isFinite)) {
        state[key] = Array.isArray(like) ? numbers : numbers[0];
      }
    }
    if ("seed" in state) state.seed = clamp(Math.round(state.seed), 1, 1e9);
    for (const mend of this.mends.toReversed()) mend(state);
    Object.assign(this.state, state);
    clearTimeout(this.later);
    this.redraw();
    const { top, bottom } = this.section.getBoundingClientRect(), inView = top < innerHeight && bottom > 0;
    if (leads && inView && !this.section.contains(document.activeElement)) {
      this.section.tabIndex = -1; // who is led here goes on from here
      this.section.focus({ preventScroll: true });
    }
    this.live.textContent = !inView || this.heard === this.said ? "" : this.words.textContent; // who went back hears where it led
    this.heard = this.said;
  }

  /** share makes probabilities of a list of the state. */
  share(key, state) {
    const weights = state[key].map((px) => Math.max(px, 0));
    state[key] = weights.some((px) => px > 0) ? this.info.normalize(weights) : this.defaults[key];
  }

  /**
   * give sets one of the probabilities p. The others give way in proportion, as they last
   * stood to each other while any was above 0.
   */
  give(key, i, v) {
    const p = this.state[key], others = (q) => sum(q.toSpliced(i, 1));
    if (!this.apart[key] || others(p) > 0) this.apart[key] = p;
    const rest = others(this.apart[key]);
    this.set({ [key]: p.map((_, x) => (x === i ? v : (1 - v) * (rest > 0 ? this.apart[key][x] / rest : 1 / (p.length - 1)))) });
  }

  /** say is what the explorable shows, in words; so many first sentences are spoken where they change, or all if they are the last. */
  say(words, spoken = 1, last = false) {
    const said = words.trim(), sentences = said.match(/.+?[.?!](?= |$)/g);
    Object.assign(this, { said, last, first: sentences.slice(0, spoken), others: sentences.slice(spoken) });
  }

  /** number prints a number as the book does. */
  number(x) { return String.fromCodePoint(...this.info.number(x)); }

  /** count prints a number of things, as in "1 coin" and "1.75 coins". */
  count(x, one, more = `${one}s`) { return `${this.number(x)} ${this.number(x) === "1" ? one : more}`; }

  /** percent prints a share in per cent. */
  percent(share) { return `${this.number(100 * share)}\u00a0%`; }

  /** bits prints a number of bits, as in "1 bit" and "1.75 bits". */
  bits(x) { return this.count(x, "bit"); }

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
   * control adds one under its label. It follows the state by show; mend makes sound what an
   * address says of it.
   */
  control(kind, label, mend, show, ...controls) {
    this.mends.push(mend);
    this.shown.push(show);
    return this.add(make("label", { class: kind }, make("span", {}, label), controls));
  }

  /**
   * slider is for a number of the state; for one of a list, the key is "p.2". Beside it stands
   * the number in its unit; change takes it in place of the state, if given; of says what the
   * label has to follow. A number is typed if that is the type.
   */
  slider(key, label, { min, max, step, unit = "", change, of, type = "range" }) {
    const [name, place] = key.split("."), ranges = type === "range";
    const now = (state) => (place === undefined ? state[name] : state[name][place]);
    const put = (state, v) => ({ [name]: place === undefined ? v : state[name].with(Number(place), v) });
    change ??= (v) => this.set(put(this.state, v));
    const shown = make("output", { "aria-live": "off" });
    const input = this.touched(make("input", {
      type, min, max, step, name: key, value: now(this.defaults), inputmode: !ranges && "numeric",
      "aria-label": of ? `${of} of ${label}` : label, "aria-valuetext": ranges && `${now(this.defaults)}${unit}`,
      oninput: () => change(clamp(ranges ? Number(input.value) : Math.round(input.value), min, max)),
    }));
    const show = (state) => {
      const value = now(state);
      if (Number(input.value) !== value) input.value = value;
      shown.textContent = ranges ? this.number(value) + unit : unit;
      if (ranges) input.setAttribute("aria-valuetext", shown.textContent);
    };
    return this.control("slider", label, (state) => Object.assign(state, put(state, clamp(now(state), min, max))), show, input, shown);
  }

  /** sliders are a group with one for each word of the diary; change takes the place of a word, too. */
  sliders(key, name, { change, ...options }) {
    this.group(name);
    diary.forEach((word, i) => this.slider(`${key}.${i}`, word, { ...options, change: change && ((v) => change(i, v)) }));
    this.group();
  }

  /** choice is for a text of the state that is one of several. It returns what adds more. */
  choice(key, label, names) {
    const select = make("select", { name: key, onchange: () => { this.chosen = true; this.set({ [key]: select.value }); } });
    const more = (names) => select.append(...names.map((name) => make("option", {}, name)));
    more(names);
    select.value = this.defaults[key];
    this.control("choice", label, (state) => {
      if (![...select.options].some((option) => option.value === state[key])) state[key] = this.defaults[key];
    }, (state) => { select.value = state[key]; }, select);
    return more;
  }

  /** field is for a text of the state that is typed. */
  field(key, label, maxlength) {
    const input = make("input", {
      type: "text", name: key, maxlength, autocomplete: "off", spellcheck: "false",
      oninput: () => this.set({ [key]: input.value }),
    });
    const show = (state) => { if (input.value !== state[key]) input.value = state[key]; };
    this.control("field", label, (state) => { state[key] = state[key].slice(0, maxlength); }, show, input);
  }

  /**
   * letters adds a row of letters, and returns what fills it with them: each with numbers
   * below, rounded, as far as there are any, and tinted the more the higher the first is, up
   * to 9. Names say whose numbers they are.
   */
  letters() {
    const row = this.add(make("div", { class: "letters" }));
    return (letters, names = []) => {
      const cell = ([letter, ...numbers]) => {
        const box = make("span", { "aria-hidden": "true" }, make("b", {}, letter), numbers.map((v) => make("i", {}, v === undefined ? "\u00a0" : String(Math.round(v)))));
        box.style.setProperty("--told", Math.min(9, numbers[0] ?? 0) / 9);
        if (numbers[0] === undefined) return box;
        const heard = names.map((name, i) => (numbers[i] === undefined ? "" : `${name} ${this.number(numbers[i])}`)).filter(Boolean);
        return make("div", { role: "listitem" }, make("span", { class: "unseen" }, `${letter === "_" ? "space" : letter}: ${heard.join(", ")}`), box);
      };
      const legend = make("span", { class: "legend", "aria-hidden": "true" }, make("b", {}, "\u00a0"), names.map((name) => make("i", {}, name)));
      const cells = letters.map(cell);
      row.role = cells.some((box) => box.role) ? "list" : null;
      row.replaceChildren(...(names.length ? [legend] : []), ...cells);
    };
  }

  /** table adds one of a name and so many columns, and returns what puts rows of texts into it, each named by its first. */
  table(label, ...names) {
    const row = (tag, scope, [name, ...cells]) => make("tr", {},
      name === "" ? make("td") : make("th", { scope }, name), cells.map((cell) => make(tag, { scope: tag === "th" && scope }, cell)));
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
}

/** explorable brings the section of that name to life, if the page has one. */
function explorable(name, options) {
  const section = document.querySelector(`[data-explore="${name}"]`);
  if (section) new Explorable(section, name, options);
}

// One who comes back comes to where one was, once the explorables stand: the browser would be
// too early. Within the page it does well.
addEventListener("pagehide", () => {
  history.scrollRestoration = "manual";
  keep(`${location.pathname} at`, scrollY);
});
addEventListener("DOMContentLoaded", () => {
  if (comesBack) scrollTo({ top: kept(`${location.pathname} at`), behavior: "instant" });
  history.scrollRestoration = "auto";
});
