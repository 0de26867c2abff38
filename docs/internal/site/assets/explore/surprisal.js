"use strict";
// The surprisal curve under the pointer.
explorable("surprisal", {
  state: { p: 0.125 },
  build(x) {
    const stage = x.stage({
      label: "The curve of surprisal, and a point on it",
      x: { min: 0, max: 1, ticks: [0, 0.25, 0.5, 0.75, 1], label: "probability p" },
      y: { min: 0, max: 8, ticks: [0, 2, 4, 6, 8], label: "surprisal h(p) in bits" },
    });
    stage.onPoint((p) => x.set({ p: Math.round(1000 * p) / 1000 }));
    x.slider("p", "p", { min: 0, max: 1, step: 0.001 });
    const steps = Array.from({ length: 400 }, (_, i) => ((i + 1) / 400) ** 2);
    let curve;
    return ({ p }, info) => {
      curve ??= stage.curve(info.surprisal(steps).map((h, i) => [steps[i], h]).filter(([, h]) => h <= 8));
      const [h] = info.surprisal(p), high = Math.min(h, 8);
      stage.show(curve, stage.line(p, 0, p, high), stage.line(0, high, p, high), stage.dot(p, high));
      x.say(`An event of probability ${x.number(p)} tells ${x.number(h)} ${h === 1 ? "bit" : "bits"}` +
        (p > 0 ? `, as much as ${x.number(h)} fair coins that all show heads.` : ": it cannot happen."));
    };
  },
});
