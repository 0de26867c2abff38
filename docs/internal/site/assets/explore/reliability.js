"use strict";
// The held-out digits of chapter 6 under a temperature.
explorable("reliability", {
  question: `Find the cheapest T. Does it make the program read any digit better?
    And how many digits does heat make dearer?`,
  facts: "digits",
  state: { t: 1 },
}, (x) => {
  const bins = x.stage({
    label: "How often the likeliest digit was right, against how likely it was said to be",
    height: 250,
    x: { ticks: [0, 50, 100], label: "sure of it, in per cent" },
    y: { ticks: [0, 50, 100], max: 108, label: "right, in per cent; how many on top" },
  });
  const curve = x.stage({
    label: "The loss against the temperature", height: 250,
    x: { ticks: [0, 1, 2, 3, 4, 5, 6], label: "temperature T" },
    y: { ticks: [0.2, 0.6, 1], label: "loss in bits; dashed, T as fitted" },
  });
  x.slider("t", "temperature", { along: curve, step: 0.01 });
  x.anew("As trained, 1", () => ({ t: 1 }));
  x.anew("As fitted on others", () => ({ t: digits.temperature }));
  x.group("The ten dearest digits, in bits");
  const pictures = Array.from({ length: 10 }, () => {
    const scan = make("canvas", { width: 8, height: 8, role: "img", "aria-label": "a digit" });
    return { scan, text: make("figcaption") };
  });
  x.add(make("div", { class: "scans" },
    pictures.map(({ scan, text }) => make("figure", {}, scan, text))));
  x.group();
  x.place = x.add(fold("The bins in numbers"));
  const fill = x.table("The bins", "sure, in %", "digits", "% sure on average", "% right");

  return (info, { logits, targets, scans, temperature: fitted }) => {
    const answers = info.answers(logits, targets), before = info.costs(answers, 1);
    const degrees = Array.from({ length: 48 }, (_, i) => (i + 1) * curve.x.max / 48);
    const costAt = (t) => info.costAt(answers, t), least = costAt(info.temperature(answers));
    const costs = degrees.map((t) => [t, costAt(t)]);

    /** show draws a digit and says what it cost. */
    const show = ({ scan, text }, [row, target, said, cost]) => {
      text.textContent = x.text`${target} as ${said}: ${cost}`;
      scan.ariaLabel = `digit ${target}, read as ${said}, for ${x.bits(cost)}`;
      const image = new ImageData(8, 8);
      [...scans[row]].forEach((grey, i) => {
        const light = 255 - Math.round((grey.codePointAt(0) - 97) * 255 / 16);
        image.data.set([light, light, light, 255], 4 * i);
      });
      scan.getContext("2d").putImageData(image, 0, 0);
    };

    return ({ t }) => {
      const [loss, right, off, tenths, dearest] = info.judge(answers, t);
      bins.show(bins.line(0, 0, 100, 100), tenths.map(([n, said, share], i) => (n === 0 ? "" : [
        bins.bar(10 * i, 0, 10 * i + 10, 100 * share), bins.dot(100 * said, 100 * share, "c2", 5),
        bins.text(10 * i + 5, 100 * share, n, { dy: -9, kind: "over tight" }),
      ])));
      curve.show(curve.line(fitted, 0.2, fitted, 1), curve.inside(curve.curve(costs)),
        curve.dotOrArrow(t, loss));
      fill(tenths.map(([n, ...shares], i) =>
        [`${10 * i} to ${10 * i + 10}`, n, ...shares.map((share) => (n ? 100 * share : "–"))]));
      pictures.forEach((picture, i) => show(picture, dearest[i]));
      const [n, said, share] = tenths[9];
      const dearer = info.costs(answers, t).filter((cost, i) => cost > before[i]).length;
      const sure = n === 0 ? "It is 90\u00a0% sure of none." : x.text`Of ${n} it is at least
        90\u00a0% sure, ${x.percent(said)} on average, and right in ${x.percent(share)}.`;
      const cheapest = x.number(loss) !== x.number(least) ? ""
        : ", and to four digits no T is cheaper on these";
      x.say(x.text`At T = ${t} a digit costs ${x.bits(loss)}${cheapest}; ${dearer} of
        ${targets.length} cost more than as trained.`,
      x.text`The mean is as trained ${costAt(1)}, and at the T = ${fitted} fitted on other digits
        ${x.bits(costAt(fitted))}. ${sure} Said and right are ${x.percent(off)} apart (ECE). Of all,
        ${x.percent(right)} are right, whatever T is.`);
    };
  };
});
