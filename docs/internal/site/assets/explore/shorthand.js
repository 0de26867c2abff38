"use strict";
// A fortnight of percentages on tomorrow's word, paid in bits, against a hidden diary.
explorable("shorthand", {
  question: `Another friend writes these words, how often you do not know.
    Can you pay less than an even forecast does?`,
  state: { seed: 1, q: [25, 25, 25, 25], played: "" },
}, (x) => {
  const days = 14, mine = [0.5, 0.25, 0.125, 0.125], hers = [0.125, 0.5, 0.25, 0.125];
  const even = diary.map(() => 0.25);
  const numbers = (day) => day.split("-").map(Number);
  x.mend = (state) => {
    const isWhole = (day) => /^\d+(-\d+){3}$/.test(day) && sum(numbers(day)) === 100;
    state.played = played(state).filter(isWhole).slice(0, days).join("_");
  };
  const stage = x.stage({
    label: "For each word the percentage that you give it tomorrow, " +
      "and a dot for each day that it came",
    height: 240, below: 24, x: { names: diary },
    y: { ticks: [0, 25, 50, 75, 100], label: "per cent on tomorrow's word" },
  });
  x.sliders("q", "Your forecast, in whole per cent from 0 to 100",
    { bars: stage, type: "number", min: 0, max: 100, step: 1, unit: "per cent", of: "per cent" });
  const next = x.button("Tomorrow",
    () => x.set({ played: [...played(x.state), x.state.q.join("-")].join("_") }));
  x.another("Another friend");
  const sumUp = x.table("Who paid what", "", "bits a day", "= H(p)", "+ gap", "+ luck");
  const show = x.table("Day by day, the last first, in bits, and what has been paid so far",
    "day", "came", "paid", "you so far", "hers", "even");

  const played = (state) => state.played.split("_").filter(Boolean);
  /** pay is what a forecaster pays a day, and what forecasts of it add to the entropy. */
  const pay = (info, name, forecasts, came, truth) => {
    const mean = (list) => sum(list) / list.length;
    const paid = came.map((word, day) => info.surprisal(forecasts[day][word]));
    const gap = mean(forecasts.map((q) => info.kullbackLeibler(truth, q)));
    const luck = Math.round(1e9 * (mean(paid) - info.entropy(truth) - gap)) / 1e9;
    return { name, paid, mean: mean(paid), gap, luck: Number.isFinite(luck) ? luck : "–" };
  };
  const total = ({ paid }, day) => sum(paid.slice(0, day + 1));
  return (info) => (state) => {
    const forecasts = played(state).map((day) => info.normalize(numbers(day)));
    const [truth, hidden] = info.diary(state.seed, days, mine);
    const came = hidden.slice(0, forecasts.length), over = came.length === days;
    const always = (q) => came.map(() => q), given = sum(state.q);
    const forecaster = (name, forecasts) => pay(info, name, forecasts, came, truth);
    const you = forecaster("you", forecasts), other = forecaster("even", always(even));
    const all = [you, forecaster("hers", always(hers)), other];
    stage.show(diary.map((_, i) => [
      stage.bar(i + 0.15, 0, i + 0.85, state.q[i], "c2"),
      over ? stage.line(i + 0.05, 100 * truth[i], i + 0.95, 100 * truth[i], "whole c1") : "",
      came.filter((word) => word === i).map((_, n) => stage.dot(i + 0.5, 4 + 7 * n, "c1", 4)),
    ]));
    show(came.map((word, day) =>
      [day + 1, diary[word], you.paid[day], ...all.map((f) => total(f, day))]).reverse());
    next.ariaDisabled = over || given !== 100;
    const H = info.entropy(truth), rows = over ? [forecaster("truth", always(truth)), ...all] : [];
    rows.sort((f, g) => f.mean - g.mean);
    sumUp(rows.map((f) => [f.name, f.mean, H, f.gap, f.luck]));

    const last = came.length - 1;
    const off = given < 100 ? `${100 - given} too few` : `${given - 100} too many`;
    const forecast = over ? "" : `Your percentages sum to ${given}${given === 100 ? "" : `, ${off}`}.`;
    if (last < 0) {
      return x.say(x.text`${forecast} Friend ${state.seed}, before day 1: who gives q to what
        comes pays log₂ 1/q bits, be it you, a friend's shorthand (hers), or an even forecast. A
        dot will stand for each day on which a word came.`);
    }
    const cost = you.paid[last] === Infinity ? "no number of bits pays for that"
      : `pay ${x.bits(you.paid[last])}`;
    const end = over ? x.text`The fortnight is over. The truth, the thick lines:
      ${diary.map((word, i) => `${word} ${x.percent(truth[i])}`).join(", ")}.` : "";
    x.say(x.text`${forecast} Day ${came.length}: ${diary[came[last]]} came, which you gave
      ${x.percent(forecasts[last][came[last]])}, and ${cost}. So far you have paid
      ${total(you, last)}, an even forecast ${total(other, last)}. ${end}`,
    over ? x.text`You paid ${x.bits(you.mean)} a day: H(p) = ${H}, a mean gap D(p‖q) of
      ${you.gap}${you.gap === Infinity ? "" : x.text`, and luck, good where it is negative, of
      ${you.luck}`}.` : "");
  };
});
