"use strict";
// Reading: the section at hand, the pages before and after, search, notes, copies of code.
// All of it is beside the text, which can be read without.
{
  const byId = (id) => document.getElementById(id);
  const main = byId("main");

  /** element makes an element with properties and what is in it. */
  const element = (name, properties = {}, ...inside) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...inside);
    return made;
  };

  /** fetched runs a script of the site that sets a variable, once, and promises its value. */
  const fetched = (name) => window[name] !== undefined
    ? Promise.resolve(window[name])
    : new Promise((done, failed) => {
      const script = element("script", { src: `${name}.js`, onerror: failed });
      script.onload = () => done(window[name]);
      document.head.append(script);
    });

  // The section at hand is the last whose heading has been scrolled past.
  const sections = [...document.querySelectorAll("#sections a")];
  const headings = sections.map((a) => byId(decodeURIComponent(a.hash.slice(1))));
  const follow = () => {
    const passed = headings.filter((h) => h.getBoundingClientRect().top < 120).length - 1;
    sections.forEach((a, i) => {
      if (i === passed) a.setAttribute("aria-current", "location");
      else a.removeAttribute("aria-current");
    });
  };
  if (sections.length > 0) {
    addEventListener("scroll", follow, { passive: true });
    follow();
  }
  for (const a of sections) a.addEventListener("click", () => byId("contents").hidePopover?.());

  // What scrolls sideways can be scrolled by keyboard.
  const wide = () => {
    for (const box of main.querySelectorAll("pre, .wide, .formula")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  addEventListener("resize", wide);
  document.fonts.ready.then(wide);
  main.addEventListener("toggle", wide, true);

  // Of a terminal, the commands are copied; of other code, all.
  for (const pre of navigator.clipboard ? main.querySelectorAll("pre.code, pre.output") : []) {
    const commands = [...pre.querySelectorAll("kbd")].map((kbd) => kbd.textContent);
    const text = commands.length > 0 ? `${commands.join("\n")}\n` : pre.textContent;
    const button = element("button", { type: "button", className: "copy", textContent: "Copy" });
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
    const frame = element("div", { className: "frame" });
    pre.replaceWith(frame);
    frame.append(pre, button);
  }

  // Notes: what a link leads to, shown where it stands.
  const note = element("aside", { id: "note", popover: "auto", tabIndex: -1 });
  document.body.append(note);
  let asked, later; // the link at hand; what is to happen to its note
  const keyOf = (a) => a.pathname.split("/").pop() + decodeURIComponent(a.hash);
  const show = async (a) => {
    const said = (await fetched("notes"))[keyOf(a)];
    if (asked !== a) return;
    note.innerHTML = said;
    note.setAttribute("aria-label", a.textContent);
    note.showPopover();
    const link = a.getClientRects()[0], box = note.getBoundingClientRect();
    const below = link.bottom + 6, above = link.top - box.height - 6;
    note.style.left = `${Math.max(8, Math.min(link.left, innerWidth - box.width - 8))}px`;
    note.style.top = `${below + box.height < innerHeight || above < 8 ? below : above}px`;
  };
  const hide = () => {
    asked = undefined;
    note.hidePopover();
  };
  const soon = (act, wait) => {
    clearTimeout(later);
    later = setTimeout(act, wait);
  };
  const explains = (target) => target.closest?.('a.term, a.source, a[href*="claims.html#"]');
  const ask = (event) => {
    const a = explains(event.target);
    if (!a || event.pointerType === "touch") return;
    asked = a;
    soon(() => show(a), event.type === "focusin" ? 0 : 250);
  };
  const leave = (event) => {
    if (explains(event.target) && !note.contains(event.relatedTarget)) soon(hide, 250);
  };
  main.addEventListener("pointerover", ask);
  main.addEventListener("focusin", ask);
  main.addEventListener("pointerout", leave);
  main.addEventListener("focusout", leave);
  note.addEventListener("pointerenter", () => clearTimeout(later));
  note.addEventListener("pointerleave", () => { if (!note.contains(document.activeElement)) soon(hide, 250); });
  main.addEventListener("click", async (event) => {
    const a = explains(event.target);
    if (!a || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    asked = a;
    clearTimeout(later);
    await show(a);
    note.focus();
  });

  // Search, in all pages.
  const field = byId("search"), hits = byId("hits");
  const wordsOf = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);
  const times = (text, word) => text.split(word).length - 1;
  /** worth is how well an entry fits the words, 0 where one of them is missing. */
  const worth = (entry, words) => {
    const title = `${entry.page} ${entry.section}`.toLowerCase(), text = entry.text.toLowerCase();
    const each = words.map((word) => 10 * times(title, word) + Math.min(5, times(text, word)));
    return each.every((n) => n > 0) ? each.reduce((a, b) => a + b) : 0;
  };
  /** marked is a text with the words in marks. */
  const marked = (text, words) => {
    const any = new RegExp(`(${words.map((w) => w.replace(/[^\p{L}\p{N}]/gu, "\\$&")).join("|")})`, "iu");
    return text.split(any).map((part, i) => (i % 2 ? element("mark", {}, part) : part));
  };
  const hit = (entry, words) => {
    const at = Math.max(0, entry.text.toLowerCase().indexOf(words[0]) - 50);
    const title = entry.section === entry.page ? entry.page : `${entry.page} › ${entry.section}`;
    const href = entry.file.replace("#", `?find=${encodeURIComponent(words.join(" "))}#`);
    return element("li", {}, element("a", { href }, ...marked(title, words)),
      element("p", {}, at > 0 ? "…" : "", ...marked(entry.text.slice(at, at + 160), words), "…"));
  };
  const search = async () => {
    const words = wordsOf(field.value);
    hits.hidden = words.length === 0;
    if (hits.hidden) return;
    const all = (await fetched("entries"))
      .map((entry) => [worth(entry, words), entry])
      .filter(([n]) => n > 0)
      .sort(([a], [b]) => b - a);
    const found = `${all.length} ${all.length === 1 ? "section has" : "sections have"} ${words.length > 1 ? "these words" : "this word"}`;
    hits.replaceChildren(element("p", { role: "status" }, all.length > 0 ? found : "Nothing found"),
      element("ol", {}, ...all.slice(0, 20).map(([, entry]) => hit(entry, words))));
  };
  field.disabled = false;
  field.addEventListener("input", search);
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    hits.querySelector("a")?.click();
  });

  /** markFound marks words in the text, unfolds what they stand in, and goes to the first. */
  const markFound = (words) => {
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT), found = [];
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (!text.parentElement.closest("svg, math, button") && words.some((w) => text.data.toLowerCase().includes(w))) found.push(text);
    }
    for (const text of found) {
      for (let fold = text.parentElement.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      text.replaceWith(...marked(text.data, words));
    }
    const from = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
    const marks = [...main.querySelectorAll("mark")];
    (marks.find((m) => !from || from.contains(m) || from.compareDocumentPosition(m) & Node.DOCUMENT_POSITION_FOLLOWING) ?? marks[0])
      ?.scrollIntoView({ block: "center" });
  };
  const words = wordsOf(new URLSearchParams(location.search).get("find") ?? "");
  if (words.length > 0) markFound(words);

  // Keys, but where they mean something else.
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hits.hidden = true;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
    if (event.target.closest("input, textarea, select, [contenteditable], .explorable, [tabindex='0'], #note")) return;
    if (event.key === "/") {
      event.preventDefault();
      field.focus();
    }
    const to = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    if (to) document.querySelector(`a[rel=${to}]`)?.click();
  });
}
