"use strict";
// What all scripts share; and the choice of light or dark, before anything is drawn.

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

/** make makes an element, of SVG where its name says so: make("svg:path", {d}, ...inside). */
function make(name, attributes = {}, ...inside) {
  const [tag, space] = name.split(":").reverse();
  const element = space === "svg"
    ? document.createElementNS("http://www.w3.org/2000/svg", tag)
    : document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...inside.flat(Infinity));
  return element;
}

/** lead gives the focus to something, even if Tab does not lead there, where it stands. */
function lead(element) {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** loaded has a promise of each script that was asked for. */
const loaded = {};

/** load runs a script of the site's folder, once, and promises the variable of its name. */
function load(name) {
  loaded[name] ??= new Promise((done, failed) => {
    const src = `${name}.js`, onload = () => done(window[name]);
    const onerror = () => failed(new Error(`${src} cannot be loaded`));
    document.head.append(make("script", { src, onload, onerror }));
  });
  return loaded[name];
}

/** speak has words spoken by a region for it, which is empty again once they are. */
function speak(region, words) {
  region.textContent = words;
  clearTimeout(region.spoken);
  region.spoken = setTimeout(() => region.replaceChildren(), 5000);
}
