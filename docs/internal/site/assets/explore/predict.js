"use strict";
// A table of small distributions: predict its numbers before they show.
explorable("predict", {
  question: "Predict the four numbers, with pencil and paper. Which one do you know without a logarithm once you have two others?",
  state: { seed: 1, p: "", q: "", pq: "", gap: "", shown: "no" },
  build(x) {
    const given = x.table("The pair", "", "x₁", "x₂", "x₃");
    const keys = ["p", "q", "pq", "gap"], names = ["H(p)", "H(q)", "H(p, q)", "D(p‖q)"];
    x.group("Your predictions, in bits");
    x.place.addEventListener("keydown", ({ key }) => { if (key === "Enter") show.click(); });
    names.forEach((name, i) => x.field(keys[i], name, 12));
    x.group();
    const show = x.button("Show", () => x.set({ shown: "yes" }));
    x.anew("Another table", () => ({ ...x.defaults, seed: x.state.seed + 1 }));
    const answers = x.table("Your predictions", "", "yours", "it is", "within 5 %");
    const read = (text) => {
      if (/^\s*(∞|inf|infinity|infinite)\s*$/i.test(text)) return Infinity;
      const [over, under = 1] = text.replaceAll(",", ".").split("/").map((part) => (part.trim() === "" ? NaN : Number(part)));
      return over / under;
    };
    const near = (guess, is) => guess === is || Math.abs(guess - is) <= (is === Infinity ? 0 : 0.05 * is);
    return (info) => (state) => {
      const drawn = info.small(state.seed), p = drawn.slice(0, 3), q = drawn.slice(3);
      given([["p", ...p.map(fraction)], ["q", ...q.map(fraction)]]);
      const are = [info.entropy(p), info.entropy(q), info.crossEntropy(p, q), info.kullbackLeibler(p, q)].map(([v]) => v);
      const guesses = keys.map((key) => read(state[key])), right = guesses.map((guess, i) => near(guess, are[i]));
      const unread = names.filter((_, i) => state[keys[i]] && Number.isNaN(guesses[i]));
      const shown = state.shown === "yes", count = right.filter(Boolean).length;
      answers(shown ? names.map((name, i) => [name, state[keys[i]] || "–", x.number(are[i]), right[i] ? "yes" : Number.isNaN(guesses[i]) ? "no number" : "no"]) : []);
      const term = (px, i) => `${fraction(px)} · ${x.number(info.surprisal(q[i])[0])}`;
      const sum = p.map((px, i) => (px > 0 ? term(px, i) : "")).filter(Boolean).join(" + ");
      x.say(!shown ? `p = ${list(p)}, q = ${list(q)}. Type ∞ or inf for infinity; fractions will do. What is right within 5 per cent counts.`
        : `${count} of 4 within 5 per cent${count > 0 && count < 4 ? `, ${names.filter((_, i) => right[i]).join(" and ")}` : ""}. ${unread.length > 0 ? `What stands for ${unread.join(" and ")} is no number. ` : ""}H(p, q) = ${sum} = ${x.bits(are[2])}: the weights are p's, the surprisals q's. ` +
          (are[3] === Infinity ? "q rules out what p allows, and so the gap is infinite too."
            : `Less H(p) = ${x.number(are[0])}, that leaves the gap, D(p‖q) = ${x.number(are[3])}.`));
    };
  },
});
