"use strict";
// A table of small distributions: predict its numbers before they show.
explorable("predict", {
  question: `Predict the four numbers, with pencil and paper.
    Which one do you know without a logarithm once you have two others?`,
  state: { seed: 1, p: "", q: "", pq: "", gap: "", shown: "no" },
}, (x) => {
  const given = x.table("The pair", "", "x₁", "x₂", "x₃");
  const keys = ["p", "q", "pq", "gap"], names = ["H(p)", "H(q)", "H(p, q)", "D(p‖q)"];
  x.group("Your predictions, in bits; ∞ or inf, and fractions, will do");
  names.forEach((name, i) => x.field(keys[i], name, 12));
  x.group();
  x.button("Show", () => x.set({ shown: "yes" }));
  x.bench.addEventListener("keydown", ({ key, target }) => {
    if (key === "Enter" && target.type === "text") x.set({ shown: "yes" });
  });
  x.another("Another table");
  const answers = x.table("Your predictions", "", "yours", "it is", "within 5 %");

  const read = (text) => {
    if (/^\s*(∞|inf|infinity|infinite)\s*$/i.test(text)) return Infinity;
    const [over, under = 1] = text.replaceAll(",", ".").split("/")
      .map((part) => (part.trim() === "" ? NaN : Number(part)));
    return over / under;
  };
  const judge = (guess, is) => {
    if (Number.isNaN(guess)) return "no number";
    return guess === is || is < Infinity && Math.abs(guess - is) <= 0.05 * is ? "yes" : "no";
  };
  return (info) => (state) => {
    const [p, q] = info.pair(state.seed);
    given([["p", ...p.map(fraction)], ["q", ...q.map(fraction)]]);
    const cost = info.crossEntropy(p, q), gap = info.kullbackLeibler(p, q);
    const are = [info.entropy(p), info.entropy(q), cost, gap];
    const verdicts = keys.map((key, i) => (
      state[key] ? judge(read(state[key]), are[i]) : "none given"));
    const isShown = state.shown === "yes";
    const row = (name, i) => [name, state[keys[i]] || "–", are[i], verdicts[i]];
    answers(isShown ? names.map(row) : []);
    if (!isShown) {
      return x.say(`p = ${list(p)}, q = ${list(q)}.`, "What is right within 5 per cent counts.");
    }
    const right = names.filter((_, i) => verdicts[i] === "yes"), isSome = right.length % 4 > 0;
    const unread = names.filter((_, i) => state[keys[i]] && verdicts[i] === "no number");
    const term = (px, i) => (px > 0 ? x.text`${fraction(px)} · ${info.surprisal(q[i])}` : []);
    const rest = gap === Infinity ? "q rules out what p allows, and so the gap is infinite too."
      : x.text`Less H(p) = ${are[0]}, that leaves the gap, D(p‖q) = ${gap}.`;
    x.say(`${right.length} of 4 within 5 per cent${isSome ? `, ${right.join(" and ")}` : ""}.`,
      x.text`${unread.length > 0 ? `What stands for ${unread.join(" and ")} is no number.` : ""}
      H(p, q) = ${p.flatMap(term).join(" + ")} = ${x.bits(cost)}: the weights are p's, the
      surprisals q's. ${rest}`);
  };
});
