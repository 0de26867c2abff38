"use strict";
// The choice of light or dark, before anything is drawn. It stays where storage is allowed.
{
  const root = document.documentElement;
  let theme = kept("theme", "localStorage") ?? "auto";
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
      keep("theme", theme, "localStorage");
      say();
    });
    say();
  });
}
