"use strict";
// The cost of a coin under every model of it: a bowl with its lowest point at the truth.
explorable("bowl", {
  question: "Begin with q = p and miss it by 0.2, once to each side. Which costs more, and why?",
  state: { p: 0.3, q: 0.5 },
}, (x) => {
  const stage = x.stage({
    label: "The cross entropy of a coin against the model, and the entropy under it",
    x: { ticks: [0, 0.25, 0.5, 0.75, 1], label: "model q of heads" },
    y: { ticks: [0, 1, 2, 3, 4], label: "H(p, q) in bits" },
  });
  x.slider("p", "p, truth", { min: 0, max: 1, step: 0.01 });
  x.slider("q", "q, model", { along: stage, step: 0.01 });
  x.anew("q = p", () => ({ q: x.state.p }));

  const most = stage.y.max;
  const models = Array.from({ length: 401 }, (_, i) => Math.sin(Math.PI * i / 800) ** 2);
  return (info) => ({ p, q }) => {
    const truth = [p, 1 - p], costs = (q) => info.crossEntropy(truth, [q, 1 - q]);
    const H = info.entropy(truth), cost = costs(q), D = info.kullbackLeibler(truth, [q, 1 - q]);
    const curve = models.map((q) => [q, costs(q)]).map(([q, h]) => [q, h <= most ? h : Infinity]);
    const dy = H < 0.5 ? -5 : 16;
    stage.show(stage.curve(curve), stage.line(0, H, 1, H),
      stage.text(p < 0.5 ? 1 : 0, H, "H(p)",
        p < 0.5 ? { align: "end over", dx: -5, dy } : { align: "over", dx: 5, dy }),
      stage.line(q, H, q, Math.min(cost, most), "whole c2"), stage.dot(p, H, "c1"),
      stage.dotOrArrow(q, cost));
    x.say(x.text`A toss costs H(p, q) = ${x.bits(cost)}, where the coin shows heads with ${p}
      and the model says ${q}.`,
    cost === Infinity ? x.text`The model rules out what happens, and no number of bits pays for
      that; H(p) = ${x.bits(H)}.`
      : x.text`Of it H(p) = ${H}, the dashed line, which no model changes, and D(p‖q) = ${D},
      ${D === 0 ? "no gap at the lowest point of the bowl"
        : "the gap from there up to the curve"}.`);
  };
});
