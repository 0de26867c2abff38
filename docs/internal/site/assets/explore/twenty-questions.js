"use strict";
// Twenty questions about a card: whatever is asked, the answers add up to log₂ 52 bits.
explorable("twenty-questions", {
  question: "Can you find the card in six questions? Can you make the answers add up to anything but log₂ 52 bits?",
  state: { seed: 1, suit: "red", from: "ace", to: "king", asked: "" },
  mend(state) {
    const sound = (code) => /^(any|red|black|clubs|diamonds|hearts|spades)(-(ace|[2-9]|10|jack|queen|king)){2}$/.test(code);
    state.asked = state.asked.split("_").filter(sound).slice(0, 20).join("_");
  },
  build(x) {
    const suits = ["clubs", "diamonds", "hearts", "spades"], rows = [3, 0, 1, 2]; // from the lowest up
    const ranks = ["ace", "2", "3", "4", "5", "6", "7", "8", "9", "10", "jack", "queen", "king"];
    const among = { any: suits, red: ["diamonds", "hearts"], black: ["clubs", "spades"] };
    const suitOf = (card) => suits[Math.floor(card / 13)], nameOf = (card) => `${ranks[card % 13]} of ${suitOf(card)}`;
    const all = Array.from({ length: 52 }, (_, card) => card);
    const pack = x.stage({
      label: "The pack: cards that are still possible in full, those asked for in a frame",
      bare: true, height: 168, low: 168, x: { min: 0, max: 13 }, y: { min: 0, max: 4 },
    });
    pack.onPoint((x1, y1, from) => { // ask for the cards from where the pointer came down
      const cells = (a, b, last) => [a, b].map((v) => Math.min(Math.floor(v), last)).sort((a, b) => a - b);
      const [first, last] = cells(from.x, x1, 12), [low, high] = cells(from.y, y1, 3);
      const suit = low === high ? suits[rows[low]] : { "0 1": "black", "2 3": "red" }[`${low} ${high}`] ?? "any";
      x.set({ suit, from: ranks[first], to: ranks[last] });
    });
    x.choice("suit", "suit", [...Object.keys(among), ...suits]);
    x.choice("from", "from", ranks);
    x.choice("to", "to", ranks);
    const ask = x.button("Ask", () => x.set({ asked: [...asked(x.state), code(x.state)].join("_") }));
    x.another("Another card");
    const show = x.table("What was asked", "asked", "answer", "p", "tells");

    const few = 8; // cards, whose names are said
    const asked = (state) => state.asked.split("_").filter(Boolean);
    const code = ({ suit, from, to }) => `${suit}-${from}-${to}`;
    const parts = (code) => {
      const [suit, ...ends] = code.split("-");
      return [suit, ...ends.map((rank) => ranks.indexOf(rank)).sort((a, b) => a - b)];
    };
    const has = (code, card) => {
      const [suit, first, last] = parts(code);
      return (among[suit] ?? [suit]).includes(suitOf(card)) && first <= card % 13 && card % 13 <= last;
    };
    const phrase = (code) => {
      const [suit, first, last] = parts(code);
      const rank = first === last ? ranks[first] : `${ranks[first]}–${ranks[last]}`;
      return [suit === "any" ? "" : suit, last - first === 12 ? "" : rank].filter(Boolean).join(", ") || "any card";
    };
    const draw = (card, left, framed) => {
      const suit = Math.floor(card / 13), row = rows.indexOf(suit), at = card % 13;
      const kind = `card ${left ? "" : "gone"} ${framed ? "asked" : ""} ${row > 1 ? "c2" : ""}`;
      return make("svg:g", { class: kind }, pack.bar(at + 0.06, row + 0.05, at + 0.94, row + 0.95, ""),
        pack.text(at + 0.5, row + 0.58, ranks[at].replace(/[a-z]+/, (name) => name[0].toUpperCase())),
        pack.text(at + 0.5, row + 0.2, `${"♣♦♥♠"[suit]}\uFE0E`));
    };
    return (info) => (state) => {
      const [drawn] = info.shuffle(state.seed, 52), now = code(state);
      let left = all, told = 0;
      const answers = asked(state).map((code) => {
        const before = left.length;
        left = left.filter((card) => has(code, card) === has(code, drawn));
        const p = left.length / before, tells = info.surprisal(p);
        told += tells;
        return [phrase(code), has(code, drawn) ? "yes" : "no", x.number(p), p === 1 ? "0, as you knew" : x.bits(tells)];
      });
      pack.show(all.map((card) => draw(card, left.includes(card), has(now, card))));
      show(answers);
      ask.ariaDisabled = left.length === 1 || answers.length === 20;
      const count = `${x.count(answers.length, "answer")} told ${x.bits(told)}`;
      if (left.length === 1) {
        return x.say(`It is the ${nameOf(drawn)}. ${count}, as much as one card of 52 holds, whatever you ask.`, 3);
      }
      const yes = left.filter((card) => has(now, card)).length, p = yes / left.length;
      const doubt = info.surprisal(1 / left.length);
      x.say((answers.length ? `${answers.at(-1).slice(0, 2).join(": ")}. ` : "") +
        `${left.length} cards are left${left.length > few ? "" : `: ${left.map(nameOf).join(", ")}`}. ` +
        `To ask for ${phrase(now)}, ${yes} of them, will tell ${x.bits(info.entropy([p, 1 - p]))} on average. ` +
        `The doubt is ${x.bits(doubt)}. ` +
        (told > 0 ? `${count}; with the doubt that is left that makes ${x.number(told + doubt)}.` : "Ask!"), 3);
    };
  },
});
