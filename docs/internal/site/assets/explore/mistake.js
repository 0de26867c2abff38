"use strict";
// A library with a mistake in it: say which claim it breaks, and see a counterexample.
explorable("mistake", {
  question: "This table comes from a library with a mistake in it. Name a claim that it breaks; there may be several.",
  state: { seed: 1, claim: "" },
  mend(state) { if (!/^[0-4]$/.test(state.claim)) state.claim = ""; },
  build(x) {
    const given = x.table("The pair", "", "x₁", "x₂", "x₃"), says = x.table("What the library says of it", "in bits", "the library says");
    const claims = [ // in the order of the library's; each with what a counterexample shows
      ["H(p, q) ≥ H(p)", (a, b) => `H(p, q) = ${a} is less than H(p) = ${b}`],
      ["H(p, q) = H(p) + D(p‖q)", (a, b) => `H(p, q) = ${a} is not H(p) + D(p‖q) = ${b}`],
      ["H(p, q) = ∞ exactly where q rules out what p allows", (a, b) => `H(p, q) = ${a}, where it is ${b}`],
      ["H(p) ≤ log₂ n, and equal for even p", (a, b) => `H(p) = ${a}, with log₂ n = ${b}`],
      ["What never happens changes nothing in H(p)", (a, b) => `with a 0 behind p it is H = ${a}, without it ${b}`],
    ];
    x.group("It breaks");
    const buttons = claims.map(([claim], i) => x.button(claim, () => x.set({ claim: String(i) })));
    x.group();
    x.anew("Another mistake", () => ({ seed: x.state.seed + 1, claim: "" }));
    return (info) => ({ seed, claim }) => {
      const [mistake, ...drawn] = info.mistake(seed), p = drawn.slice(0, 3), q = drawn.slice(3);
      given([["p", ...p.map(fraction)], ["q", ...q.map(fraction)]]);
      says(info.bent([mistake], p, q).map((v, i) => [["H(p)", "H(q)", "H(p, q)", "D(p‖q)"][i], x.number(v)]));
      buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(i) === claim));
      if (claim === "") return x.say(`p = ${list(p)}, q = ${list(q)}: compute what you can by hand. A table shows one pair; a claim is about all of them.`);
      const broken = claims.filter((_, i) => info.counterexample([mistake, i]).length > 0).map(([claim]) => `“${claim}”`);
      const found = info.counterexample([mistake, Number(claim)]), n = found.length / 2 - 1;
      if (n < 0) {
        return x.say(`“${claims[claim][0]}” is not broken. The page has tried all small p and q in halves, thirds and quarters, ` +
          "and it holds for all of them. Another one breaks.");
      }
      const [a, b] = found.slice(-2).map((v) => x.number(v)), pair = [found.slice(0, n), found.slice(n, -2)];
      const name = String.fromCodePoint(...info.mistakes()).split("; ")[mistake];
      x.say(`“${claims[claim][0]}” is broken. The smallest counterexample: p = ${list(pair[0])}${claim < 3 ? `, q = ${list(pair[1])}` : ""}: ` +
        `${claims[claim][1](a, b)}. The mistake is: ${name}. It breaks ${broken.length === 1 ? "no other claim" : broken.join(" and ")}.`);
    };
  },
});
