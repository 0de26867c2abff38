"use strict";
// Down the valley of chapter 6, in steps of the reader's.
explorable("descent", {
  question: "How long can a step be before it bounces? And what does momentum do to 1/L? Come within 0.01 bits of the lowest in under 70 steps.",
  facts: "lumps",
  state: { rate: 1, momentum: 0, steps: 0 },
  build(x) {
    const most = 200;
    const map = x.stage({
      label: "Level lines of the loss, and the path of the steps", height: 300, low: 165,
      x: { min: -32, max: 14, ticks: [-30, -20, -10, 0, 10], label: "weight of the mean radius" },
      y: { min: -8, max: 38, ticks: [0, 10, 20, 30], label: "weight of the mean perimeter" },
    });
    const curve = x.stage({
      label: "The loss after each step", height: 300, low: 115,
      x: { min: 0, max: most, ticks: [0, 50, 100, 150, 200], label: "step" },
      y: { min: 0.2, max: 1.4, ticks: [0.4, 0.8, 1.2], label: "loss in bits; dashed, the lowest" },
    });
    curve.onPoint((step) => x.set({ steps: Math.round(step) }), true);
    x.slider("rate", "step, in 1/L", { min: 0.1, max: 40, step: 0.1 });
    x.slider("momentum", "momentum", { min: 0, max: 0.99, step: 0.01 });
    x.slider("steps", "steps", { min: 0, max: most, step: 1 });
    const once = x.button("One step", () => x.set({ steps: Math.min(x.state.steps + 1, most) }));
    const run = x.button("Run", () => (running ? running = false : start()));

    let running = false;
    /** start takes a step a frame, until the end, or until somebody else says how many. */
    const start = () => {
      if (matchMedia("(prefers-reduced-motion: reduce)").matches) return x.set({ steps: most });
      let at = x.state.steps % most;
      x.set({ steps: at });
      running = true;
      const step = () => {
        running &&= x.state.steps === at && at < most;
        x.set(running ? { steps: ++at } : {});
        if (running) requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    };

    return (info, { valley, malignant, lowest, rings }) => {
      const [smoothness] = info.valley(valley.flat(), malignant);
      const floor = info.descend([...lowest, 0, 0], [0, 0, 0])[4];
      let path = [], by; // a list of weights, pace and loss, and the step and momentum that led there
      /** walk goes on with the path, five steps at a time, as far as there is time in a frame. */
      const walk = ({ rate, momentum, steps }) => {
        if (by !== `${rate} ${momentum}`) [path, by] = [[[0, 0, 0, 0, 1]], `${rate} ${momentum}`];
        for (const end = performance.now() + 5; path.length <= steps && performance.now() < end;) {
          const next = info.descend(path.at(-1).slice(0, 4), [rate / smoothness, momentum, 5]).slice(5);
          while (next.length) path.push(next.splice(0, 5));
        }
        if (path.length <= steps) x.set({});
      };

      return (state) => {
        walk(state);
        run.textContent = running ? "Stop" : "Run";
        once.setAttribute("aria-disabled", state.steps === most);
        const walked = path.slice(0, state.steps + 1), [w, v, , , loss] = walked.at(-1);
        const inside = w >= map.x.min && w <= map.x.max && v >= map.y.min && v <= map.y.max;
        map.show(map.inside(
          rings.map((ring) => make("svg:path", { d: `${map.curve([...ring, ring[0]]).getAttribute("d")}Z`, class: "ring" })),
          map.curve(walked, "c2"), walked.map(([a, b]) => map.dot(a, b, "c2 bare", map.height < 200 ? 1.2 : 2)), map.dot(...lowest, "c1", 5), map.dot(w, v, "c2", map.height < 200 ? 4 : 7)));
        curve.show(curve.line(0, floor, most, floor), curve.inside(curve.curve(walked.map((p, i) => [i, p[4]]), "c2")),
          curve.dot(walked.length - 1, Math.min(loss, curve.y.max), "c2"));
        const ups = walked.filter((p, i) => i && p[4] > walked[i - 1][4]).length;
        const n = walked.length - 1;
        if (n < state.steps) return x.said ?? x.say("The steps are being computed.");
        const near = walked.findIndex((p) => p[4] - floor <= 0.01);
        x.say((n === 0
          ? `From weights of 0, at 1 bit, ${x.number(1 - floor)} above the lowest, no step is taken yet: press Run. `
          : `After ${n} ${n === 1 ? "step" : "steps"} of ${x.number(state.rate)}/L${state.momentum ? ` with momentum ${x.number(state.momentum)}` : ""} ` +
            `the weights are ${x.number(w)} and ${x.number(v)}${inside ? "" : ", outside the picture"}, and the loss is ${x.bits(loss)}, ` +
            `${x.number(loss - floor)} above the lowest, ${x.number(floor)}` +
            `${near < 0 ? "" : `; it came within 0.01 after ${near} steps${near < 70 ? ", under 70 as was asked for" : ""}`}. ` +
            (ups ? `${ups} of the steps led uphill. ` : state.rate <= 1 && !state.momentum
              ? "None led uphill: so short a step never does. " : "None led uphill, though only steps of up to 1/L are sure not to. ") +
            (n === most ? `More than ${most} steps are not shown. ` : "")) + `1/L is ${x.number(1 / smoothness)} here.`, 2);
      };
    };
  },
  mend(state) { state.steps = Math.round(state.steps); },
});
