"use strict";
// Twenty questions about a card: whatever is asked, the answers add up to log₂ 52 bits.
explorable("twenty-questions", {
  question: `Can you find the card in six questions?
    Can you make the answers add up to anything but log₂ 52 bits?`,
  state: { seed: 1, suit: "red", from: "ace", to: "king", asked: "" },
}, (x) => {
  const clubs = 0, diamonds = 1, hearts = 2, spades = 3, rows = [spades, clubs, diamonds, hearts];
  const suits = { // by the name of what is asked for
    any: rows, red: [diamonds, hearts], black: [spades, clubs],
    clubs: [clubs], diamonds: [diamonds], hearts: [hearts], spades: [spades],
  };
  const ranks = ["ace", "2", "3", "4", "5", "6", "7", "8", "9", "10", "jack", "queen", "king"];
  const suitOf = (card) => Math.floor(card / 13);
  const nameOf = (card) => `${ranks[card % 13]} of ${Object.keys(suits)[3 + suitOf(card)]}`;
  const all = Array.from({ length: 52 }, (_, card) => card);

  const few = 8; // cards, whose names are said
  const most = 20; // questions
  const asked = (state) => state.asked.split("_").filter(Boolean);
  const code = ({ suit, from, to }) => `${suit}-${from}-${to}`;
  /** parts are what a code asks for: the suits, and the first and the last rank. */
  const parts = (code) => {
    const [suit, ...ends] = code.split("-");
    return [suits[suit], ...ends.map((rank) => ranks.indexOf(rank)).sort((a, b) => a - b)];
  };
  x.mend = (state) => {
    const form = new RegExp(`^(${Object.keys(suits).join("|")})(-(${ranks.join("|")})){2}$`);
    state.asked = asked(state).filter((code) => form.test(code)).slice(0, most).join("_");
  };
  const has = (code, card) => {
    const [among, first, last] = parts(code), rank = card % 13;
    return among.includes(suitOf(card)) && first <= rank && rank <= last;
  };
  const phrase = (code) => {
    const [suit] = code.split("-"), [, first, last] = parts(code);
    const rank = first === last ? ranks[first] : `${ranks[first]}–${ranks[last]}`;
    const said = [suit !== "any" && suit, last - first < 12 && rank].filter(Boolean);
    return said.join(", ") || "any card";
  };

  const pack = x.stage({
    label: "The pack: cards that are still possible in full, those asked for in a frame",
    bare: true, height: 168, x: { min: 0, max: 13 }, y: { min: 0, max: 4 },
  });
  pack.onPoint((x1, y1, from) => { // ask for the cards from where the pointer came down
    const cells = (last, ...ends) =>
      ends.map((v) => Math.min(Math.floor(v), last)).sort((a, b) => a - b);
    const [first, last] = cells(12, from.x, x1), [low, high] = cells(3, from.y, y1);
    const among = String(rows.slice(low, high + 1));
    const suit = Object.keys(suits).find((name) => String(suits[name]) === among) ?? "any";
    x.set({ suit, from: ranks[first], to: ranks[last] });
  });
  x.choice("suit", "suit", Object.keys(suits));
  x.choice("from", "from", ranks);
  x.choice("to", "to", ranks);
  const ask = x.button("Ask",
    () => x.set({ asked: [...asked(x.state), code(x.state)].join("_") }));
  x.another("Another card");
  const show = x.table("What was asked", "asked", "answer", "p", "tells");

  const draw = (card, left, framed) => {
    const row = rows.indexOf(suitOf(card)), at = card % 13;
    const kind = `card ${left ? "" : "gone"} ${framed ? "asked" : ""} ${row > 1 ? "c2" : ""}`;
    const rank = ranks[at].replace(/[a-z]+/, (name) => name[0].toUpperCase());
    return make("svg:g", { class: kind },
      pack.bar(at + 0.06, row + 0.05, at + 0.94, row + 0.95, ""),
      pack.text(at + 0.5, row + 0.58, rank),
      pack.text(at + 0.5, row + 0.2, `${"♣♦♥♠"[suitOf(card)]}\uFE0E`));
  };
  return (info) => (state) => {
    const [drawn] = info.shuffle(state.seed, 52), now = code(state);
    let left = all, told = 0;
    const answers = asked(state).map((code) => {
      const before = left.length;
      left = left.filter((card) => has(code, card) === has(code, drawn));
      const p = left.length / before, tells = info.surprisal(p);
      told += tells;
      const answer = has(code, drawn) ? "yes" : "no";
      return [phrase(code), answer, p, p === 1 ? "0, as you knew" : x.bits(tells)];
    });
    pack.show(all.map((card) => draw(card, left.includes(card), has(now, card))));
    show(answers);
    ask.ariaDisabled = left.length === 1 || answers.length === most;
    const count = `${x.count(answers.length, "answer")} told ${x.bits(told)}`;
    if (left.length === 1) {
      return x.say(x.text`It is the ${nameOf(drawn)}. ${count}, as much as one card of 52 holds,
        whatever you ask.`);
    }
    const yes = left.filter((card) => has(now, card)).length, p = yes / left.length;
    const doubt = info.surprisal(1 / left.length);
    const [asks, answer, share] = answers.at(-1) ?? [];
    const last = asks && `${asks}: ${answer}${share === 1 ? ", as you knew" : ""}.`;
    const held = Object.keys(suits).slice(3).flatMap((name, suit) => {
      const at = left.filter((card) => suitOf(card) === suit).map((card) => card % 13);
      const n = at.length, isRow = n > 1 && n < 13 && at.at(-1) - at[0] === n - 1;
      if (n === 0) return [];
      return isRow ? `${ranks[at[0]]}–${ranks[at.at(-1)]} of ${name}` : x.count(n, name.slice(0, -1));
    });
    const they = left.length <= few ? left.map(nameOf) : held;
    const named = answers.length === 0 ? "" : `: ${they.join(", ")}`;
    x.say(x.text`${last ?? ""} ${left.length} cards are left${named}. To ask for ${phrase(now)},
      ${yes} of them, will tell ${x.bits(info.entropy([p, 1 - p]))} on average.`,
    x.text`${count}; with the doubt that is left, ${x.bits(doubt)}, that makes ${told + doubt}.`);
  };
});
