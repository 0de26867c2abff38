"use strict";
// The surprisal curve under the pointer.
explorable("surprisal", {
  question: "Halve p, and again. What does each halving add, and does it matter where you begin?",
  state: { p: 0.125 },
}, (x) => {
  const stage = x.stage({
    label: "The curve of surprisal, and a point on it",
    x: { ticks: [0, 0.25, 0.5, 0.75, 1], label: "probability p" },
    y: { ticks: [0, 2, 4, 6, 8, 10], label: "surprisal h(p) in bits" },
  });
  x.slider("p", "probability p", { along: stage, step: 0.001 });
  x.button("Half as likely", () => x.set({ p: x.state.p / 2 }));
  x.button("Twice as likely", () => x.set({ p: Math.min(1, 2 * x.state.p) }));

  return (info) => {
    const steps = Array.from({ length: 400 }, (_, i) => ((i + 1) / 400) ** 2);
    const curve = steps.map((p) => [p, info.surprisal(p)]).filter(([, h]) => h <= stage.y.max);
    return ({ p }) => {
      const h = info.surprisal(p), high = Math.min(h, stage.y.max);
      stage.show(stage.curve(curve), stage.line(p, 0, p, high, "c2"),
        stage.line(0, high, p, high, "c2"), stage.dotOrArrow(p, h));
      if (p === 0) {
        return x.say("What has probability 0 never happens, and would tell ∞ bits if it did.",
          "That is more than any number of them.");
      }
      const coins = x.count(h, "fair coin that shows", "fair coins that show");
      x.say(x.text`An event of probability ${p} comes up
        ${p === 1 ? "every time" : x.text`once in ${1 / p} times`} and tells
        ${x.bits(h)}${p === 1 ? ": you knew" : `, as much as ${coins} heads`}.`);
    };
  };
});
