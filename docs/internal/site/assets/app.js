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

  // The section at hand is the last whose heading has been scrolled past.
  const sections = [...document.querySelectorAll("#sections a")];
  const headings = sections.map((a) => byId(decodeURIComponent(a.hash.slice(1))));
  let passed;
  const follow = () => {
    const before = passed;
    passed = headings.filter((h) => h.getBoundingClientRect().top < 120).length - 1;
    if (passed === before) return;
    sections[passed]?.scrollIntoView({ block: "nearest" });
    sections.forEach((a, i) => {
      if (i === passed) a.setAttribute("aria-current", "location");
      else a.removeAttribute("aria-current");
    });
  };
  if (sections.length > 0) {
    addEventListener("scroll", follow, { passive: true });
    follow();
  }
  const contents = byId("contents");
  for (const a of sections) a.addEventListener("click", () => contents.hidePopover?.());
  contents.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !contents.contains(relatedTarget)) contents.hidePopover?.(); });
  document.querySelector(".skip[accesskey]")?.addEventListener("click", (event) => {
    event.preventDefault();
    if (document.querySelector(".menu").checkVisibility()) contents.showPopover();
    sections[0].focus();
  });
  byId("sections-title")?.addEventListener("click", ({ target }) => target.nextElementSibling.scrollIntoView());

  // A page that changes its width, as where a phone is turned, keeps the line that is read.
  let wasWide = innerWidth, read; // what stands below the bar, from where, and the part of it that is above
  const line = 72;
  const look = () => {
    if (wasWide !== innerWidth) return;
    const at = [...main.children].find((e) => e.getBoundingClientRect().bottom > line);
    const { top, height } = (at ?? main).getBoundingClientRect();
    read = [at ?? main, Math.max(top, line), Math.max(0, line - top) / height];
  };
  addEventListener("scroll", look, { passive: true });
  addEventListener("resize", () => {
    if (wasWide !== innerWidth && read) {
      const [at, from, above] = read, { top, height } = at.getBoundingClientRect();
      scrollBy({ top: top + above * height - from, behavior: "instant" });
    }
    wasWide = innerWidth;
  });

  // What scrolls sideways can be scrolled by keyboard.
  const firstLine = (pre) => (pre.querySelector("kbd") ?? pre).textContent.trim().split("\n")[0];
  const wide = () => {
    for (const box of main.querySelectorAll("pre, figure, .wide, .formula")) {
      const named = !box.matches("figure") && { role: "group", "aria-label": box.matches("pre") ? firstLine(box) : "scrolls sideways" };
      for (const [name, value] of Object.entries({ tabindex: 0, ...named })) {
        if (box.scrollWidth > box.clientWidth) box.setAttribute(name, value);
        else box.removeAttribute(name);
      }
    }
  };
  new ResizeObserver(wide).observe(main);
  document.fonts.ready.then(wide);

  // Of a terminal, the commands are copied; of other code, all.
  for (const pre of navigator.clipboard ? main.querySelectorAll("pre.code, pre.output") : []) {
    const commands = [...pre.querySelectorAll("kbd")].map((kbd) => kbd.textContent);
    const text = commands.length > 0 ? `${commands.join("\n")}\n` : pre.textContent;
    const copy = async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
      say("Copied");
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    };
    const button = make("button", { type: "button", class: "copy", "aria-label": `Copy ${firstLine(pre)}`, onclick: copy }, "Copy");
    const frame = make("div", { class: "frame" });
    pre.replaceWith(frame);
    frame.append(pre, button);
  }

  // What was unfolded is so for one who comes back to it, once all scripts have run.
  const folds = () => [...main.querySelectorAll("details")], unfolded = `${location.pathname} unfolded`;
  addEventListener("DOMContentLoaded", () => {
    const opened = comesBack ? JSON.parse(kept(unfolded)) ?? [] : [];
    folds().forEach((fold, i) => { fold.open ||= opened.includes(i); });
  });
  addEventListener("pagehide", () => keep(unfolded, JSON.stringify(folds().flatMap(({ open }, i) => (open ? i : [])))));

  // What unfolds comes into view with its first lines.
  main.addEventListener("click", ({ target }) => requestAnimationFrame(() => {
    target.closest("details[open] > summary")?.nextElementSibling?.scrollIntoView({ block: "nearest" });
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
    later = setTimeout(act, 250);
  };
  const show = async (a) => {
    clearTimeout(later);
    note.innerHTML = (await load("notes"))[a.pathname.split("/").pop() + decodeURIComponent(a.hash)];
    note.setAttribute("aria-label", a.textContent);
    a.after(note);
    note.showPopover();
    place();
  };
  const place = () => {
    const link = note.previousSibling.getClientRects()[0], box = note.getBoundingClientRect();
    const below = link.bottom + 6, above = link.top - box.height - 6;
    note.style.left = `${scrollX + Math.max(8, Math.min(link.left, innerWidth - box.width - 8))}px`;
    note.style.top = `${scrollY + (below + box.height < innerHeight || above < 8 ? below : above)}px`;
  };
  addEventListener("resize", () => { if (note.isConnected) place(); });
  const hide = () => note.hidePopover();
  const leave = () => { if (!note.contains(document.activeElement)) soon(hide); };
  const explains = ({ target }) => !note.contains(target) && target.closest?.(explained);
  main.addEventListener("pointerover", (event) => {
    const a = explains(event);
    if (!a || event.pointerType === "touch" || note.contains(document.activeElement)) return;
    clearTimeout(later);
    if (note.previousSibling !== a) soon(() => load("notes").then(() => a.matches(":hover") && show(a)));
  });
  main.addEventListener("pointerout", (event) => { if (explains(event)) leave(); });
  note.addEventListener("pointerenter", () => clearTimeout(later));
  note.addEventListener("pointerleave", leave);
  note.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !note.contains(relatedTarget)) hide(); });
  note.addEventListener("toggle", ({ newState }) => { if (newState === "closed") note.remove(); });
  note.addEventListener("keydown", ({ key }) => { if (key === "Escape") note.previousSibling.scrollIntoView({ block: "nearest" }); });
  main.addEventListener("click", async (event) => {
    const a = explains(event);
    if (!a || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    await show(a);
    note.focus();
  });

  // Search, in all pages.
  const field = byId("search"), hits = byId("hits");
  const wordsOf = (text) => text.toLowerCase().replaceAll("’", "'").split(/[?!.,;:]*(?:\s+|$)/).filter(Boolean);
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
    const any = new RegExp(`(${words.map((w) => w.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|")})`, "iu");
    return text.split(any).map((part, i) => (i % 2 ? make("mark", {}, part) : part));
  };
  const hit = (entry, words) => {
    const at = Math.max(0, entry.text.toLowerCase().indexOf(words[0]) - 50);
    const title = entry.section === entry.page ? entry.page : `${entry.page} › ${entry.section}`;
    const href = entry.file.replace("#", `?find=${encodeURIComponent(words.join(" "))}&at=`);
    return make("li", {}, make("a", { href }, ...marked(title, words)),
      make("p", {}, at > 0 ? "…" : "", ...marked(entry.text.slice(at, at + 160), words), "…"));
  };
  const search = async () => {
    const entries = await load("entries"), words = wordsOf(field.value);
    hits.hidden = words.length === 0;
    if (hits.hidden) return say("");
    const all = entries
      .map((entry) => [worth(entry, words), entry])
      .filter(([n]) => n > 0)
      .sort(([a], [b]) => b - a);
    const found = all.length === 0 ? "Nothing found; what unfolds is not searched"
      : `${all.length} ${all.length === 1 ? "section has" : "sections have"} ${words.length > 1 ? "these words" : "this word"}` +
        (all.length > 20 ? ", of which 20 are listed" : "");
    say(found);
    hits.replaceChildren(make("p", {}, found), make("ol", {}, ...all.slice(0, 20).map(([, entry]) => hit(entry, words))));
  };
  let before; // where a reader was who pressed /
  field.disabled = false;
  field.addEventListener("input", search);
  field.addEventListener("click", search);
  field.form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await search();
    hits.querySelector("a")?.focus();
  });
  field.form.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !field.form.contains(relatedTarget)) hits.hidden = true;
  });
  addEventListener("pointerdown", ({ target }) => { if (!field.form.contains(target)) hits.hidden = true; });
  addEventListener("pagehide", () => { // and so it is for one who goes back
    hits.hidden = true;
    note.remove();
    before?.at.focus({ preventScroll: true });
  });
  field.form.addEventListener("keydown", (event) => {
    const stops = [field, ...hits.querySelectorAll("a")], at = stops.indexOf(event.target);
    if (event.key === "ArrowDown" && hits.hidden) search();
    if (event.key === "/" && field.value === "") event.preventDefault();
    const to = stops[{ ArrowDown: at + 1, ArrowUp: at - 1, ...(at > 0 && { Home: 1, End: stops.length - 1 }) }[event.key]];
    if (to && !hits.hidden) {
      event.preventDefault();
      to.focus();
    }
    if (event.key !== "Escape") return;
    hits.hidden = true;
    say("");
    if (event.target !== field || !before) return field.focus();
    if (before.at.tabIndex < 0) before.at.tabIndex = -1;
    before.at.focus({ preventScroll: true });
    scrollTo(0, before.top);
    before = undefined;
  });

  /** markFound marks words in the text of a section, and leads to the first. Answers stay folded. */
  const markFound = (words, from) => {
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT), found = [];
    texts.currentNode = from ?? main;
    while (texts.nextNode()) {
      const text = texts.currentNode, heading = text.parentElement.closest(":is(h1, h2, h3, h4):not(.explorable *)");
      if (from && heading && heading !== from) break;
      if (!text.parentElement.closest("svg, math, button, details, .explorable") && words.some((w) => text.data.toLowerCase().includes(w))) found.push(text);
    }
    for (const text of found) text.replaceWith(...marked(text.data, words));
    const first = main.querySelector("mark") ?? from;
    if (!first) return;
    if (comesBack) return;
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "center" });
  };
  const asked = new URLSearchParams(location.search), words = wordsOf(asked.get("find") ?? "");
  if (words.length > 0) markFound(words, byId(asked.get("at")));

  /** inView is what is read. */
  const inView = () => scrollY === 0 ? main : [...main.children].find((e) => e.getBoundingClientRect().bottom > innerHeight / 2) ?? main;
  // One who comes back, to a page or a place on it, goes on where one was, if that is in sight, or from what is.
  const stops = () => [...document.querySelectorAll("a, button, input, select, textarea, summary")];
  const isInSight = (e) => (({ top, bottom }) => bottom > 0 && top < innerHeight)(e.getBoundingClientRect());
  const goOn = (stop) => setTimeout(() => {
    if (document.activeElement !== document.body && isInSight(document.activeElement)) return;
    if (stop && isInSight(stop)) return stop.focus({ preventScroll: true });
    if (scrollY === 0) return document.activeElement.blur();
    const at = inView();
    if (at.tabIndex < 0) at.tabIndex = -1;
    at.focus({ preventScroll: true });
    at.blur();
  }, 100);
  const focused = `${location.pathname} focused`;
  let last; // what had the focus, which it loses before the page is hidden
  addEventListener("focusin", ({ target }) => { last = note.contains(target) ? note.previousSibling : target; });
  addEventListener("pagehide", () => keep(focused, stops().indexOf(last)));
  addEventListener("pageshow", ({ persisted }) => { if (comesBack || persisted) goOn(stops()[kept(focused)]); });
  addEventListener("popstate", () => goOn());

  // Keys, but where they mean something else. Arrows turn the page at its beginning and its
  // end, and while nothing is selected and no caret set: elsewhere they are pressed to read.
  const turn = { ArrowLeft: "prev", ArrowRight: "next" };
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented ||
      target.matches("textarea, select, input:not([type=range], [type=radio]), .keys *")) return;
    if (key === "/") {
      event.preventDefault();
      const at = target.matches("body, main") ? inView() : target;
      before = { at: note.contains(at) ? note.previousSibling : at, top: scrollY };
      field.focus();
      field.select();
    }
    const atEnd = scrollY === 0 || document.querySelector(".pager")?.getBoundingClientRect().top < innerHeight;
    const { type, anchorNode } = getSelection(), isSet = type === "Range" || anchorNode?.nodeType === Node.TEXT_NODE;
    const reads = !atEnd || isSet || !target.matches("body, main");
    if (turn[key] && !event.shiftKey && (target.closest(".pager") || !reads)) {
      document.querySelector(`a[rel=${turn[key]}]`)?.click();
    }
  });
}
