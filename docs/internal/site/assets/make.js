"use strict";
// What all scripts share.

/** make makes an element, of SVG where its name says so: make("svg:path", {d}, ...inside). */
function make(name, attributes = {}, ...inside) {
  const [tag, space] = name.split(":").reverse();
  const element = space === "svg"
    ? document.createElementNS("http://www.w3.org/2000/svg", tag)
    : document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...inside.flat());
  return element;
}

/** keep keeps a text for this visit, where storage is allowed. */
function keep(key, text) {
  try {
    sessionStorage.setItem(key, text);
  } catch { /* it is not */ }
}

/** kept is what was kept under a key, or null. */
function kept(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** comesBack says whether the page is loaded for one who has been there. */
const comesBack = performance.getEntriesByType("navigation")[0].type !== "navigate";

/** loaded has a promise of each script that was asked for. */
const loaded = {};

/** load runs a script of the site's folder, once, and promises the variable of its name. */
function load(name) {
  loaded[name] ??= new Promise((done, failed) => {
    document.head.append(make("script", {
      src: `${name}.js`, onload: () => done(window[name]), onerror: () => failed(new Error(`${name}.js cannot be loaded`)),
    }));
  });
  return loaded[name];
}
