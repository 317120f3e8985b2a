// A verdict after a sentence: pressed, it opens beneath the sentence why; pointed at or in focus, it shows that at a glance.
const whyOf = (verdict) => verdict.closest(".sentence")?.nextElementSibling;

function toggleWhy(verdict) {
  hidePreview();
  const why = whyOf(verdict);
  why.hidden = !why.hidden;
  verdict.setAttribute("aria-expanded", String(!why.hidden));
}

function glance(pointed) {
  if (pointed.matches(".verdict")) return whyOf(pointed)?.hidden ? whyOf(pointed).innerHTML : "";
  const turn = turns.find(({ article }) => article.contains(pointed));
  return turn?.sources[pointed.dataset.source - 1]?.footnote ?? "";
}
