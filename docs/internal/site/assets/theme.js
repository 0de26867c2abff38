"use strict";
// What is kept from page to page, among it the choice of light or dark, before anything is drawn.

/** keep keeps a value in the browser, where that is allowed. */
function keep(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch { /* it is not */ }
}

/** kept is what was kept under a key, or null. */
function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

{
  const root = document.documentElement;
  root.dataset.theme = kept("theme") ?? "auto";
  root.dataset.script = "loads";
}
