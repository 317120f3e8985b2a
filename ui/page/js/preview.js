// A footnote at a glance: shown when a number in the answer is pointed at or has keyboard focus.
const preview = find(".preview");
let previewed = null;
let previewTimer = 0;
const points = matchMedia("(hover: hover)"); // where nothing can point, a touch opens the source itself

function showPreview(reference) {
  const footnote = reference.closest(".turn")?.querySelector(`[data-footnote="${reference.dataset.source}"] > div`);
  if (!footnote) return;
  preview.replaceChildren(...footnote.cloneNode(true).childNodes);
  preview.hidden = false;
  previewed = reference;
  reference.setAttribute("aria-describedby", "preview");
  const at = reference.getBoundingClientRect();
  const box = preview.getBoundingClientRect();
  const above = at.top - box.height - 8;
  preview.style.left = `${Math.max(16, Math.min(at.left - 24, innerWidth - box.width - 16))}px`;
  preview.style.top = `${above > 64 ? above : at.bottom + 8}px`;
}

function hidePreview() {
  clearTimeout(previewTimer);
  preview.hidden = true;
  previewed?.removeAttribute("aria-describedby");
  previewed = null;
}

const previewable = (event) => event.target.closest?.(".sentences .reference");

reader.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch" || !points.matches) return;
  clearTimeout(previewTimer);
  const reference = previewable(event);
  if (reference) previewTimer = setTimeout(showPreview, 120, reference);
  else if (previewed && !preview.contains(event.target)) previewTimer = setTimeout(hidePreview, 150);
});
reader.addEventListener("focusin", (event) => {
  const reference = previewable(event);
  if (points.matches && reference?.matches(":focus-visible")) showPreview(reference);
  else hidePreview();
});
reader.addEventListener("focusout", hidePreview);
preview.addEventListener("click", hidePreview);
addEventListener("scroll", () => previewed && hidePreview(), { passive: true });
