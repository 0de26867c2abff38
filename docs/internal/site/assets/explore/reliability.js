"use strict";
// The held-out digits of chapter 6 under a temperature.
explorable("reliability", {
  question: "Find the cheapest T. Does it make the program read any digit better? And how many digits does heat make dearer?",
  facts: "digits",
  state: { t: 1 },
  build(x) {
    const hottest = 6;
    const bins = x.stage({
      label: "How often the likeliest digit was right, against how likely it was said to be", height: 250,
      x: { min: 0, max: 100, ticks: [0, 50, 100], label: "sure of it, in per cent" },
      y: { min: 0, max: 108, ticks: [0, 50, 100], label: "right, in per cent; how many on top" },
    });
    const curve = x.stage({
      label: "The loss against the temperature", height: 250,
      x: { min: 0, max: hottest, ticks: [0, 1, 2, 3, 4, 5, 6], label: "temperature T" },
      y: { min: 0.2, max: 1, ticks: [0.2, 0.6, 1], label: "loss in bits; dashed, T as fitted" },
    });
    curve.onPoint((t) => x.set({ t: Math.round(100 * t) / 100 }), true);
    x.slider("t", "temperature", { min: 0, max: hottest, step: 0.01 });
    x.anew("As trained, 1", () => ({ t: 1 }));
    x.anew("As fitted on others", () => ({ t: digits.temperature }));
    x.group("The ten dearest digits, in bits");
    const pictures = Array.from({ length: 10 }, () => {
      const scan = make("canvas", { width: 8, height: 8, role: "img", "aria-label": "a digit" }), text = make("figcaption");
      return { scan, text, figure: make("figure", {}, scan, text) };
    });
    x.add(make("div", { class: "scans" }, pictures.map((p) => p.figure)));
    x.group();
    x.place = x.add(fold("The bins in numbers"));
    const fill = x.table("The bins", "sure, in %", "digits", "% sure on average", "% right");

    return (info, { logits, targets, scans, temperature: fitted }) => {
      info.answers(logits.flat(), targets);
      const [best] = info.temperature();
      const degrees = Array.from({ length: 48 }, (_, i) => (i + 1) * hottest / 48);
      const costs = info.costsAt(degrees);
      const before = info.costs(1), [[asTrained], [atFitted]] = [1, fitted].map((t) => info.judge(t));

      /** show draws a digit and says what it cost. */
      const show = (picture, [row, target, said, , , cost]) => {
        const { scan, text } = picture;
        text.textContent = `${target} as ${said}: ${x.number(cost)}`;
        scan.setAttribute("aria-label", `digit ${target}, read as ${said}, for ${x.bits(cost)}`);
        if (picture.row === row) return;
        picture.row = row;
        const image = new ImageData(8, 8);
        [...scans[row]].forEach((grey, i) => {
          const light = 255 - Math.round((grey.codePointAt(0) - 97) * 255 / 16);
          image.data.set([light, light, light, 255], 4 * i);
        });
        scan.getContext("2d").putImageData(image, 0, 0);
      };

      return ({ t }) => {
        const [loss, right, off, ...rest] = info.judge(t);
        const bin = (i) => rest.slice(3 * i, 3 * i + 3);
        bins.show(bins.line(0, 0, 100, 100), degrees.slice(0, 10).map((_, i) => {
          const [n, said, share] = bin(i);
          return n === 0 ? "" : [
            bins.bar(10 * i, 0, 10 * i + 10, 100 * share, "c1"), bins.dot(100 * said, 100 * share, "c2", 5),
            bins.text(10 * i + 5, 100 * share, String(n), { dy: -9, kind: "over" })];
        }));
        curve.show(curve.line(fitted, 0.2, fitted, 1), curve.inside(curve.curve(costs.map((c, i) => [degrees[i], c]))),
          loss > curve.y.max ? curve.text(t, curve.y.max, "↑", { dx: 10, dy: 12 }) : curve.dot(t, loss));
        fill(degrees.slice(0, 10).map((_, i) => {
          const [n, ...shares] = bin(i);
          return [`${10 * i} to ${10 * i + 10}`, `${n}`, ...shares.map((share) => (n ? x.number(100 * share) : "–"))];
        }));
        pictures.forEach((p, i) => show(p, rest.slice(30 + 6 * i, 36 + 6 * i)));
        const [n, said, share] = bin(9), dearer = info.costs(t).filter((cost, i) => cost > before[i]).length;
        x.say(t === 0
          ? `At T = 0 it is certain of every digit, and wrong in ${x.percent(1 - right)}. Each of these costs ` +
            "∞ bits, as it gave what was right no chance at all."
          : `At T = ${x.number(t)} a digit costs ${x.bits(loss)}${Math.abs(t - best) < 0.01 ? ", and no T is cheaper on these" : ""}` +
            `${t === 1 ? "" : `; ${dearer} of ${targets.length} cost more than as trained`}. The mean is as trained ${x.number(asTrained)}, and at the ` +
            `T = ${x.number(fitted)} fitted on other digits ${x.number(atFitted)}. ` +
            (n ? `Of ${n} it is at least 90\u00a0% sure, ${x.percent(said)} on average, and right in ${x.percent(share)}. ` : "It is 90\u00a0% sure of none. ") +
            `Said and right are ${x.percent(off)} apart (ECE). Of all, ${x.percent(right)} are right, whatever T is.`);
      };
    };
  },
});
