"use strict";
// Truth and model side by side: what the model costs, and what the gap is, both ways.
explorable("cost", {
  question: `Can you make H(p, q) smaller than H(p)?
    And with q unlike p, can you make both gaps alike, to 0.005 bits?`,
  state: { p: [0.5, 0.25, 0.125, 0.125], q: [0.125, 0.5, 0.25, 0.125] },
  shares: ["p", "q"],
}, (x) => {
  const shares = x.stage({
    label: "For each word a bar of the days, p, and one of the budget, q", height: 230,
    x: { names: diary },
    y: { ticks: [0, 0.25, 0.5, 0.75, 1], label: "p, the days; q, what the code is for" },
  });
  const costs = x.stage({
    label: "What a day costs: the entropy, and the gap above it, once each way",
    height: 230, top: 4, left: 14,
    x: { ticks: [0, 1, 2, 3, 4, 5, 6], label: "bits a day" }, y: { min: 0, max: 4 },
  });
  x.sliders("q", "q, what the code is made for; where one word gets more, the others give way",
    { bars: shares, min: 0, max: 1, step: 0.005, of: "q" });
  x.anew("q = p", () => ({ q: x.state.p }));
  x.anew("Swap p and q", () => ({ p: x.state.q, q: x.state.p }));

  const row = (y, floor, gap, name) => {
    const most = costs.x.max, end = Math.min(floor + gap, most), at = Math.min(floor, most);
    return [
      costs.text(0, y + 1, name, { align: "start", dx: 4, dy: -4 }),
      costs.bar(0, y, at, y + 0.9, "c1"), costs.bar(at, y, end, y + 0.9, "c2"),
      floor + gap > most ? costs.text(most, y, "→", { align: "end", dx: -3, dy: -8 }) : "",
    ];
  };
  return (info) => ({ p, q }) => {
    const H = info.entropy(p), G = info.entropy(q), cost = info.crossEntropy(p, q);
    const D = info.kullbackLeibler(p, q), back = info.kullbackLeibler(q, p);
    shares.show(diary.map((_, i) => [
      shares.bar(i + 0.1, 0, i + 0.48, p[i], "c1"), shares.bar(i + 0.52, 0, i + 0.9, q[i], "c2"),
      shares.text(i + 0.29, p[i], "p", { dy: -4 }), shares.text(i + 0.71, q[i], "q", { dy: -4 }),
      shares.dot(i + 0.71, q[i], "hold", 14),
    ]));
    costs.show(
      row(2.1, H, D, "H(p) + D(p‖q): days of p, code for q"),
      row(0.1, G, back, "H(q) + D(q‖p): days of q, code for p"));
    const never = quoted(diary.filter((_, i) => p[i] > 0 && q[i] === 0));
    const alike = D > 0 && Math.abs(D - back) < 0.005 ? ", alike though q is not p" : "";
    const both = diary.map((word, i) => x.text`${word} ${p[i]} and ${q[i]}`).join(", ");
    const lacks = never ? `, with no codeword for ${never}` : "";
    x.say(x.text`A day costs H(p, q) = ${x.bits(cost)}${lacks};
      the gaps are D(p‖q) = ${D} and D(q‖p) = ${x.bits(back)}${alike}.`,
    x.text`${never
      ? "Days of p have what the code for q has no codeword for: no number of bits pays for that."
      : x.text`With days of p in a code for q it is H(p) = ${H}, which no code gets below, and the
      gap${D === 0 ? ", none since q is p" : ""}.`}
      The other way round, days of q in a code for p, it is H(q) = ${G} and the other gap. The days
      have p, and the code is for q: ${both}.`);
  };
});
