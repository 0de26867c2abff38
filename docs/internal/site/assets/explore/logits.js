"use strict";
// Scores, what softmax makes of them, what the right word costs, and how each score is pulled.
explorable("logits", {
  question: `Push the right word's score up: the loss only falls.
    Now smooth by 0.1. Where does it turn?`,
  state: { z: [2, 1, 0, -1], right: "friends", t: 1, smoothing: 0, weights: [1, 1, 1, 1] },
}, (x) => {
  const chances = x.stage({
    label: "The probability of each word, and its target", height: 150, below: 24,
    x: { names: diary }, y: { ticks: [0, 0.5, 1], label: "probability q; target t as a line" },
  });
  const pulls = x.stage({
    label: "The slope of the loss in each score", height: 150, below: 24,
    x: { names: diary }, y: { min: -1, max: 1, label: "slope; the arrow is a step downhill" },
  });
  x.choice("right", "right word", diary);
  x.sliders("z", "Scores", { min: -10, max: 10, step: 0.1, of: "score" });
  x.group("Temperature and smoothing");
  x.slider("t", "temperature", { min: 0.1, max: 10, step: 0.1 });
  x.slider("smoothing", "smoothing", { min: 0, max: 1, step: 0.01 });
  x.sliders("weights", "Weights", { min: 0, max: 10, step: 0.5, of: "weight" });
  const fill = x.table("The words", "word", "q", "target t", "slope");

  return (info) => ({ z, right, t, smoothing, weights }) => {
    const came = diary.indexOf(right), kind = (i) => (i === came ? "c1" : "");
    const q = info.softmax(z.map((v) => v / t));
    const target = diary.map((_, i) => (i === came ? 1 - smoothing : 0) + smoothing / diary.length);
    const [nats, bits, ...slopes] = info.classLoss(z, [came, t, smoothing], weights);
    const longest = Math.max(...slopes.map(Math.abs)), scale = 0.7 / Math.max(1, longest);
    chances.show(diary.map((_, i) => [
      chances.bar(i + 0.2, 0, i + 0.8, q[i], kind(i)),
      chances.line(i + 0.08, target[i], i + 0.92, target[i], "c2 whole"),
    ]));
    pulls.show(pulls.line(0, 0, diary.length, 0), slopes.map((slope, i) => [
      pulls.bar(i + 0.2, 0, i + 0.8, slope * scale, kind(i)),
      slope > 0 ? pulls.text(i + 0.5, 0, "↓", { dy: 17 }) : "",
      slope < 0 ? pulls.text(i + 0.5, 0, "↑", { dy: -7 }) : "",
    ]));
    fill(diary.map((word, i) => [word, q[i], target[i], slopes[i]]));
    if (longest === 0) {
      return x.say(`${right} weighs 0: the row costs nothing, and no score is pulled.`);
    }
    const most = slopes.indexOf(Math.max(...slopes)), slope = slopes[came];
    const each = t === 1 ? "q − t" : "the difference q − t, divided by the temperature";
    const targets = smoothing === 0 ? "" : x.text`, where ${right} keeps a target of
      ${target[came]} and each other word has ${smoothing / 4}`;
    const weigh = smoothing === 0 ? "its loss and all slopes are so many times as large"
      : "each class of the smoothed target counts by its own weight";
    const fastest = most === came ? ""
      : x.text`, and ${diary[most]} falls fastest, at ${slopes[most]}`;
    const pull = weights.every((w) => w === 1) ? `Each slope is ${each}${targets}.`
      : x.text`${right} weighs ${weights[came]}, and ${weigh}.`;
    x.say(x.text`${right} has q = ${q[came]}, and the row costs ${nats} nats, or ${x.bits(bits)}.`,
      x.text`A step downhill ${slope < 0 ? "raises" : "lowers"} its score at the rate
      ${Math.abs(slope)}${fastest}. ${pull} The slopes add up to 0.`);
  };
});
