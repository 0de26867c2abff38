// Writes formulas.json, the formulas of the book as MathML, and letters.woff2, the letters of
// STIX Two Math that they need, with what package-lock.json says. The standard input has
// "formulas", each "inline" or "display" and TeX, and "font" in base64.
import { readFileSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";
import temml from "temml";

// TeX puts a thin space between a factor and a function such as log. Temml leaves it out
// where the function has an index, or follows a fence, a number or a fraction.
const factor = /(<\/mn>(?:<\/msup>)?|<\/mfrac>|form="postfix"[^>]*>[^<]*<\/mo>(?:<\/mrow>)*)/;
const named = /((?:<mrow>)?(?:<msub>)?<mi>(?:log|ln|exp|min|max)<\/mi>)/;
const close = new RegExp(factor.source + named.source, "g");

/** plain takes out styles: the pages allow none but style.css, which has what these say. */
function plain(mathML) {
  const bare = mathML.replaceAll(/ style="(display:block math|math-depth:0);"/g, "");
  if (bare.includes(" style=")) throw new Error(`a style within ${mathML}`);
  return bare;
}

const { formulas, font } = JSON.parse(readFileSync(0, "utf8"));
const mathML = {};
for (const formula of formulas.toSorted()) {
  const [, form, tex] = formula.match(/^(\w+) (.*)$/s);
  mathML[formula] = plain(temml
    .renderToString(tex, { displayMode: form === "display", throwOnError: true, strict: true })
    .replace(close, '$1<mspace width="0.1667em"></mspace>$2'));
}

// A browser slants single letters, into others, and draws the root by itself.
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join("");
const slanted = range(0x1d434, 0x1d467) + range(0x1d6e2, 0x1d71b) + "ℎ√";
const letters = await subsetFont(Buffer.from(font, "base64"), Object.values(mathML).join("") + slanted, { targetFormat: "woff2", noLayoutClosure: true });
writeFileSync("formulas.json", `${JSON.stringify(mathML, null, 1)}\n`);
writeFileSync("assets/letters.woff2", letters);
