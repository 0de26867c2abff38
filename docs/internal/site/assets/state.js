"use strict";
// The states of explorables: in addresses, and their parts.

/** at is a value of a state by its key, which is "p.2" for one of a list. */
function at(state, key) {
  const [name, place] = key.split(".");
  return place === undefined ? state[name] : state[name][place];
}

/** put is what changes in a state with a value. */
function put(state, key, value) {
  const [name, place] = key.split(".");
  return { [name]: place === undefined ? value : state[name].with(place, value) };
}

/** queryOf is what an address has of a state: what is not as at first. */
function queryOf(state, defaults) {
  const written = (value) => [value].flat()
    .map((v) => (typeof v === "number" ? Number(v.toPrecision(12)) : v)).join();
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(defaults)) {
    if (written(state[key]) !== written(value)) query.set(key, written(state[key]));
  }
  return String(query).replaceAll("%2C", ",");
}

/** stateOf is the state of such a query. A list may grow if it is empty at first. */
function stateOf(query, defaults) {
  const state = { ...defaults };
  for (const [key, value] of new URLSearchParams(query)) {
    if (!(key in state)) continue;
    const like = defaults[key], numbers = value.split(",").map(Number);
    const fits = like.length === 0 || numbers.length === [like].flat().length;
    if (typeof like === "string") state[key] = value;
    else if (fits && numbers.every(Number.isFinite)) {
      state[key] = Array.isArray(like) ? numbers : numbers[0];
    }
  }
  return state;
}
