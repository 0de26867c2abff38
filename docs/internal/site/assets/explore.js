"use strict";
// What explorables share: a state that can be linked to, controls that change it by mouse,
// touch and keyboard, a stage to draw on, and words for what it shows.
//
//   explorable("surprisal", {
//     state: { p: 0.125 },
//     build(x) {                     // once, when it is first seen
//       x.slider("p", "probability", { min: 0, max: 1, step: 0.001 });
//       const stage = x.stage({ ... });
//       return (state, info) => { ... x.say("...") };   // whenever the state changes
//     },
//   });

/** make makes an element, of SVG where its name says so: make("svg:path", {d}, ...inside). */
function make(name, attributes = {}, ...inside) {
  const [tag, space] = name.split(":").reverse();
  const element = space === "svg"
    ? document.createElementNS("http://www.w3.org/2000/svg", tag)
    : document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...inside.flat());
  return element;
}

/** spoken prints a number as the book does. */
const spoken = (info, x) => String.fromCodePoint(...info.number(x));

/** Stage is an SVG with axes: place(x, y) is where a point of theirs lies on it. */
class Stage {
  constructor({ label, x, y, width = 480, height = 300, left = 52, below = 44 }) {
    Object.assign(this, { x, y, width, height, left, right: 16, top: 14, below });
    this.layer = make("svg:g");
    this.svg = make("svg:svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label },
      this.axes(), this.layer);
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
      ticks.push(make("svg:text", { x: this.across(x), y: bottom + 17, class: "tick middle" }, String(x)));
    }
    for (const y of this.y.ticks ?? []) {
      ticks.push(make("svg:line", { x1: this.left, x2: end, y1: this.up(y), y2: this.up(y), class: "grid" }));
      ticks.push(make("svg:text", { x: this.left - 7, y: this.up(y) + 4, class: "tick end" }, String(y)));
    }
    return make("svg:g", {}, ticks,
      make("svg:path", { d: `M${this.left} ${this.top}V${bottom}H${end}`, class: "axis" }),
      make("svg:text", { x: (this.left + end) / 2, y: this.height - 6, class: "name middle" }, this.x.label ?? ""),
      make("svg:text", { x: 13, y: (this.top + bottom) / 2, class: "name middle turned" }, this.y.label ?? ""));
  }

  /** show replaces what is drawn. */
  show(...elements) { this.layer.replaceChildren(...elements.flat(Infinity)); }

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

  dot(x, y, kind = "c2", r = 6) {
    return make("svg:circle", { cx: this.across(x), cy: this.up(y), r, class: `dot ${kind}` });
  }

  line(x0, y0, x1, y1, kind = "") {
    return make("svg:line", {
      x1: this.across(x0), y1: this.up(y0), x2: this.across(x1), y2: this.up(y1), class: `rule ${kind}`,
    });
  }

  text(x, y, words, { align = "middle", dx = 0, dy = 0, kind = "" } = {}) {
    return make("svg:text", { x: this.across(x) + dx, y: this.up(y) + dy, class: `${align} ${kind}` }, words);
  }

  /** onPoint calls move with a point of the axes wherever the pointer is held down. */
  onPoint(move) {
    this.svg.classList.add("movable");
    const at = (event) => {
      const box = this.svg.getBoundingClientRect();
      const x = (event.clientX - box.left) * this.width / box.width;
      const y = (event.clientY - box.top) * this.height / box.height;
      const within = (v, a, b) => Math.min(Math.max(v, a), b);
      move(
        within(this.x.min + (x - this.left) / (this.width - this.left - this.right) * (this.x.max - this.x.min), this.x.min, this.x.max),
        within(this.y.min + (this.height - this.below - y) / (this.height - this.top - this.below) * (this.y.max - this.y.min), this.y.min, this.y.max),
        event.type === "pointerdown");
    };
    this.svg.addEventListener("pointerdown", (event) => {
      this.svg.setPointerCapture(event.pointerId);
      at(event);
    });
    this.svg.addEventListener("pointermove", (event) => {
      if (this.svg.hasPointerCapture(event.pointerId)) at(event);
    });
  }
}

/** Explorable is one of them on its page. */
class Explorable {
  constructor(section, name, { state, build, facts: needs }) {
    Object.assign(this, { section, name, defaults: state, build, needs });
    this.state = { ...state };
    this.shown = []; // what is to follow a change of the state beside what is drawn
    this.mended = []; // what makes something possible of a state that came by the address
    new IntersectionObserver(([entry], observer) => {
      if (!entry.isIntersecting) return;
      observer.disconnect();
      this.start();
    }, { rootMargin: "300px" }).observe(section);
    addEventListener("hashchange", () => this.read());
  }

  async start() {
    const [info] = await Promise.all([library(), this.needs && load(`${this.needs}.js`)]);
    this.info = info;
    this.bench = make("div", { class: "bench" });
    this.words = make("p", { class: "words" });
    this.live = make("p", { role: "status", class: "unseen" });
    this.draw = this.build(this);
    this.button("Reset", () => this.set({ ...this.defaults }));
    this.bench.append(this.words, this.live);
    const still = this.section.querySelector(".still");
    if (still) still.hidden = true;
    this.section.append(this.bench);
    this.read();
    this.redraw();
    this.section.dataset.ready = "yes";
  }

