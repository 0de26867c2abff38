"use strict";
// Entropy as an area: a block for each word, as wide as p and as high as h.
explorable("entropy", {
  question: "Make the area as large as you can. Then make the block of one word alone as large as you can: at which p?",
  state: { p: [0.5, 0.25, 0.125, 0.125] },
  shares: ["p"],
  build(x) {
    const top = 6; // bits on the stage
    const stage = x.stage({
      label: "A block for each word, as wide as its probability and as high as its surprisal",
      x: { min: 0, max: 1, ticks: [0, 0.25, 0.5, 0.75, 1], label: "probability p, all together 1" },
      y: { min: 0, max: top, ticks: [0, 2, 4, 6], label: "surprisal h in bits" },
    });
    const edges = (p) => p.map((_, i) => sum(p.slice(0, i + 1)));
    let moved; // the last word whose probability the reader changed
    let from, near; // where the pointer came down, and the words whose right edges it may drag
    stage.onPoint((at, _, down) => {
      const { p } = x.state, distances = edges(p).slice(0, -1).map((e) => Math.abs(e - at));
      if (down) [from, near] = [at, distances.flatMap((d, i) => (d < Math.min(...distances) + 0.03 ? i : []))];
      if (near.length > 1 && Math.abs(at - from) < 0.01) return;
      const held = near.at(at < from ? 0 : -1); // the way tells which
      near = [moved = held];
      const rest = 1 - p[held], before = rest > 0 ? (edges(p)[held] - p[held]) / rest : held / (p.length - 1);
      const v = Math.round(100 * Math.max(0, (at - before) / (1 - before))) / 100;
      if (before < 1) x.give("p", held, v);
    }, true);
    x.sliders("p", "Probability of", { min: 0, max: 1, step: 0.005, of: "probability", change: (i, v) => x.give("p", moved = i, v) });
    x.anew("All alike", () => ({ p: diary.map(() => 1 / diary.length) }));
    return (info) => ({ p }) => {
      const h = info.surprisal(p), [H] = info.entropy(p), ends = edges(p);
      const terms = info.terms(p), most = Math.max(...terms), [highest] = info.terms(1 / Math.E);
      stage.show(
        p.map((px, i) => [stage.block(ends[i] - px, 0, ends[i], Math.min(h[i], top), diary[i]),
          px > 0 && h[i] > top ? stage.text(ends[i] - px / 2, top, "↑", { dy: -2 }) : ""]),
        stage.line(0, H, 1, H, "c2"),
        stage.text(0, H, `H(p) = ${x.number(H)}`, { align: "over", dx: 5, dy: -6 }));
      const largest = diary.filter((_, i) => terms[i] > most - 5e-5).map((word) => `“${word}”`);
      const block = (px, i) => `${x.number(px)} · ${x.number(h[i])} = ${x.number(terms[i])}`;
      x.say(`H(p) = ${x.bits(H)} a day, the area of all blocks, as uncertain as ` +
        `${H === 0 ? "a single word" : `${x.number(info.perplexity(H)[0])} words that are equally likely`}. ` +
        (moved === undefined ? "" : `The block of “${diary[moved]}” is ${block(p[moved], moved)}. `) +
        (most === 0 ? "All blocks are 0. " : `The block${largest.length > 1 ? "s" : ""} of ${largest.join(" and ")} ${largest.length > 1 ? "are" : "is"} ${most > highest - 5e-5
          ? `as large as a block can be: ${x.bits(highest)}, at p = 1/e = ${x.number(1 / Math.E)}` : `the largest: ${x.bits(most)}`}${largest.length > 1 ? " each" : ""}. `) +
        `All of them: ${p.map((px, i) => `${diary[i]} ${block(px, i)}`).join(", ")}.` + (p.includes(0) ? " What never happens adds nothing: 0 · ∞ counts as 0." : ""), moved === undefined ? 2 : 3);
    };
  },
});
