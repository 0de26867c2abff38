"use strict";
// The letters of a sentence, by what they tell, and the language that it most likely is.
explorable("sentence", {
  question: `Which of your letters was least expected?
    Can you write a sentence that is taken for the wrong language?`,
  facts: "letters",
  state: { text: "Wie spät ist es denn jetzt", under: "the likeliest" },
}, (x) => {
  const longest = 200;
  x.field("text", "your text", longest);
  const told = x.letters();
  const offer = x.choice("under", "in bits under", ["the likeliest"]);
  const fill = x.table("The languages", "language", "bits", "probability");

  return (info, { languages, alphabet }) => {
    const names = languages.map((l) => l.name), size = [...alphabet].length;
    const models = languages.map((l) => info.pairs(l.pairs, l.times, size));
    const known = new Set(alphabet), shown = (c) => (c === "_" ? "a space" : c);
    offer(names);

    return ({ text, under }) => {
      const all = [...text.normalize("NFC")], letters = [...info.letters(all.join(""))];
      const lost = all.filter((c) => c !== " " && !known.has(info.letters(c)[0])).length;
      const written = info.letters(letters.filter((c) => known.has(c)).join(""));
      const spelt = [...written], n = spelt.length;
      if (n === 0) {
        told([]);
        fill([]);
        return x.say(text.trim() === "" ? "Type a few words."
          : "None of these is a letter that the 14 languages have.");
      }
      const costs = models.map((model) => info.cost(model, written));
      const likely = info.posterior(costs);
      const ranked = [...names.keys()].sort((a, b) => costs[a] - costs[b]);
      const [first, second] = ranked;
      const reader = names.includes(under) ? names.indexOf(under) : first;
      const bits = info.tells(models[reader], written), dearest = bits.indexOf(Math.max(...bits));
      told(spelt.map((c, i) => [c, bits[i]]), ["bits"]);
      const nearly = (p) => x.number(p).replace(/^1$/, "nearly 1");
      const listed = [...new Set([...ranked.slice(0, 3), reader])];
      fill(listed.map((i) => [names[i], costs[i], nearly(likely[i])]));
      x.say(x.text`
        ${lost === 0 ? ""
          : `What is no letter of the 14 languages is left out: ${x.count(lost, "character")}.`}
        ${text.length < longest ? "" : `More than ${longest} letters do not fit.`}
        It is most likely ${names[first]}: ${x.bits(costs[first])}, ${costs[second] - costs[first]}
        fewer than as ${names[second]}. Under ${names[reader]} its ${n} letters, spaces and the one
        at the end among them, cost ${x.bits(costs[reader] / n)} each, and the dearest,
        ${shown(spelt[dearest])} behind ${shown(["_", ...spelt][dearest])},
        ${x.bits(bits[dearest])}.`);
    };
  };
});
