"use strict";
// What is kept of a visit, among it the choice of light or dark, before anything is drawn.

/** keep keeps a value for this visit, or for longer in localStorage, where that is allowed. */
function keep(key, value, store = "sessionStorage") {
  try {
    window[store].setItem(key, JSON.stringify(value));
  } catch { /* it is not */ }
}

/** kept is what was kept under a key, or null. */
function kept(key, store = "sessionStorage") {
  try {
    return JSON.parse(window[store].getItem(key));
  } catch {
    return null;
  }
}

{
  const root = document.documentElement;
  root.dataset.theme = kept("theme", "localStorage") ?? "auto";
  root.dataset.script = "loads";
}
