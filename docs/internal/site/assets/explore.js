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
    this.apart = {}; // of probabilities, those by which the others last stood to each other
    this.stages = [];
    this.query = ""; // the state when it last settled
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
    this.keepsPlace();
    addEventListener("popstate", () => this.arrive());
    this.arrive();
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

  /** keepsPlace keeps in sight what is read or typed, whatever grows. */
  keepsPlace() {
    const uncover = (input) => { // where a keyboard is, from under what is seen
      const at = this.bench.querySelector(`${input}:focus-visible:not(:active)`);
      at?.scrollIntoView({ block: "nearest" });
    };
    this.bench.addEventListener("input", () => uncover("input"));
    this.bench.addEventListener("keydown", (event) => this.enter(event));
    addEventListener("resize", () => uncover("input:not([type=range])"));
    this.fit();
    const high = `${location.pathname} ${this.name} ${innerWidth}`;
    this.bench.style.minHeight = kept(high); // that one who reloads comes back to where one was
    addEventListener("pagehide", () => {
      keep(high, `${this.bench.offsetHeight}px`);
      if (this.draw) this.write();
    });
    const fit = () => requestAnimationFrame(() => this.fit() && this.redraw());
    new ResizeObserver(fit).observe(this.bench);
    const begin = ([{ isIntersecting }]) => isIntersecting && this.begin();
    new IntersectionObserver(begin, { rootMargin: "300px" }).observe(this.section);
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
    const bottom = () => this.section.getBoundingClientRect().bottom, before = bottom();
    this.redraw();
    this.bench.style.minHeight = "";
    if (before < 72) scrollBy(0, bottom() - before); // what is read below keeps its place
    this.heard = this.said;
    this.section.dataset.ready = "yes";
  }

  /** fit makes the stages as wide as the page allows, and says whether that is news. */
  fit() {
    const width = this.bench.clientWidth;
    if (width === 0 || width === this.width) return false;
    this.width = width;
    this.words.style.minHeight = "";
    this.seen.append(this.words);
    this.resize();
    return true;
  }

  resize() {
    const others = this.stages.length - 1;
    for (const stage of this.stages) stage.resize(stage.svg.getBoundingClientRect().width, others);
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
    const top = () => this.bench.row.getBoundingClientRect().top, before = this.pressed && top();
    this.fit();
    this.draw(this.state);
    for (const follow of this.shown) follow(this.state);
    const unbroken = (text) => text.replaceAll(/e-(?=\d)/g, "e-\u2060"); // no line ends in a number
    this.words.textContent = unbroken(this.first);
    this.more.textContent = unbroken(this.said.slice(this.first.length));
    const high = this.words.offsetHeight, style = getComputedStyle(this.bench);
    const at = (end) => parseFloat(style.getPropertyValue(end));
    this.words.style.minHeight = `${high}px`; // what is below keeps its place
    if (high > at("--bottom") - at("--head") && this.seen.contains(this.words)) {
      this.bench.row.firstChild.after(this.words); // as they would begin out of sight
      this.resize();
      this.draw(this.state);
    }
    if (!this.bench.matches(":has(svg:active)")) { // nothing slides under a finger
      this.seen.style.setProperty("--high", `${this.seen.offsetHeight}px`);
    }
    if (this.pressed) scrollBy({ top: top() - before, behavior: "instant" }); // buttons stay
  }

  /**
   * settle speaks, for a while: all to who pressed a button, to who chose all that is news, and
   * else what is news of the first sentences. What is said at the end comes in sight.
   */
  settle() {
    const sentences = (this.chosen ? this.said : this.first).match(/\S.*?[.?!](?= |$)/g);
    const news = sentences.filter((sentence) => !this.heard.includes(sentence)).join(" ");
    const all = this.pressed || this.last && this.heard !== this.said;
    this.live.replaceChildren(all ? this.said : news || (this.chosen ? this.first : ""));
    const isTyped = this.bench.matches(":has(.field input:focus)"); // who types keeps the field
    if (this.last && this.heard !== this.said && !isTyped) {
      this.more.scrollIntoView({ block: "nearest" });
    }
    this.later = setTimeout(() => { this.live.textContent = ""; }, 5000);
    Object.assign(this, { heard: this.said, pressed: false, chosen: false });
    this.write();
  }

  /**
   * write writes the address of the state in the place of the last: going back leads to where
   * one came from.
   */
  write() {
    const now = queryOf(this.state, this.defaults);
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

  /** read takes the state from an address. */
  read(leads) {
    const state = stateOf(this.query, this.defaults);
    if ("seed" in state) state.seed = clamp(Math.round(state.seed), 1, 1e9);
    for (const mend of this.mends) mend(state);
    for (const key of this.shares) this.share(key, state);
    this.mend?.(state);
    Object.assign(this.state, state);
    this.query = queryOf(state, this.defaults);
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
   * say is what the explorable shows, in words: what is in sight of all controls, and spoken
   * where it changes, and what else there is to say, which is spoken too if it is the last.
   */
  say(first, more = "", last = false) {
    Object.assign(this, { first, last, said: `${first} ${more}`.trim() });
  }

  /** enter leads from a field of a group to the next that is empty, or does what they are for. */
  enter({ key, target }) {
    if (key !== "Enter" || !target.matches("fieldset :is([type=text], [type=number])")) return;
    const isBehind = (field) => target.compareDocumentPosition(field) & 4;
    const empty = [...this.bench.querySelectorAll("fieldset [type=text]")].filter((e) => !e.value);
    (empty.find(isBehind) ?? empty[0])?.focus();
    if (empty.length === 0) this.bench.row.firstChild.click();
  }

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

  /** touched lets a finger on a control that scrolls, or with another zooms, change nothing. */
  touched(control) {
    let before;
    const restore = () => before && this.set(before);
    control.addEventListener("pointerdown", ({ isPrimary }) => {
      if (isPrimary) before = { ...this.state };
      else restore();
    });
    control.addEventListener("pointerup", () => { before = undefined; });
    control.addEventListener("pointercancel", restore);
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
    const { min, max } = along?.x ?? ends, first = at(this.defaults, key);
    const isTyped = type === "number";
    const shown = make("output", { "aria-live": "off" }, isTyped ? unit : "");
    const input = this.touched(make("input", {
      type, min, max, step, "aria-label": of ? `${of} of ${label}` : label,
      inputmode: isTyped && "numeric", "aria-valuetext": !isTyped && `${first}${unit}`,
      onkeyup: ({ key }) => isTyped && /^Arrow[UD]/.test(key) && input.select(), // to type anew
      oninput: () => { if (isTyped && input.value > max) input.value = max; },
    }));
    if (!isTyped) {
      this.shown.push((state) => {
        shown.textContent = this.number(at(state, key)) + unit;
        input.ariaValueText = shown.textContent;
      });
    }
    along?.onPoint((v) => this.change(key, onStep(v, step)), "sideways");
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
        const heard = known.map((name, i) => this.text`${name} ${numbers[i]}`).join(", ");
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
      const differs = ([key, value]) => String(this.state[key]) !== String(value);
      const changed = Object.entries(changes()).filter(differs);
      if (changed.length === 0) return;
      this.write();
      history.pushState(history.state, "");
      this.set(Object.fromEntries(changed));
      this.write();
      this.width = undefined; // to be fitted anew, with its words above
    });
  }

  /** another is a button for another game. */
  another(label) { this.anew(label, () => ({ ...this.defaults, seed: this.state.seed + 1 })); }
}

/** onStep is the step of a control that is next to a number. */
const onStep = (v, step) => Number((Math.round(v / step) * step).toFixed(6));

/** explorable brings the section of that name to life, if the page has one. */
function explorable(name, options, build) {
  const section = document.querySelector(`[data-explore="${name}"]`);
  if (section) new Explorable(section, name, options, build);
}
