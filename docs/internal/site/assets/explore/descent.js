"use strict";
// Down the valley of chapter 6, in steps of the reader's.
explorable("descent", {
  question: `How long can a step be before it bounces? And what does momentum do to 1/L?
    Come within 0.01 bits of the lowest in under 70 steps.`,
  facts: "lumps",
  state: { rate: 1, momentum: 0, steps: 0 },
}, (x) => {
  const most = 200;
  const map = x.stage({
    label: "Level lines of the loss, and the path of the steps", height: 300,
    x: { min: -32, max: 14, ticks: [-30, -20, -10, 0, 10], label: "weight of the mean radius" },
    y: { min: -8, max: 38, ticks: [0, 10, 20, 30], label: "weight of the mean perimeter" },
  });
  const curve = x.stage({
    label: "The loss after each step", height: 300,
    x: { ticks: [0, 50, 100, 150, most], label: "step" },
    y: { min: 0.2, max: 1.4, ticks: [0.4, 0.8, 1.2], label: "loss in bits; dashed, the lowest" },
  });
  const once = x.button("One step", () => x.set({ steps: Math.min(x.state.steps + 1, most) }));
  const run = x.button("Run", () => (running ? running = false : start()));
  x.slider("rate", "step, in 1/L", { min: 0.1, max: 40, step: 0.1 });
  x.slider("momentum", "momentum", { min: 0, max: 0.99, step: 0.01 });
  x.slider("steps", "steps", { along: curve, step: 1 });

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

  return (info, { valley: rows, malignant, lowest, rings }) => {
    const valley = info.valley(rows, malignant), smoothness = info.smoothness(valley);
    const loss = ([, , , , cost]) => cost;
    const floor = loss(info.descend(valley, [...lowest, 0, 0], [0, 0, 0])[0]);
    let path = [], by; // weights, pace and loss of each step, and by which step and momentum
    /** walk goes on with the path, five steps at a time, as far as there is time in a frame. */
    const walk = ({ rate, momentum, steps }) => {
      if (by !== `${rate} ${momentum}`) [path, by] = [[[0, 0, 0, 0, 1]], `${rate} ${momentum}`];
      for (const end = performance.now() + 5; path.length <= steps && performance.now() < end;) {
        const five = info.descend(valley, path.at(-1), [rate / smoothness, momentum, 5]);
        path.push(...five.slice(1));
      }
      if (path.length <= steps) x.set({});
    };
    const isInside = (v, { min, max }) => v >= min && v <= max;
    const draw = (walked) => {
      const [w, v] = walked.at(-1), [small, large] = map.height < 200 ? [1.2, 4] : [2, 7];
      map.show(map.inside(rings.map((ring) => map.curve([...ring, ring[0]], "ring")),
        map.curve(walked, "c2"), map.dots(walked, "c2", small),
        map.dot(...lowest, "c1", 5), map.dot(w, v, "c2", large)));
      curve.show(curve.line(0, floor, most, floor),
        curve.inside(curve.curve(walked.map((step, i) => [i, loss(step)]), "c2")),
        curve.dot(walked.length - 1, Math.min(loss(walked.at(-1)), curve.y.max)));
    };
    const told = (walked, { rate, momentum }) => {
      const n = walked.length - 1, [w, v] = walked[n], cost = loss(walked[n]);
      const isSeen = isInside(w, map.x) && isInside(v, map.y);
      const near = walked.findIndex((step) => loss(step) - floor <= 0.01);
      const asked = near < 70 ? ", under 70 as was asked for" : "";
      const ups = walked.filter((step, i) => i && loss(step) > loss(walked[i - 1])).length;
      const came = near < 0 ? "" : `; it came within 0.01 after ${near} steps${asked}`;
      const isSure = rate <= 1 && !momentum;
      return x.text`After ${x.count(n, "step")} of ${rate}/L
        ${momentum ? x.text`with momentum ${momentum}` : ""} the weights are ${w} and
        ${v}${isSeen ? "" : ", outside the picture"}, and the loss is ${x.bits(cost)},
        ${cost - floor} above the lowest, ${floor}${came}.
        ${ups ? `${ups} of the steps led uphill.`
          : isSure ? "None led uphill: so short a step never does."
            : "None led uphill, though only steps of up to 1/L are sure not to."}`;
    };

    return (state) => {
      walk(state);
      run.textContent = running ? "Stop" : "Run";
      once.ariaDisabled = state.steps === most;
      const walked = path.slice(0, state.steps + 1), n = walked.length - 1;
      draw(walked);
      if (n < state.steps) return x.said ?? x.say("The steps are being computed.");
      const [w, v] = lowest, pace = x.text`1/L is ${1 / smoothness} here, and the loss lowest
        at weights of ${w}, of the radius, and ${v}, of the perimeter.`;
      if (n === 0) {
        return x.say(x.text`From weights of 0, at 1 bit, ${1 - floor} above the lowest, no step is
          taken yet: press Run. ${pace}`);
      }
      x.say(told(walked, state),
        x.text`${n === most ? `More than ${most} steps are not shown.` : ""} ${pace}`);
    };
  };
});