  /** set changes the state, and draws it in the next frame. */
  set(changes) {
    Object.assign(this.state, changes);
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.redraw();
      clearTimeout(this.later);
      this.later = setTimeout(() => this.settle(), 400);
    });
  }

  redraw() {
    this.draw(this.state, this.info);
    for (const follow of this.shown) follow(this.state);
    this.words.textContent = this.said;
  }

  /** settle speaks, and writes the address of the state, once it has stopped moving. */
  settle() {
    this.live.textContent = this.said;
    const changed = Object.keys(this.defaults).filter((key) => String(this.state[key]) !== String(this.defaults[key]));
    const query = new URLSearchParams(changed.map((key) => [key, this.state[key]]));
    const hash = `#explore-${this.name}${changed.length ? `?${query}` : ""}`;
    if (location.hash !== hash) history.replaceState(null, "", hash);
  }

  /** read takes the state from the address, if it is this one's. */
  read() {
    const [name, query] = location.hash.split("?");
    if (name !== `#explore-${this.name}` || !this.bench) return;
    const state = { ...this.defaults };
    for (const [key, value] of new URLSearchParams(query)) {
      if (!(key in state)) continue;
      const like = this.defaults[key];
      const numbers = value.split(",").map(Number);
      if (typeof like === "string") state[key] = value;
      else if (Array.isArray(like) && like.length && like.length !== numbers.length) continue;
      else if (numbers.every(Number.isFinite)) state[key] = Array.isArray(like) ? numbers : numbers[0];
    }
    for (const mend of this.mended) mend(state);
    this.section.scrollIntoView();
    this.set(state);
  }

  /** say is what the explorable shows, in words. */
  say(words) { this.said = words; }

  /** number prints a number as the book does. */
  number(x) { return spoken(this.info, x); }

  add(...elements) { this.bench.append(...elements); return elements[0]; }

  /** ask puts a question beside what there is to move. */
  ask(words) { this.add(make("p", { class: "question" }, words)); }

  /** stage adds something to draw on, as wide as there is room, so that its text stays as large. */
  stage(options) {
    const room = this.section.clientWidth - 2;
    const stage = new Stage({ width: Math.min(Math.max(room, 280), 520), ...options });
    this.add(stage.svg);
    return stage;
  }

  /**
   * slider is for a number of the state; for one of a list, the key is "p.2". Its text is
   * what is read beside it, and change what is set in place of the number, if given.
   */
  slider(key, label, { min, max, step, text = (v) => this.number(v), change }) {
    const [name, place] = key.split(".");
    const now = (state) => (place === undefined ? state[name] : state[name][place]);
    const put = (state, value) => (place === undefined ? value : state[name].with(Number(place), value));
    this.mended.push((state) => {
      state[name] = put(state, Math.min(Math.max(now(state), min), max));
    });
    const shown = make("output");
    const input = make("input", {
      type: "range", min, max, step, name: key,
      oninput: () => {
        const value = Number(input.value);
        this.set(change ? change(value, this.state) : { [name]: put(this.state, value) });
      },
    });
    this.shown.push((state) => {
      const value = now(state), words = text(value, state);
      if (Number(input.value) !== value) input.value = value;
      shown.textContent = words;
      input.setAttribute("aria-valuetext", words);
    });
    return this.add(make("label", { class: "slider" }, make("span", {}, label), input, shown));
  }

  /** choice is for a text of the state that is one of several: {value: label}. */
  choice(key, label, options) {
    const select = make("select", { name: key, onchange: () => this.set({ [key]: select.value }) },
      Object.entries(options).map(([value, words]) => make("option", { value }, words)));
    this.shown.push((state) => { select.value = state[key]; });
    this.mended.push((state) => { if (!(state[key] in options)) state[key] = this.defaults[key]; });
    return this.add(make("label", { class: "choice" }, make("span", {}, label), select));
  }

  /** field is for a text of the state that is typed. */
  field(key, label, maxlength = 120) {
    const input = make("input", {
      type: "text", name: key, maxlength, autocomplete: "off", spellcheck: "false",
      oninput: () => this.set({ [key]: input.value }),
    });
    this.shown.push((state) => { if (input.value !== state[key]) input.value = state[key]; });
    this.mended.push((state) => { state[key] = state[key].slice(0, maxlength); });
    return this.add(make("label", { class: "field" }, make("span", {}, label), input));
  }

  button(label, press) {
    this.buttons ??= this.add(make("div", { class: "buttons" }));
    const button = make("button", { type: "button", onclick: press }, label);
    this.buttons.append(button);
    return button;
  }
}

/** explorable brings the section of that name to life, if the page has one. */
function explorable(name, options) {
  const section = document.querySelector(`[data-explore="${name}"]`);
  if (section) new Explorable(section, name, options);
}
