"use strict";
// What explorables draw on.

/** clamp is the nearest to a number from min to max. */
const clamp = (v, min, max) => Math.min(Math.max(v, min), max);

/** minus writes a number with the sign that the book has. */
const minus = (v) => String(v).replace("-", "−");

/**
 * Stage is an SVG with axes, or bare: across(x) and up(y) are where a point of theirs lies
 * on it, in pixels of the page, so that letters are as large on any screen. An axis goes from
 * the first tick to the last, unless it says from min to max, or has a column for each of
 * some names.
 */
class Stage {
  static made = 0;

  constructor({ label, x, y, bare, height = 300, ...margins }) {
    const axis = ({ names = [], ticks = [], ...ends }) =>
      ({ min: ticks[0] ?? 0, max: ticks.at(-1) ?? names.length, names, ticks, ...ends });
    Object.assign(this, bare ? { left: 1, right: 1, top: 1, below: 1 }
      : { left: 40, right: 14, top: 28, below: 44, ...margins });
    Object.assign(this, { x: axis(x), y: axis(y), bare, high: height });
    this.frame = `frame-${Stage.made++}`;
    this.layer = make("svg:g");
    this.svg = make("svg:svg", { role: "img", "aria-label": label });
    this.resize(480);
  }

  /** resize fits it to a width; it is low on a small screen, and more so beside others. */
  resize(width, others = 0) {
    const { matches: isSmall } = matchMedia("(max-width: 34rem), (max-height: 34rem)");
    this.width = Math.min(width, 560);
    this.height = isSmall ? Math.min(this.high, others ? 140 : 200) : this.high;
    this.wide = this.width - this.left - this.right;
    this.tall = this.height - this.top - this.below;
    this.svg.setAttribute("viewBox", `0 0 ${this.width} ${this.height}`);
    this.svg.replaceChildren(this.bare ? "" : this.axes(), this.layer);
  }

  across(x) {
    const { min, max } = this.x;
    return this.left + (x - min) / (max - min) * this.wide;
  }

  up(y) {
    const { min, max } = this.y;
    return this.top + (max - y) / (max - min) * this.tall;
  }

  axes() {
    const bottom = this.height - this.below, end = this.width - this.right;
    const text = (x, y, kind, words) => make("svg:text", { x, y, class: kind }, words);
    return make("svg:g", {},
      this.x.ticks.map((x) => text(this.across(x), bottom + 17, "tick middle", minus(x))),
      this.x.names.map((name, i) => text(this.across(i + 0.5), bottom + 17, "middle tight", name)),
      this.y.ticks.map((y) => [
        make("svg:line", { x1: this.left, x2: end, y1: this.up(y), y2: this.up(y), class: "grid" }),
        text(this.left - 7, this.up(y) + 4, "tick end", minus(y)),
      ]),
      make("svg:path", { d: `M${this.left} ${this.top}V${bottom}H${end}`, class: "axis" }),
      text(end, this.height - 6, "name end", this.x.label ?? ""),
      text(2, 13, "name", this.y.label ?? ""));
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
    const [left, right] = [this.across(x0), this.across(x1)].sort((a, b) => a - b);
    const [top, bottom] = [this.up(y0), this.up(y1)].sort((a, b) => a - b);
    const width = right - left, height = bottom - top;
    return make("svg:rect", { x: left, y: top, width, height, class: `bar ${kind}` });
  }

  /** block is a bar with its name in it, as far as there is room. */
  block(x0, y0, x1, y1, name, kind = "c1") {
    const wide = this.across(x1) - this.across(x0), high = this.up(y0) - this.up(y1);
    const long = 6.2 * name.length;
    const x = (this.across(x0) + this.across(x1)) / 2, y = this.up(y0) - 9;
    const lies = wide > long && high > 18, stands = wide > 16 && high > long;
    const transform = !lies && `rotate(-90 ${x} ${y}) translate(-4 4)`;
    const text = make("svg:text", { x, y, transform, class: lies ? "middle" : "" }, name);
    return [this.bar(x0, y0, x1, y1, kind), lies || stands ? text : ""];
  }

  dot(x, y, kind = "c2", r = 6) {
    return make("svg:circle", { cx: this.across(x), cy: this.up(y), r, class: `dot ${kind}` });
  }

  /** dots are bare ones at many points, in one element, which is drawn at once. */
  dots(points, kind, r) {
    const dot = ([x, y]) => `M${this.across(x).toFixed(1)} ${this.up(y).toFixed(1)}h0`;
    const d = points.map(dot).join("");
    return make("svg:path", { d, class: `dots ${kind}`, "stroke-width": 2 * r });
  }

  /** dotOrArrow is a dot or, above the axes, an arrow up to it. */
  dotOrArrow(x, y) {
    if (y <= this.y.max) return this.dot(x, y);
    const dx = x - this.x.min < this.x.max - x ? 10 : -10;
    return this.text(x, this.y.max, "↑", { kind: "over", dx, dy: 12 });
  }

  /** handle is a dot that a finger can take hold of, up and down as well. */
  handle(x, y, kind, r) { return [this.dot(x, y, kind, r), this.dot(x, y, "hold", 14)]; }

  line(x0, y0, x1, y1, kind = "") {
    const from = { x1: this.across(x0), y1: this.up(y0) };
    const to = { x2: this.across(x1), y2: this.up(y1) };
    return make("svg:line", { ...from, ...to, class: `rule ${kind}` });
  }

  text(x, y, words, { align = "middle", dx = 0, dy = 0, kind = "" } = {}) {
    const at = { x: this.across(x) + dx, y: this.up(y) + dy };
    return make("svg:text", { ...at, class: `${align} ${kind}` }, words);
  }

  /**
   * onPoint calls move with a point of the axes wherever the pointer is held down, and with the
   * one, {x, y}, where it came down, which stays the same object until it is let go.
   */
  onPoint(move, kind = "movable") {
    this.svg.classList.add(kind);
    const on = ({ min, max }, share) => clamp(min + share * (max - min), min, max);
    let from;
    const point = ({ type, pointerId, isPrimary, clientX, clientY }) => {
      if (type === "pointerdown") this.svg.setPointerCapture(pointerId);
      if (!this.svg.hasPointerCapture(pointerId)) return;
      const box = this.svg.getBoundingClientRect(), scale = this.width / box.width;
      const x = on(this.x, ((clientX - box.left) * scale - this.left) / this.wide);
      const y = on(this.y, ((box.bottom - clientY) * scale - this.below) / this.tall);
      if (type === "pointerdown") from = isPrimary && { x, y }; // a second finger zooms
      if (from) move(x, y, from);
    };
    this.svg.addEventListener("pointerdown", point);
    this.svg.addEventListener("pointermove", point);
  }
}
