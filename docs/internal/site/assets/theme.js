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
    const say = () => { button.textContent = { light: "Light", dark: "Dark" }[theme] ?? "Auto"; };
    button.disabled = false;
    button.setAttribute("aria-description", "light, dark, or as the system has it");
    button.addEventListener("click", () => {
      theme = { auto: "light", light: "dark" }[theme] ?? "auto";
      root.dataset.theme = theme;
      try {
        localStorage.setItem("theme", theme);
      } catch { /* then for this page alone */ }
      say();
      document.getElementById("said").textContent = button.textContent;
    });
    say();
  });
}
