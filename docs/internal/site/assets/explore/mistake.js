"use strict";
// A library with a mistake in it: say which claim it breaks, and see a counterexample.
explorable("mistake", {
  question: `This table comes from a library with a mistake in it.
    Name a claim that it breaks; there may be several.`,
  state: { seed: 1, claim: "" },
}, (x) => {
  const given = x.table("The pair", "", "x₁", "x₂", "x₃");
  const says = x.table("What the library says of it", "in bits", "the library says");
  const claims = [ // in the order of the library's; each with what a counterexample shows
    ["H(p, q) ≥ H(p)", (a, b) => `H(p, q) = ${a} is less than H(p) = ${b}`],
    ["H(p, q) = H(p) + D(p‖q)", (a, b) => `H(p, q) = ${a} is not H(p) + D(p‖q) = ${b}`],
    ["H(p, q) = ∞ exactly where q rules out what p allows",
      (a, b) => `H(p, q) = ${a}, where it is ${b}`],
    ["H(p) ≤ log₂ n, and equal for even p", (a, b) => `H(p) = ${a}, with log₂ n = ${b}`],
    ["What never happens changes nothing in H(p)",
      (a, b) => `with a 0 behind p it is H = ${a}, without it ${b}`],
  ];
  x.mend = (state) => { if (!/^[0-4]$/.test(state.claim)) state.claim = ""; };
  x.group("It breaks");
  const buttons = claims.map(([claim], i) => x.button(claim, () => x.set({ claim: String(i) })));
  x.group();
  x.another("Another mistake");

  return (info) => ({ seed, claim }) => {
    const [mistake, p, q, table, found] = info.mistake(seed);
    const pair = (p, q) => `p = ${list(p)}, q = ${list(q)}`;
    given([["p", ...p.map(fraction)], ["q", ...q.map(fraction)]]);
    const names = ["H(p)", "H(q)", "H(p, q)", "D(p‖q)"];
    says(table.map((v, i) => [names[i], v]));
    buttons.forEach((button, i) => { button.ariaPressed = String(i) === claim; });
    if (claim === "") {
      return x.say(`${pair(p, q)}: compute what you can by hand.`,
        x.text`The library says
        ${names.map((name, i) => x.text`${name} = ${table[i]}`).join(", ")}. A table shows one
        pair; a claim is about all of them.`);
    }
    const [said, shows] = claims[claim];
    if (found[claim].length === 0) {
      return x.say(`“${said}” is not broken.`, x.text`The page has tried all small p and q in
        halves, thirds and quarters, and it holds for all of them. Another one breaks.`);
    }
    const broken = claims.map(([claim]) => claim).filter((_, i) => found[i].length > 0);
    const [small, other, numbers] = found[claim];
    x.say(`“${said}” is broken.`,
      x.text`The smallest counterexample: ${claim < 3 ? pair(small, other) : `p = ${list(small)}`}:
      ${shows(...numbers.map((v) => x.number(v)))}. The mistake is: ${mistake}.
      It breaks ${broken.length === 1 ? "no other claim" : quoted(broken)}.`);
  };
});
