"use strict";
// Entropy as an area: a block for each word, as wide as p and as high as h.
explorable("entropy", {
  question: `Make the area as large as you can.
    Then make the block of one word alone as large as you can: at which p?`,
  state: { p: [0.5, 0.25, 0.125, 0.125] },
  shares: ["p"],
}, (x) => {
  const stage = x.stage({
    label: "A block for each word, as wide as its probability and as high as its surprisal",
    x: { ticks: [0, 0.25, 0.5, 0.75, 1], label: "probability p, all together 1" },
    y: { ticks: [0, 2, 4, 6], label: "surprisal h in bits" },
  });
  const edges = (p) => p.map((_, i) => sum(p.slice(0, i + 1)));
  stage.onPoint((at, _y, from) => { // the nearest of the edges between two words follows
    const { p } = x.state, ends = edges(p), off = (i) => Math.abs(ends[i] - at);
    const held = from.held ??= [0, 1, 2].sort((a, b) => off(a) - off(b))[0], rest = 1 - p[held];
    const before = rest > 0 ? (ends[held] - p[held]) / rest : held / (p.length - 1);
    if (before < 1) x.give("p", held, onStep(Math.max(0, (at - before) / (1 - before)), 0.01));
  }, "sideways");
  x.sliders("p", "Probability of", { min: 0, max: 1, step: 0.005, of: "probability" });
  x.anew("All alike", () => ({ p: diary.map(() => 1 / diary.length) }));

  return (info) => ({ p }) => {
    const h = p.map(info.surprisal), H = info.entropy(p), ends = edges(p), top = stage.y.max;
    const terms = p.map(info.term), most = Math.max(...terms), highest = info.term(1 / Math.E);
    stage.show(
      p.map((px, i) => [
        stage.block(ends[i] - px, 0, ends[i], Math.min(h[i], top), diary[i]),
        px > 0 && h[i] > top ? stage.text(ends[i] - px / 2, top, "↑", { dy: -2 }) : "",
      ]),
      stage.line(0, H, 1, H, "c2"),
      stage.text(0, H, x.text`H(p) = ${H}`, { align: "over", dx: 5, dy: -6 }));
    const block = (i) => x.text`${p[i]} · ${h[i]} = ${terms[i]}`;
    const largest = diary.filter((_, i) => terms[i] > most - 5e-5), isOne = largest.length === 1;
    const size = most > highest - 5e-5
      ? x.text`as large as a block can be: ${x.bits(highest)}, at p = 1/e = ${1 / Math.E}`
      : `the largest: ${x.bits(most)}`;
    const alike = H === 0 ? "a single word"
      : x.text`${info.perplexity(H)} words that are equally likely`;
    const moved = x.given === undefined ? ""
      : `The block of “${diary[x.given]}” is ${block(x.given)}.`;
    const blocks = most === 0 ? "All blocks are 0."
      : isOne ? `The block of ${quoted(largest)} is ${size}.`
        : `The blocks of ${quoted(largest)} are ${size} each.`;
    x.say(x.text`H(p) = ${x.bits(H)} a day, the area of all blocks, as uncertain as ${alike}.
      ${moved} ${blocks}`,
    x.text`All of them: ${diary.map((word, i) => `${word} ${block(i)}`).join(", ")}.
      ${p.includes(0) ? "What never happens adds nothing: 0 · ∞ counts as 0." : ""}`);
  };
});
