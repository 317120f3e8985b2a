// Light or dark: the system's choice, until the reader chooses the other one.
const systemDark = matchMedia("(prefers-color-scheme: dark)");

function applyTheme() {
  const chosen = remembered(localStorage, "theme");
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  else delete root.dataset.theme;
  const dark = chosen ? chosen === "dark" : systemDark.matches;
  find('[data-do="theme"]').setAttribute("aria-pressed", String(dark));
}

function toggleTheme() {
  const dark = find('[data-do="theme"]').getAttribute("aria-pressed") === "true";
  const next = dark ? "light" : "dark";
  const system = systemDark.matches ? "dark" : "light";
  remember(localStorage, "theme", next === system ? null : next);
  applyTheme();
}

applyTheme();
systemDark.addEventListener("change", applyTheme);
