"use strict";
// Reading: the theme, the section at hand, copies of code, notes, search, keys.
// All of it is beside the text, which can be read without.

let saying;
/** say tells those who cannot see what has changed, once they pause. */
const say = (words) => {
  clearTimeout(saying);
  saying = setTimeout(() => speak(said, words), 500);
};

{
  const byId = (id) => document.getElementById(id);
  const main = byId("main"), root = document.documentElement.dataset;
  root.script = "runs"; // from now on, all of the page is laid out

  // Light, dark, or what the reader's system has.
  const theme = byId("theme");
  theme.value = root.theme;
  theme.addEventListener("change", () => {
    root.theme = theme.value;
    keep("theme", theme.value);
  });

  // Who comes back to a page finds the same part of it at the same height, whatever scripts put above.
  const isNew = performance.getEntriesByType("navigation")[0].type === "navigate";
  const topOf = (i) => main.children[i]?.getBoundingClientRect().top ?? 0;
  const place = `place ${location.pathname}`;
  addEventListener("pagehide", () => {
    const part = [...main.children].findIndex((part) => part.getBoundingClientRect().bottom > 0);
    history.scrollRestoration = "manual";
    sessionStorage[place] = JSON.stringify([part, topOf(part)]);
  });
  addEventListener("pageshow", ({ persisted }) => {
    const [part, top] = JSON.parse(sessionStorage[place] ?? "[-1, 0]");
    history.scrollRestoration = "auto"; // within the page
    if (persisted || isNew || !main.children[part]) return;
    scrollBy(0, topOf(part) - top);
    lead(main.children[part]);
    main.children[part].blur(); // Tab goes on from there
  });

  // The section at hand is the last whose heading has been scrolled past.
  const sections = [...document.querySelectorAll("#sections a")];
  const headings = sections.map((a) => byId(decodeURIComponent(a.hash.slice(1))));
  const follow = () => {
    const passed = headings.findLastIndex((h) => h.getBoundingClientRect().top < innerHeight / 4);
    sections.forEach((a, i) => { a.ariaCurrent = i === passed ? "location" : null; });
  };
  addEventListener("scroll", follow, { passive: true });
  follow();

  // What pops up closes behind who leaves it, or follows a link in it.
  for (const box of document.querySelectorAll("[popover]")) {
    box.addEventListener("click", ({ target }) => {
      if (target.closest("a:not([aria-haspopup])")) box.hidePopover();
    });
    box.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !box.contains(relatedTarget)) box.hidePopover();
    });
  }

  // What scrolls sideways can be scrolled by keyboard, which not all browsers see to.
  const sideways = new ResizeObserver(() => {
    const boxes = [...document.querySelectorAll(":is(main, #note) :is(pre, figure, .wide, .formula)")];
    const scrolls = boxes.map((box) => box.scrollWidth > box.clientWidth); // before any changes
    boxes.forEach((box, i) => {
      const isOwn = scrolls[i] && !box.matches("figure"); // which has a role, and a caption
      box.role = isOwn ? "group" : null;
      box.ariaLabel = isOwn ? `scrolls sideways: ${box.textContent.trim().split("\n")[0]}` : null;
      if (scrolls[i]) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    });
  });
  for (const place of [main, byId("note")]) sideways.observe(place);

  // Of a terminal, the commands are copied; of other code, all.
  for (const pre of navigator.clipboard ? main.querySelectorAll("pre.code, pre.output") : []) {
    const commands = [...pre.querySelectorAll("kbd")].map((kbd) => `${kbd.textContent}\n`);
    const text = commands.join("") || pre.textContent;
    const onclick = async ({ target }) => {
      const done = navigator.clipboard.writeText(text).then(() => "Copied", () => "Not copied");
      say(target.textContent = await done);
      setTimeout(() => { target.textContent = "Copy"; }, 2000);
    };
    const label = `Copy ${text.trim().split("\n")[0]}`;
    const button = { type: "button", class: "copy", "aria-label": label, onclick };
    pre.after(make("button", button, "Copy"));
  }

  // Notes: what a link leads to, shown beside it, or in the place of the note that has the link. A
  // click leads into the note, Escape back.
  const note = byId("note"), explained = ':is(main, #note > :not(.from)) a:is(.term, .source, [href*="claims.html#"])';
  const announce = () => {
    for (const a of document.querySelectorAll(explained)) a.ariaHasPopup = "dialog";
  };
  announce();
  let source; // the link beside the note
  const show = async (a) => {
    const notes = await load("notes");
    if (!note.contains(a)) source = a;
    note.hidePopover(); // where it is that of another link
    note.innerHTML = notes[a.pathname.split("/").pop() + decodeURIComponent(a.hash)];
    note.append(make("button", { type: "button", onclick: () => note.hidePopover() }, "Close"));
    announce();
    note.ariaLabel = a.textContent;
    note.className = source.getBoundingClientRect().top > innerHeight / 2 ? "above" : "below";
    note.showPopover({ source });
    note.scrollTop = 0;
  };
  // A phone that is turned keeps in sight what is played, once all is laid out, but a note has lost its
  // place.
  let played;
  document.addEventListener("pointerdown", ({ target }) => {
    played = target.closest(".bench :is(input, select, button)");
  });
  matchMedia("(orientation: portrait)").onchange = () => {
    note.hidePopover();
    setTimeout(() => played?.scrollIntoView({ block: "nearest" }), 300);
  };
  let later;
  const soon = (act) => {
    clearTimeout(later);
    later = setTimeout(act, 250);
  };
  document.addEventListener("pointerover", ({ target, pointerType }) => {
    const a = target.closest(explained);
    if (pointerType !== "mouse" || note.contains(document.activeElement)) return;
    if (note.contains(target)) clearTimeout(later);
    else if (a) soon(() => load("notes").then(() => a.matches(":hover") && show(a)));
    else soon(() => note.hidePopover());
  });
  document.addEventListener("click", async (event) => {
    const a = event.target.closest(explained);
    if (!a || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    clearTimeout(later);
    a.scrollIntoView({ block: "nearest" }); // as it may have been scrolled past
    await show(a);
    note.focus({ preventScroll: true });
  });

  // Who comes to a line of code can scroll it by keyboard.
  const line = main.querySelector("pre :target");
  if (line) addEventListener("load", () => lead(line.closest("pre")));

  // Search, in all pages.
  const search = byId("search"), opener = document.querySelector("[popovertarget=search]");
  const [field, found, hits] = search.querySelectorAll("input, p, ol");
  const letters = { beta: "β", gamma: "γ", epsilon: "ε", kappa: "κ", lambda: "λ", sigma: "σ" };
  const wordsOf = (text) => text.toLowerCase().replaceAll("’", "'")
    .split(/[?!.,;:]*(?:\s+|$)/).filter(Boolean).map((word) => letters[word] ?? word);
  const times = (text, word) => text.split(word).length - 1;
  /** worth is how well an entry fits the words, 0 where one of them is missing. */
  const worth = (entry, words) => {
    const title = `${entry.page} ${entry.section}`.toLowerCase(), text = entry.text.toLowerCase();
    const each = words.map((word) => 10 * times(title, word) + Math.min(5, times(text, word)));
    const phrase = words.join(" ");
    const explains = entry.terms.split("; ").includes(phrase) ? 100 : text.includes(phrase) ? 5 : 0;
    return each.includes(0) ? 0 : each.reduce((a, b) => a + b, explains);
  };
  /** anyOf matches the words one behind the other, or else each of them. */
  const anyOf = (words) => {
    const each = words.map((word) => word.split("'").map(RegExp.escape).join("['’]"));
    return new RegExp(`(${[each.join("\\s+"), ...each].join("|")})`, "giu");
  };
  const marked = (text, words) =>
    text.split(anyOf(words)).map((part, i) => (i % 2 ? make("mark", {}, part) : part));
  const hit = ({ file, page, section, text }, words) => {
    const before = Math.max(0, text.toLowerCase().indexOf(words[0]) - 50);
    const at = text.lastIndexOf(" ", before) + 1;
    const title = [...new Set([page, section])].join(" › ");
    const find = encodeURIComponent(words.join(" ")); // by at, each hit is loaded anew
    const href = file.replace(/#(.*)/, `?find=${find}&at=$1#$1`);
    return make("li", {}, make("a", { href }, marked(title, words)),
      make("p", {}, at > 0 ? "…" : "", marked(text.slice(at, at + 160), words), "…"));
  };
  const look = async () => {
    const entries = await load("entries"), words = wordsOf(field.value);
    const all = words.length === 0 ? [] : entries.map((entry) => [worth(entry, words), entry])
      .filter(([n]) => n > 0).sort(([a], [b]) => b - a);
    const count = all.length > 0 ? `Sections found: ${all.length}; Enter opens the first`
      : "Nothing found; what unfolds is not searched";
    say(found.textContent = words.length > 0 ? count : "");
    hits.replaceChildren(...all.map(([, entry]) => hit(entry, words)));
  };
  field.autofocus = true; // where the search opens, and not where the page does
  field.addEventListener("input", look);
  field.addEventListener("focus", () => field.select());
  field.addEventListener("keydown", async ({ key }) => {
    if (key !== "Enter") return;
    await look();
    hits.querySelector("a")?.click();
  });

  search.addEventListener("keydown", ({ key, shiftKey, target }) => { // who Tabs on does so in the text
    const end = [...search.querySelectorAll("button, input, a")].at(shiftKey ? 0 : -1);
    if (key === "Tab" && target === end) search.hidePopover();
  });

  // A hit is marked where it stands, from its heading on. Answers stay folded.
  const words = wordsOf(new URLSearchParams(location.search).get("find") ?? "");
  if (words.length > 0) {
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT), ranges = [];
    texts.currentNode = byId(decodeURIComponent(location.hash.slice(1))) ?? main;
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (parentElement.closest("math, button, details, .explorable")) continue;
      for (const { 0: { length }, index } of data.matchAll(anyOf(words))) {
        const range = new Range();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + length);
        ranges.push(range);
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
    const first = ranges.find((range) => /\s/.test(range)) ?? ranges[0]; // all words, if they are
    if (isNew) addEventListener("load", () => { // until when browsers lead to the heading
      first?.startContainer.parentElement.scrollIntoView({ block: "center" });
    });
  }

  // Keys, but where they mean something else: arrows turn the page at its ends.
  const turn = { ArrowLeft: "prev", ArrowRight: "next" };
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented ||
      target.matches("textarea, input:not([type=range], [type=radio]), .keys *")) return;
    if (key === "/") {
      event.preventDefault();
      note.hidePopover(); // and Escape leads back to its link
      search.showPopover({ source: opener });
    }
    const isAtEnd = document.querySelector(".pager")?.getBoundingClientRect().bottom < innerHeight;
    const isThere = { ArrowLeft: scrollY < 50, ArrowRight: isAtEnd }[key];
    const isOther = target.matches(
      "select, input, button, summary, [tabindex='0'], :popover-open, :popover-open *");
    if (isThere && !event.shiftKey && !isOther) {
      document.querySelector(`a[rel=${turn[key]}]`)?.click();
    }
  });
}
