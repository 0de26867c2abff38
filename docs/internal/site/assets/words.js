"use strict";
// What explorables say.

/** fraction writes a whole number of halves, thirds or quarters as one. */
function fraction(p) {
  const of = [1, 2, 3, 4].find((n) => Math.abs(p * n - Math.round(p * n)) < 1e-9);
  return of === 1 ? String(p) : `${Math.round(p * of)}/${of}`;
}

/** list writes such numbers in parentheses. */
const list = (p) => `(${p.map(fraction).join(", ")})`;

/** flow makes one line of a text that is written in several. */
const flow = (text) => text.replaceAll(/[ \n]+/g, " ").trim();

/** quoted writes words in a sentence. */
const quoted = (words) => words.map((word) => `“${word}”`).join(" and ");

/** Words print numbers as the book does, by the library in info. */
class Words {
  /** text is a template, in one line, with its numbers printed as the book does. */
  text(raw, ...values) {
    return flow(String.raw({ raw }, ...values.map((v) => this.printed(v))));
  }

  printed(value) { return typeof value === "number" ? this.number(value) : value; }

  /** number prints a number as the book does. */
  number(x) { return this.info.number(x); }

  /** count prints a number of things, as in "1 coin" and "1.75 coins". */
  count(x, one, more = `${one}s`) {
    const number = this.number(x);
    return `${number} ${number === "1" ? one : more}`;
  }

  /** bits prints a number of bits, as in "1 bit" and "1.75 bits". */
  bits(x) { return this.count(x, "bit"); }

  /** percent prints a share in per cent. */
  percent(share) { return `${this.number(100 * share)}\u00a0%`; }
}
