"use strict";
// The library of the book, compiled to WebAssembly: a WASI reactor, which asks the system
// for a clock, and writes where it panics.

/**
 * wasi is the little of the system that the library needs; what else there is does nothing, as
 * the library's chance comes from seeds.
 */
function wasi(memory) {
  const view = () => new DataView(memory().buffer);
  const some = {
    proc_exit: (status) => { throw new Error(`the library ended with status ${status}`); },
    clock_time_get: (_clock, _precision, at) => {
      view().setBigUint64(at, BigInt(Math.round(performance.now() * 1e6)), true);
      return 0;
    },
    fd_write: (_file, parts, count, written) => { // of parts, each from where, and how long
      const ends = Array.from(new Uint32Array(memory().buffer, parts, 2 * count));
      const bytes = [];
      while (ends.length > 0) bytes.push(...new Uint8Array(memory().buffer, ...ends.splice(0, 2)));
      console.error(new TextDecoder().decode(new Uint8Array(bytes)));
      view().setUint32(written, bytes.length, true);
      return 0;
    },
  };
  return new Proxy(some, { get: (known, name) => known[name] ?? (() => 0) });
}

/**
 * written is a value as the library takes it: a number, or how many letters or values there
 * are, and these.
 */
function written(value) {
  if (typeof value === "number") return value;
  const all = typeof value === "string" ? Array.from(value, (c) => c.codePointAt(0)) : value;
  return [all.length, ...all.flatMap(written)];
}

/** read takes an answer, behind its kind, from what next returns. */
function read(next) {
  const [number, text] = [0, 1], kind = next();
  if (kind === number) return next();
  const letter = () => String.fromCodePoint(next());
  const all = Array.from({ length: next() }, kind === text ? letter : () => read(next));
  return kind === text ? all.join("") : all;
}

/**
 * start makes of the compiled library an object with a method for each function. They take
 * and return numbers, texts, and lists of these; a number may stand for what the library keeps.
 */
async function start(binary) {
  let memory;
  const { instance } = await WebAssembly.instantiate(binary, {
    wasi_snapshot_preview1: wasi(() => memory),
  });
  const go = instance.exports;
  memory = go.memory;
  go._initialize();
  const room = () => new Float64Array(memory.buffer, go.room());
  const answer = () => {
    const numbers = room().values();
    return read(() => numbers.next().value);
  };
  go.names();
  return Object.fromEntries(answer().map((name, place) => [name, (...values) => {
    room().set(values.flatMap(written));
    go.call(place);
    return answer();
  }]));
}

let arrived;

/** library is a promise of the library's functions, loaded when first asked for. */
const library = () => arrived ??= load("info.wasm").then(async (packed) => {
  const text = atob(packed), bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return start(await new Response(stream).arrayBuffer());
});
