"use strict";
// Twenty lumps of chapter 4 to forecast, paid in bits, as in its game.
explorable("lumps", {
  question: `Can you pay less than the model, which was fitted to all lumps?
    And what does one sure mistake cost?`,
  facts: "lumps",
  state: { seed: 1, forecast: 37, said: [] },
}, (x) => {
  const rounds = 20;
  x.mend = (state) => { state.said = state.said.slice(0, rounds).map((v) => clamp(v, 0, 100)); };
  const kind = (y) => (y ? "malignant" : "benign");
  const stage = x.stage({
    label: "Radius of a lump against how likely it is said to be malignant",
    x: { min: 5, max: 29, ticks: [10, 15, 20, 25], label: "radius; ● malignant, ○ benign" },
    y: { ticks: [0, 25, 50, 75, 100], label: "malignant, you say, in per cent" },
  });
  stage.onPoint((_x, v) => {
    if (x.state.said.length < rounds) x.set({ forecast: Math.round(v) });
  });
  const slider = x.slider("forecast", "malignant",
    { min: 0, max: 100, step: 1, unit: "\u00a0%", of: "your forecast" });
  const tell = x.button("Tell me", () => x.set({ said: [...x.state.said, x.state.forecast] }));
  x.another("Other lumps");
  const fill = x.table("Who paid what", "", "bits in all", "bits a lump", "last");

  return (info, { radius, malignant, weight, bias }) => {
    const share = sum(malignant) / malignant.length;
    const model = (r) => info.sigmoid(bias + weight * r);
    const curve = Array.from({ length: 97 }, (_, i) => 5 + i / 4).map((r) => [r, 100 * model(r)]);
    const draw = (seed) => info.shuffle(seed, radius.length).slice(0, rounds).map((i) => {
      const r = radius[i], y = malignant[i], said = model(r);
      return { r, y, said, paid: info.binary(y, said), base: info.binary(y, share) };
    });
    let lumps, by; // those of a seed

    return ({ seed, forecast, said }) => {
      if (by !== seed) [lumps, by] = [draw(seed), seed];
      const n = said.length, over = n === rounds, known = lumps.slice(0, n), next = lumps[n];
      const paid = known.map(({ y }, i) => info.binary(y, said[i] / 100));
      slider.querySelector("input").disabled = over;
      tell.ariaDisabled = over;
      stage.show(
        over ? stage.curve(curve, "c3")
          : [stage.line(next.r, 0, next.r, 100), stage.handle(next.r, forecast, "c1", 8)],
        known.map(({ r, y }, i) => stage.dot(r, said[i], y ? "c2" : "c2 hollow", 5)));
      const base = known.map((lump) => lump.base), models = known.map((lump) => lump.paid);
      const row = (name, costs) =>
        [name, sum(costs), ...(n ? [sum(costs) / n, costs.at(-1)] : ["–", "–"])];
      fill([row("you", paid), row(`base rate, ${x.percent(share)}`, base), row("model", models)]);

      const never = ", as no number of bits pays for what cannot be";
      const told = (i) => x.text`was ${kind(known[i].y)}: you said ${x.percent(said[i] / 100)}
        and paid ${x.bits(paid[i])}${paid[i] === Infinity ? never : ""}; the model
        said ${x.percent(known[i].said)} and paid ${x.bits(models[i])}.`;
      const last = n ? `Lump ${n} ${told(n - 1)}` : x.text`Say how likely each lump is malignant,
        and press Tell me: you pay for what it was, as a base rate and a model do.`;
      if (over) {
        const worst = paid.indexOf(Math.max(...paid));
        return x.say(x.text`${last} You paid ${x.bits(sum(paid))} for ${rounds} lumps, the model,
          whose curve you now see, ${sum(models)}, and the base rate ${sum(base)}. What cost you
          most: with a radius of ${known[worst].r}, lump ${worst + 1} ${told(worst)}`);
      }
      const costs = (y) => x.bits(info.binary(y, forecast / 100));
      x.say(x.text`${last} Lump ${n + 1} of ${rounds} has a radius of ${next.r}. At
        ${forecast}\u00a0% you pay ${costs(1)} if it is malignant, and ${costs(0)} if it is
        benign.`);
    };
  };
});
