// Writes formulas as MathML: from a list of {"tex", "display"} on the standard input to a
// list of MathML on the standard output, in the same order.
import { readFileSync } from "node:fs";
import temml from "temml";

// TeX puts a thin space between a factor and a function such as log. Temml leaves it out
// where the function has an index, or follows a fence, a number or a fraction.
const factor = /(<\/mn>(?:<\/msup>)?|<\/mfrac>|form="postfix"[^>]*>[^<]*<\/mo>(?:<\/mrow>)*)/;
const named = /((?:<mrow>)?(?:<msub>)?<mi>(?:log|ln|exp|min|max)<\/mi>)/;
const close = new RegExp(factor.source + named.source, "g");

// The pages allow no style but that of style.css, which has what these say.
function plain(mathML) {
  const bare = mathML.replaceAll(/ style="(display:block math|math-depth:0);"/g, "");
  if (bare.includes(" style=")) throw new Error(`a style within ${mathML}`);
  return bare;
}

const formulas = JSON.parse(readFileSync(0, "utf8"));
const written = formulas.map(({ tex, display }) => plain(temml
  .renderToString(tex, { displayMode: display, throwOnError: true, strict: true })
  .replace(close, '$1<mspace width="0.1667em"></mspace>$2')));
process.stdout.write(JSON.stringify(written));
