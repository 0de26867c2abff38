"use strict";
// Reading: the section at hand, the pages before and after, search, notes, copies of code.
// All of it is beside the text, which can be read without.

/** say tells those who cannot see what has changed, if it has, once they pause, and for a while. */
let saying;
const say = (words) => {
  clearTimeout(saying);
  saying = setTimeout(() => {
    if (said.textContent !== words) said.textContent = words;
    saying = setTimeout(() => { said.textContent = ""; }, 5000);
  }, 500);
};

{
  const byId = (id) => document.getElementById(id);
  const main = byId("main");
  document.documentElement.dataset.script = "runs"; // from now on, all of the page is laid out
  /** whenLeft acts where the focus goes from a part of the page to what is not in it. */
  const whenLeft = (part, act) => part.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !part.contains(relatedTarget)) act();
  });

  // Light, dark, or what the reader's system has, by turns.
  const theme = byId("theme"), chosen = document.documentElement.dataset;
  const tell = () => {
    theme.textContent = { light: "Light", dark: "Dark" }[chosen.theme] ?? "Auto";
    theme.ariaLabel = `Theme: ${theme.textContent}`;
  };
  theme.addEventListener("click", () => {
    chosen.theme = { auto: "light", light: "dark" }[chosen.theme] ?? "auto";
    keep("theme", chosen.theme, "localStorage");
    tell();
  });
  tell();
  addEventListener("DOMContentLoaded", () => { theme.disabled = false; }); // once all scripts run

  // The section at hand is the last whose heading has been scrolled past.
  const sections = [...document.querySelectorAll("#sections a")];
  const headings = sections.map((a) => byId(decodeURIComponent(a.hash.slice(1))));
  let passed;
  const follow = () => {
    const before = passed;
    passed = headings.filter((h) => h.getBoundingClientRect().top < 120).length - 1;
    if (passed === before) return;
    const a = sections[passed], box = a?.offsetParent;
    if (box) { // scrollIntoView would lead Tab there
      const end = a.offsetTop + a.offsetHeight - box.clientHeight;
      box.scrollTop = Math.min(Math.max(box.scrollTop, end), a.offsetTop);
    }
    sections.forEach((a, i) => { a.ariaCurrent = i === passed ? "location" : null; });
  };
  if (sections.length > 0) {
    addEventListener("scroll", follow, { passive: true });
    follow();
  }
  const contents = byId("contents"), close = () => contents.hidePopover();
  for (const a of sections) a.addEventListener("click", close);
  whenLeft(contents, close);
  document.querySelector(".skip[accesskey]")?.addEventListener("click", (event) => {
    event.preventDefault();
    if (document.querySelector(".menu").checkVisibility()) contents.showPopover();
    sections[0].focus();
  });
  byId("sections-title")?.addEventListener("click", ({ target }) => {
    target.nextElementSibling.scrollIntoView();
  });

  const line = 72; // above it is the bar
  /** firstBelow is the part of the text that the line passes, or the first below it. */
  const firstBelow = () =>
    [...main.children].find((e) => e.getBoundingClientRect().bottom > line) ?? main;

  // A page that changes its width, as where a phone is turned, keeps the line that is read.
  let wasWide = innerWidth;
  let read; // what stands below the bar, from where, and the part of it that is above
  const look = () => {
    if (wasWide !== innerWidth) return;
    const at = firstBelow(), { top, height } = at.getBoundingClientRect();
    read = [at, Math.max(top, line), Math.max(0, line - top) / height];
  };
  addEventListener("scroll", look, { passive: true });
  addEventListener("resize", () => {
    if (wasWide !== innerWidth && read) {
      const [at, from, above] = read, { top, height } = at.getBoundingClientRect();
      scrollBy({ top: top + above * height - from, behavior: "instant" });
    }
    wasWide = innerWidth;
  });

  // On a low screen, the bar is at hand where a finger moves the page down.
  let touched; // where the page was
  addEventListener("touchstart", () => { touched = scrollY; }, { passive: true });
  addEventListener("touchmove", () => {
    const root = document.documentElement;
    if (scrollY !== touched) root.toggleAttribute("data-bar", scrollY < touched);
  }, { passive: true });

  // What scrolls sideways can be scrolled by keyboard.
  const firstLine = (pre) => (pre.querySelector("kbd") ?? pre).textContent.trim().split("\n")[0];
  const wide = () => {
    const boxes = [...main.querySelectorAll("pre, figure, .wide, .formula")];
    const scrolls = boxes.map((box) => box.scrollWidth > box.clientWidth); // before any changes
    boxes.forEach((box, i) => {
      const label = box.matches("pre") ? firstLine(box) : "scrolls sideways";
      const named = !box.matches("figure") && { role: "group", "aria-label": label };
      for (const [name, value] of Object.entries({ tabindex: 0, ...named })) {
        if (scrolls[i]) box.setAttribute(name, value);
        else box.removeAttribute(name);
      }
    });
  };
  new ResizeObserver(wide).observe(main);
  document.fonts.ready.then(wide);

  // Of a terminal, the commands are copied; of other code, all.
  for (const pre of navigator.clipboard ? main.querySelectorAll("pre.code, pre.output") : []) {
    const commands = [...pre.querySelectorAll("kbd")].map((kbd) => kbd.textContent);
    const text = commands.length > 0 ? `${commands.join("\n")}\n` : pre.textContent;
    const copy = async ({ target }) => {
      const done = navigator.clipboard.writeText(text).then(() => "Copied", () => "Not copied");
      say(target.textContent = await done);
      setTimeout(() => { target.textContent = "Copy"; }, 2000);
    };
    const label = `Copy ${firstLine(pre)}`, frame = make("div", { class: "frame" });
    const button = { type: "button", class: "copy", "aria-label": label, onclick: copy };
    pre.replaceWith(frame);
    frame.append(pre, make("button", button, "Copy"));
  }

  // What unfolds comes into view with its first lines.
  main.addEventListener("click", ({ target }) => requestAnimationFrame(() => {
    const summary = target.closest("details[open] > summary");
    for (const e of [summary?.nextElementSibling, summary]) e?.scrollIntoView({ block: "nearest" });
  }));

  // Notes: what a link leads to, shown where it stands. The note comes behind its link, so
  // that what follows it is what follows the link; who asks for it by a click or a key is led
  // into it, and back by Escape.
  const explained = 'a.term, a.source, a[href*="claims.html#"]';
  for (const a of main.querySelectorAll(explained)) a.setAttribute("aria-haspopup", "dialog");
  const note = make("div", { id: "note", role: "dialog", popover: "auto", tabindex: -1 });
  let later; // what is to happen to the note
  const soon = (act) => {
    clearTimeout(later);
    if (act) later = setTimeout(act, 250);
  };
  const show = async (a) => {
    soon();
    const link = a.pathname.split("/").pop() + decodeURIComponent(a.hash);
    note.innerHTML = (await load("notes"))[link];
    note.setAttribute("aria-label", a.textContent);
    a.after(note);
    note.showPopover();
    place();
  };
  const place = () => {
    const link = note.previousSibling.getClientRects()[0], box = note.getBoundingClientRect();
    const below = link.bottom + 6, above = link.top - box.height - 6;
    const left = Math.max(8, Math.min(link.left, innerWidth - box.width - 8));
    const lowest = Math.max(8, innerHeight - box.height - 8); // over the link, if need be
    const top = below <= lowest ? below : above < 8 ? lowest : above;
    note.style.left = `${scrollX + left}px`;
    note.style.top = `${scrollY + top}px`;
  };
  addEventListener("resize", () => { if (note.isConnected) place(); });
  const hide = () => note.hidePopover();
  const leave = () => { if (!note.contains(document.activeElement)) soon(hide); };
  const explains = ({ target }) => !note.contains(target) && target.closest?.(explained);
  main.addEventListener("pointerover", (event) => {
    const a = explains(event);
    if (!a || event.pointerType === "touch" || note.contains(document.activeElement)) return;
    soon();
    const look = () => load("notes").then(() => a.matches(":hover") && show(a));
    if (note.previousSibling !== a) soon(look);
  });
  main.addEventListener("pointerout", (event) => { if (explains(event)) leave(); });
  note.addEventListener("pointerenter", () => soon());
  note.addEventListener("pointerleave", leave);
  whenLeft(note, hide);
  note.addEventListener("toggle", ({ newState }) => { if (newState === "closed") note.remove(); });
  note.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") note.previousSibling.scrollIntoView({ block: "nearest" });
  });
  main.addEventListener("click", async (event) => {
    const a = explains(event);
    if (!a || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    await show(a);
    note.focus();
  });

  // Search, in all pages.
  const field = byId("search"), hits = byId("hits");
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
    return each.every((n) => n > 0) ? each.reduce((a, b) => a + b, explains) : 0;
  };
  /** marked is a text with the words in marks. */
  const marked = (text, words) => {
    const any = new RegExp(`(${words.map((word) => RegExp.escape(word)).join("|")})`, "iu");
    return text.split(any).map((part, i) => (i % 2 ? make("mark", {}, part) : part));
  };
  const hit = (entry, words) => {
    const at = Math.max(0, entry.text.toLowerCase().indexOf(words[0]) - 50);
    const title = entry.section === entry.page ? entry.page : `${entry.page} › ${entry.section}`;
    const href = entry.file.replace("#", `?find=${encodeURIComponent(words.join(" "))}&at=`);
    return make("li", {}, make("a", { href }, marked(title, words)),
      make("p", {}, at > 0 ? "…" : "", marked(entry.text.slice(at, at + 160), words), "…"));
  };
  const search = async () => {
    const entries = await load("entries"), words = wordsOf(field.value);
    hits.hidden = words.length === 0;
    if (hits.hidden) return say("");
    const all = entries
      .map((entry) => [worth(entry, words), entry])
      .filter(([n]) => n > 0)
      .sort(([a], [b]) => b - a);
    const sections = all.length === 1 ? "section has" : "sections have", most = 20;
    const found = all.length === 0 ? "Nothing found; what unfolds is not searched"
      : `${all.length} ${sections} ${words.length > 1 ? "these words" : "this word"}` +
        (all.length > most ? `, of which ${most} are listed` : "");
    say(all.length === 0 ? found : `${found}; Enter leads to them`);
    const listed = all.slice(0, most).map(([, entry]) => hit(entry, words));
    hits.replaceChildren(make("p", {}, found), make("ol", {}, listed));
  };
  const putAway = () => { hits.hidden = true; };
  let before; // where a reader was who pressed /
  field.disabled = false;
  field.addEventListener("input", search);
  field.addEventListener("click", search);
  field.form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await search();
    hits.querySelector("a")?.focus();
  });
  whenLeft(field.form, putAway);
  addEventListener("pointerdown", ({ target }) => { if (!field.form.contains(target)) putAway(); });
  addEventListener("pagehide", () => { // and so it is for one who goes back
    putAway();
    note.remove();
    before?.at.focus({ preventScroll: true });
  });
  field.form.addEventListener("keydown", (event) => {
    const stops = [field, ...hits.querySelectorAll("a")], at = stops.indexOf(event.target);
    if (event.key === "ArrowDown" && hits.hidden) search();
    if (event.key === "/" && field.value === "") event.preventDefault();
    const ends = at > 0 && { Home: 1, End: stops.length - 1 };
    const to = stops[{ ArrowDown: at + 1, ArrowUp: at - 1, ...ends }[event.key]];
    if (to && !hits.hidden) {
      event.preventDefault();
      to.focus();
    }
    if (event.key !== "Escape") return;
    putAway();
    say("");
    if (event.target !== field || !before) return field.focus();
    lead(before.at);
    scrollTo(0, before.top);
    before = undefined;
  });

  /**
   * markFound marks words in a section, or in all, and leads to the first that stands with the
   * others, or else is no code. Answers stay folded.
   */
  const markFound = (words, from) => {
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT), found = [];
    texts.currentNode = from ?? main;
    while (texts.nextNode()) {
      const text = texts.currentNode, around = text.parentElement;
      const heading = around.closest(":is(h1, h2, h3, h4):not(.explorable *)");
      if (from && heading && heading !== from) break;
      const isFound = words.some((word) => text.data.toLowerCase().includes(word));
      if (isFound && !around.closest("svg, math, button, details, .explorable")) found.push(text);
    }
    for (const text of found) text.replaceWith(...marked(text.data, words));
    const marks = [...main.querySelectorAll("mark")], phrase = words.join(" ");
    const isPhrase = (mark) => // its text has all of the words, one behind the other
      wordsOf(mark.parentElement.closest("p, li, td, h1, h2, h3, h4")?.textContent ?? "")
        .join(" ").includes(phrase);
    const isText = (mark) => !mark.closest("pre");
    const first = marks.find(isPhrase) ?? marks.find(isText) ?? marks[0] ?? from;
    if (!first || comesBack) return;
    lead(first);
    first.scrollIntoView({ block: "center" });
  };
  const asked = new URLSearchParams(location.search), words = wordsOf(asked.get("find") ?? "");
  if (words.length > 0) markFound(words, byId(asked.get("at")));

  // One who comes back, to a page or a place on it, finds unfolded what was, and goes on where
  // one was, if that is in sight.
  const folds = () => [...main.querySelectorAll("details")];
  const stops = () => [...document.querySelectorAll(
    ":is(a, button, input, select, textarea, summary):not(#hits *)")]; // which go with the page
  const page = location.pathname + location.search;
  const was = () => kept(page) ?? { unfolded: [] };
  const goOn = (stop, isRinged) => setTimeout(() => {
    if (document.activeElement !== document.body && isInSight(document.activeElement)) return;
    document.activeElement.blur();
    if (!stop || !isInSight(stop)) return;
    stop.focus({ preventScroll: true });
    if (isRinged) stop.classList.add("ringed"); // which no browser does after a reload
    stop.addEventListener("blur", () => stop.classList.remove("ringed"), { once: true });
    if (stop.matches("input")) stop.select(); // as Tab does
  }, 100);
  let last, hasRing; // what had the focus, which it loses before the page is hidden
  const outside = (e) =>
    (note.contains(e) ? note.previousSibling : hits.contains(e) ? field : e);
  addEventListener("focusin", ({ target }) => {
    last = outside(target);
    hasRing = target.matches(":focus-visible");
  });
  addEventListener("pagehide", () => {
    history.scrollRestoration = "manual"; // explorables do not stand when the browser would do it
    const unfolded = folds().flatMap(({ open }, i) => (open ? i : []));
    const focused = stops().indexOf(last);
    keep(page, { unfolded, top: scrollY, focused, hasRing, searched: field.value });
  });
  const comeBack = () => { // unless a finger is there first
    if (touched === undefined) scrollTo({ top: was().top, behavior: "instant" });
  };
  if (comesBack) comeBack();
  addEventListener("DOMContentLoaded", () => { // once all scripts have run
    if (!comesBack) return;
    const { unfolded, searched } = was();
    field.value ||= searched ?? "";
    folds().forEach((fold, i) => { fold.open ||= unfolded.includes(i); });
    comeBack();
  });
  addEventListener("pageshow", ({ persisted }) => {
    history.scrollRestoration = "auto";
    if (comesBack || persisted) goOn(stops()[was().focused], was().hasRing);
  });
  const left = {}; // of each entry of the history, what had the focus as it was left
  window.navigation?.addEventListener("navigate", () => {
    left[navigation.currentEntry?.key] = last;
  });
  addEventListener("popstate", () => goOn(left[window.navigation?.currentEntry?.key]));

  // Keys, but where they mean something else. Arrows turn the page at its beginning and its
  // end, and while nothing is selected and no caret set: elsewhere they are pressed to read.
  const turn = { ArrowLeft: "prev", ArrowRight: "next" };
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented ||
      target.matches("textarea, select, input:not([type=range], [type=radio]), .keys *")) return;
    const isAtPage = target.matches("body, main");
    if (key === "/") {
      event.preventDefault();
      const inView = scrollY === 0 ? main : firstBelow();
      before = { at: isAtPage ? inView : outside(target), top: scrollY };
      field.focus();
      field.select();
    }
    const pager = document.querySelector(".pager"), { type, anchorNode } = getSelection();
    const isAtEnd = scrollY === 0 || pager?.getBoundingClientRect().top < innerHeight;
    const isSet = (type === "Range" || anchorNode?.nodeType === Node.TEXT_NODE) &&
      isInSight(anchorNode.parentElement ?? main);
    if (key === "Tab" && !event.shiftKey && isAtPage && scrollY > 0 && !isSet) {
      // it leads on from where a link led, if that is in sight, or from what is read
      const target = main.querySelector(":target");
      const from = target && isInSight(target) ? target.getBoundingClientRect().top : line;
      const next = stops().find((e) => main.contains(e) && e.checkVisibility() && !e.disabled &&
        e.tabIndex >= 0 && e.getBoundingClientRect().top >= from - 1);
      if (next) event.preventDefault();
      next?.focus();
    }
    const turns = target.closest(".pager") || isAtPage && isAtEnd && !isSet;
    if (turn[key] && !event.shiftKey && turns) {
      document.querySelector(`a[rel=${turn[key]}]`)?.click();
    }
  });
}
