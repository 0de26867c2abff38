"use strict";
// The tree of a prefix code over the budget that it spends.
explorable("code-tree", {
  question: `How few digits a day will do?
    And what is left of the tree if you spend more than the budget?`,
  state: { year: "0.4, 0.3, 0.2, 0.1", lengths: [2, 2, 2, 2] },
}, (x) => {
  const deepest = 7;
  const years = ["0.4, 0.3, 0.2, 0.1", "0.5, 0.25, 0.125, 0.125", "0.97, 0.01, 0.01, 0.01"];
  const shares = (year) => year.split(", ").map(Number);
  const stage = x.stage({
    label: "The tree of the code, and the budget of 1 that its codewords share",
    bare: true, height: 325,
    x: { min: 0, max: 1 }, y: { min: -3.4, max: deepest + 0.7 },
  });
  const level = (depth) => deepest - depth + 0.4;
  let leaves = []; // [word, middle] of each codeword in the tree
  stage.onPoint((_x, y, from) => {
    const off = ([, middle]) => Math.abs(middle - from.x);
    from.held ??= leaves.toSorted((a, b) => off(a) - off(b))[0][0];
    x.change(`lengths.${from.held}`, Math.round(clamp(level(0) - y, 1, deepest)));
  });
  x.sliders("lengths", "Digits in the codeword of",
    { min: 1, max: deepest, step: 1, of: "digits in the codeword" });
  x.choice("year", "words' shares", years);
  x.anew("Shannon's lengths", () => ({ lengths: x.info.shannon(shares(x.state.year)) }));
  x.anew("Huffman's", () => ({ lengths: x.info.huffman(shares(x.state.year)) }));

  /** fitting leaves 0 of the lengths that the budget has no room for, the longest first. */
  const fitting = (lengths, info) => {
    let fits = lengths.map(() => 0);
    for (const i of lengths.keys().toArray().toSorted((a, b) => lengths[a] - lengths[b])) {
      const more = fits.with(i, lengths[i]);
      if (info.kraft(more) <= 1) fits = more;
    }
    return fits;
  };
  /** middle is that of what a codeword, or the beginning of one, has of the budget. */
  const middle = (digits) => (parseInt(`0${digits}`, 2) + 0.5) / 2 ** digits.length;
  const branches = (word) => Array.from(word, (digit, depth) => {
    const from = middle(word.slice(0, depth)), to = middle(word.slice(0, depth + 1));
    return [
      stage.line(from, level(depth), to, level(depth + 1), "thin"),
      stage.text((from + to) / 2, level(depth + 0.5), digit, { kind: "muted over", dy: 4 }),
    ];
  });
  const piece = (word, i) => {
    const half = 2 ** -word.length / 2, at = middle(word), top = level(word.length);
    const kind = i % 2 ? "c2" : "c1";
    leaves.push([i, at]);
    return [
      stage.line(at, top, at, 0, kind),
      stage.block(at - half, -2, at + half, 0, diary[i], kind), stage.handle(at, top, kind),
    ];
  };
  /** excess lays what there is no room for beside the end of the budget, below it. */
  const excess = (lengths, fits) => {
    let end = 1;
    return lengths.map((l, i) => {
      if (fits[i]) return [];
      end -= 2 ** -l;
      return stage.block(end, -3.3, end + 2 ** -l, -2.2, diary[i], "none");
    });
  };
  return (info) => ({ year, lengths }) => {
    const p = shares(year), fits = fitting(lengths, info), spent = info.kraft(lengths);
    const words = info.codewords(fits);
    leaves = [];
    stage.show(words.map(branches), words.map((word, i) => (word ? piece(word, i) : "")),
      excess(lengths, fits));
    const coded = diary.map((word, i) => `${word} ${words[i]}`).filter((_, i) => fits[i]);
    if (spent > 1) {
      return x.say(x.text`These lengths spend ${spent} of a budget of 1. No code has them,
        whatever the words' shares: once ${coded.join(", ")} ${coded.length > 1 ? "are" : "is"}
        paid, too little is left for ${quoted(diary.filter((_, i) => !fits[i]))}, drawn below
        the bar.`);
    }
    x.say(x.text`A day costs ${info.meanLength(p, lengths)} digits. The codewords,
      ${coded.join(", ")}, spend ${spent} of the budget of
      1${spent < 1 ? ", so that one of them could be shorter" : ""}.`,
    x.text`With Huffman's code it costs ${info.meanLength(p, info.huffman(p))}, and no code gets
      below H(p) = ${x.bits(info.entropy(p))}.`);
  };
});
