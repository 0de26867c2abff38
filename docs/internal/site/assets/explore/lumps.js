"use strict";
// Twenty lumps of chapter 4 to forecast, paid in bits, as in its game.
explorable("lumps", {
  question: "Can you pay less than the model, which was fitted to all lumps? And what does one sure mistake cost?",
  facts: "lumps",
  state: { seed: 1, forecast: 37, said: [] },
  build(x) {
    const rounds = 20;
    const kind = (y) => (y ? "malignant" : "benign");
    const stage = x.stage({
      label: "Radius of a lump against how likely it is said to be malignant",
      x: { min: 5, max: 29, ticks: [10, 15, 20, 25], label: "radius; ● malignant, ○ benign" },
      y: { min: 0, max: 100, ticks: [0, 25, 50, 75, 100], label: "malignant, you say, in per cent" },
    });
    stage.onPoint((_, v) => { if (x.state.said.length < rounds) x.set({ forecast: Math.round(v) }); });
    const slider = x.slider("forecast", "malignant", { min: 0, max: 100, step: 1, unit: "\u00a0%" });
    const tell = x.button("Tell me", () => x.set({ said: [...x.state.said, x.state.forecast].slice(0, rounds) }));
    x.anew("Other lumps", () => ({ ...x.defaults, seed: x.state.seed + 1 }));
    const fill = x.table("Who paid what", "", "bits in all", "bits a lump", "last");
    const list = x.table("Lump by lump, the last first", "lump", "radius", "was", "you said", "you paid", "model said");
    return (info, { radius, malignant, weight, bias }) => {
      const [, share] = info.normalize([malignant.filter((y) => !y).length, malignant.filter((y) => y).length]);
      const model = (r) => info.sigmoid(r.map((v) => bias + weight * v));
      let drawn = {}; // the lumps of a seed, who forecast them, and the curve
      const curve = Array.from({ length: 97 }, (_, i) => 5 + i / 4);
      const draw = (seed) => {
        const lumps = info.shuffle(seed, radius.length).slice(0, rounds);
        const y = lumps.map((i) => malignant[i]), r = lumps.map((i) => radius[i]), said = model(r);
        drawn = { seed, y, r, said, base: info.binary(y, y.map(() => share)), model: info.binary(y, said) };
      };

      return ({ seed, forecast, said }) => {
        if (drawn.seed !== seed) draw(seed);
        const n = said.length, { r, y } = drawn, over = n === rounds;
        const paid = n ? info.binary(y.slice(0, n), said.map((v) => v / 100)) : [];
        slider.querySelector("input").disabled = over;
        tell.setAttribute("aria-disabled", over);
        stage.show(
          over ? stage.curve(model(curve).map((v, i) => [curve[i], 100 * v]), "c3") : "",
          over ? "" : [stage.line(r[n], 0, r[n], 100), stage.handle(r[n], forecast, "c1", 8)],
          said.map((v, i) => stage.dot(r[i], v, y[i] ? "c2" : "c2 hollow", 5)));
        const row = (name, costs) => [name, x.number(sum(costs.slice(0, n))),
          n ? x.number(sum(costs.slice(0, n)) / n) : "–", n ? x.number(costs[n - 1]) : "–"];
        fill([row("you", paid), row(`base rate, ${x.percent(share)}`, drawn.base), row("model", drawn.model)]);
        list(said.map((v, i) => [`${i + 1}`, x.number(r[i]), kind(y[i]), `${v}\u00a0%`, x.number(paid[i]), x.percent(drawn.said[i])]).reverse());
        const [yes, no] = info.binary([1, 0], [forecast / 100, forecast / 100]);
        const told = (i) => `was ${kind(y[i])}: you said ${x.percent(said[i] / 100)} and paid ${x.bits(paid[i])}` +
          `${paid[i] === Infinity ? ", as no number of bits pays for what cannot be" : ""}; the model said ` +
          `${x.percent(drawn.said[i])} and paid ${x.bits(drawn.model[i])}.`;
        const worst = paid.indexOf(Math.max(...paid));
        x.say(over
          ? `Lump ${n} ${told(n - 1)} You paid ${x.bits(sum(paid))} for ${rounds} lumps, the model, whose curve you now see, ${x.number(sum(drawn.model))}, ` +
            `and the base rate ${x.number(sum(drawn.base))}. What cost you most: with a radius of ${x.number(r[worst])}, lump ${worst + 1} ${told(worst)}`
          : `${n ? `Lump ${n} ${told(n - 1)} ` : "Say how likely each lump is malignant, and press Tell me: you pay for what it was, as a base rate and a model do. "}Lump ${n + 1} of ${rounds} has a radius of ${x.number(r[n])}. ` +
            `At ${forecast}\u00a0% you pay ${x.bits(yes)} if it is malignant, and ${x.bits(no)} if it is benign.`, 3);
      };
    };
  },
  mend(state) { state.said = state.said.slice(0, 20).map((v) => clamp(v, 0, 100)); },
});
