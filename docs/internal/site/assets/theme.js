"use strict";
// The choice of light or dark, before anything is drawn. It stays where storage is allowed.
{
  const root = document.documentElement;
  let theme = "auto";
  try {
    theme = localStorage.getItem("theme") ?? "auto";
  } catch { /* storage is refused */ }
  root.dataset.theme = theme;
  root.dataset.script = "yes";

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    const say = () => {
      button.textContent = { light: "Light", dark: "Dark" }[theme] ?? "Auto";
      button.ariaLabel = `Theme: ${button.textContent}`;
    };
    button.disabled = false;
    button.addEventListener("click", () => {
      theme = { auto: "light", light: "dark" }[theme] ?? "auto";
      root.dataset.theme = theme;
      try {
        localStorage.setItem("theme", theme);
      } catch { /* then for this page alone */ }
      say();
    });
    say();
  });
}
